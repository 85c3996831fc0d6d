using Sheaf.Commands;

namespace Sheaf.Tests.Commands;

/// <summary>What the program says to somebody who does not know it yet, or mistypes.</summary>
public sealed class WordsOfTheCommandLine
{
    [Fact]
    public async Task Without_a_command_it_shows_its_help()
    {
        using var output = new StringWriter();
        using var help = new StringWriter();

        var exit = await SheafCommand.RunAsync([], output, TextWriter.Null, TestContext.Current.CancellationToken);
        await SheafCommand.RunAsync(["--help"], help, TextWriter.Null, TestContext.Current.CancellationToken);

        Assert.Equal(0, exit);
        Assert.Equal(help.ToString(), output.ToString());
        Assert.Contains("harvest", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_commands_has_a_line_for_each_and_its_own_help_the_whole()
    {
        using var list = new StringWriter();
        using var own = new StringWriter();

        await SheafCommand.RunAsync(["--help"], list, TextWriter.Null, TestContext.Current.CancellationToken);
        await SheafCommand.RunAsync(["undo", "--help"], own, TextWriter.Null, TestContext.Current.CancellationToken);

        var commands = list.ToString().Split("Commands:\n")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(commands, line => Assert.Matches("^  [a-z]+ .*  \\S.*\\.$", line));
        Assert.Contains("Examples: sheaf undo", own.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no command 'havrest'. Did you mean sheaf harvest? See sheaf --help.", "havrest")]
    [InlineData("There is no command 'sugest'. Did you mean sheaf suggest? See sheaf --help.", "sugest", "2024-04")]
    [InlineData("There is no command 'Draft'. Did you mean sheaf draft? See sheaf --help.", "Draft", "2024-04")]
    [InlineData("There is no command 'pineapples'. See sheaf --help.", "pineapples")]
    [InlineData("There is no option '--stlye'. Did you mean --style? See sheaf draft --help.", "draft", "2024-04", "--stlye", "table")]
    public async Task A_word_misspelt_gets_the_nearest_one(string sentence, params string[] arguments)
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync(arguments);

        Assert.Equal(2, ran.Exit);
        Assert.Equal(sentence + "\n", ran.Error);
    }

    [Fact]
    public async Task What_threatens_nothing_does_not_say_that_nothing_is_lost()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");

        foreach (var command in
            (string[][])
            [
                ["backup", bench.PathOf("no", "such", "folder", "copy.db")], ["import", bench.PathOf("none.json.gz")],
                ["add", "--from", bench.PathOf("none.html")], ["draft", "2024-05"], ["add", "--from", bench.Folder],
            ])
        {
            var ran = await bench.RunAsync(command);

            Assert.NotEqual(0, ran.Exit);
            Assert.DoesNotContain("lost", ran.Error, StringComparison.Ordinal);
        }
    }
}
