using System.Diagnostics;

namespace Sheaf.Replica.Tests;

public sealed class TheReplicaAsAProgram
{
    private const string Line =
        """{"id":"2405.99901","title":"Gears","authors":[{"name":"Ada Specimen"}],"abstract":"We """
        + """turn.","categories":["cs.CL"],"firstSubmitted":"2024-04-30T21:20:17Z"}""";

    [Theory]
    [InlineData("The option --corpus FILE is missing.")]
    [InlineData("There is no option --korpus; --help lists them.", "--korpus", "x")]
    [InlineData("The option --port needs a value.", "--port")]
    [InlineData("\"many\" is not a port: it must be a number from 0 to 65535.", "--corpus", "x", "--port", "many")]
    [InlineData(
        "\"-1\" is not a value for --api-interval: it must be a number of seconds up to 3600.", "--corpus", "x", "--api-interval", "-1")]
    public async Task A_command_line_not_understood_is_answered_with_one_sentence_and_2(string sentence, params string[] words)
    {
        using var program = Start(words);

        var error = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((2, sentence), (program.ExitCode, error.TrimEnd()));
    }

    [Fact]
    public async Task It_prints_its_addresses_serves_and_stops_when_told()
    {
        var corpus = Path.Combine(Directory.CreateTempSubdirectory("sheaf-replica-").FullName, "papers.jsonl");
        await File.WriteAllTextAsync(corpus, Line, TestContext.Current.CancellationToken);
        using var program = Start("--corpus", corpus, "--port", "0");
        using var client = new HttpClient();

        var words = (await program.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ');
        var feed = await client.GetStringAsync($"{words[1]}?id_list=2405.99901", TestContext.Current.CancellationToken);
        var page = await client.GetStringAsync($"{words[3]}abs/2405.99901", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            using var kill = Process.Start("kill", ["-TERM", $"{program.Id}"]);
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, program.ExitCode);
        }
        else
        {
            program.Kill();
        }

        Directory.Delete(Path.GetDirectoryName(corpus)!, recursive: true);

        Assert.Equal(("api", "site"), (words[0], words[2]));
        Assert.Contains("<title>Gears</title>", feed, StringComparison.Ordinal);
        Assert.Contains("<title>[2405.99901] Gears</title>", page, StringComparison.Ordinal);
    }

    private static Process Start(params string[] words) => Process.Start(new ProcessStartInfo(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "Sheaf.Replica.dll"), .. words])
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!;
}
