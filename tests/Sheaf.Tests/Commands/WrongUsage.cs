using System.Text.Json;
using Sheaf.Commands;

namespace Sheaf.Tests.Commands;

/// <summary>What a person gets wrong is answered with one helpful sentence and the exit code of the contract.</summary>
public sealed class WrongUsage
{
    [Theory]
    [InlineData(2, "--drff", "draft", "2024-04", "--drff")]
    [InlineData(2, "'2024-13' is not a month", "draft", "2024-13")]
    [InlineData(2, "'2024-4' is not a month", "harvest", "2024-4")]
    [InlineData(2, "no month 13", "harvest", "2413.00001")]
    [InlineData(2, "is not an arXiv identifier", "add", "nonsense")]
    [InlineData(2, "Arxiv:ApiInterval is 'soon'", "status", "--set", "Arxiv:ApiInterval=soon")]
    [InlineData(2, "no setting 'Arxiv:Intervall'", "status", "--set", "Arxiv:Intervall=00:00:03")]
    [InlineData(2, "has no '='", "status", "--set", "Contact")]
    [InlineData(2, "Schedule:Harvest is 'often'", "status", "--set", "Schedule:Harvest=often")]
    [InlineData(2, "no curated list for 2024-04", "draft", "2024-04")]
    [InlineData(2, "no option '--jsn'", "status", "--jsn")]
    [InlineData(2, "no option '--dryrun'", "harvest", "--dryrun")]
    [InlineData(2, "Workspace is '' (given with --set)", "status", "--set", "Workspace=")]
    [InlineData(2, "is after", "backfill", "--from", "2024-05", "--to", "2024-04")]
    [InlineData(1, "is not in the store", "show", "2404.00009")]
    public async Task It_is_answered_with_a_sentence(int exit, string words, params string[] arguments)
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync(arguments);

        Assert.Equal(exit, ran.Exit);
        Assert.Contains(words, ran.Error + ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        Assert.True(ran.Error.TrimEnd('\n').Count(letter => letter == '\n') < 2, ran.Error);
    }

    [Fact]
    public async Task An_interval_below_arxivs_is_refused_unless_the_host_is_this_machine()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("status", "--set", "Arxiv:ApiBase=https://export.arxiv.org/api/query");

        Assert.Equal(2, ran.Exit);
        Assert.Contains("Arxiv:ApiInterval", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_json_the_failure_is_a_document()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("draft", "2024-13", "--json");

        using var document = JsonDocument.Parse(ran.Output);
        Assert.Equal(2, document.RootElement.GetProperty("error").GetProperty("code").GetInt32());
        Assert.Contains("2024-13", document.RootElement.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_not_json_is_named_with_its_line()
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(bench.PathOf("sheaf.json"), "{\n  \"Contact\": \"a@example.org\",\n  oops\n}\n");

        var ran = await bench.RunAsync("status", "--json");

        using var document = JsonDocument.Parse(ran.Output);
        Assert.Equal(2, ran.Exit);
        Assert.Equal(bench.PathOf("sheaf.json"), document.RootElement.GetProperty("error").GetProperty("file").GetString());
        Assert.Equal(3, document.RootElement.GetProperty("error").GetProperty("line").GetInt32());
    }

    [Theory]
    [InlineData("""{ "Sheaf": { "Contact": "a@example.org" }, "Kontact": "x" }""", "no setting 'Kontact'")]
    [InlineData("""{ "Contact": "a@example.org", "contact": "b@example.org" }""", "stands there twice")]
    [InlineData("""{ "Workspace": "other" }""", "cannot say where it is")]
    [InlineData("""{ "SerilogX": 1 }""", "no setting 'SerilogX'")]
    public async Task Nothing_in_a_settings_file_is_silently_ignored(string json, string words)
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(bench.PathOf("sheaf.json"), json);

        var ran = await bench.RunAsync("status");

        Assert.Equal(2, ran.Exit);
        Assert.Contains(words, ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not JSON", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_that_cannot_be_made_is_a_failure_that_names_it()
    {
        await using var bench = await Workbench.StartAsync([]);
        var file = bench.PathOf("in-the-way");
        File.WriteAllText(file, "");

        using var error = new StringWriter();
        var exit = await SheafCommand.RunAsync(
            ["harvest", "--workspace", file], TextWriter.Null, error, TestContext.Current.CancellationToken);

        Assert.Equal(4, exit);
        Assert.Contains("in-the-way cannot be used, name another with --workspace", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_is_no_database_is_a_failure_that_says_what_to_do()
    {
        await using var bench = await Workbench.StartAsync([]);
        File.WriteAllText(bench.Store, new string('x', 5000));

        var ran = await bench.RunAsync("status");

        Assert.Equal(4, ran.Exit);
        Assert.Contains("sheaf.db", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }
}
