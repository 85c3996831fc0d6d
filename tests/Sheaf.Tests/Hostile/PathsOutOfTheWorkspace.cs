
namespace Sheaf.Tests.Hostile;

/// <summary>Months, names and links that would lead out of the workspace.</summary>
public sealed class PathsOutOfTheWorkspace
{
    private const string Mine = "mine, and nobody else's\n";

    public static TheoryData<string> NoMonths =>
    [
        "../2024-04", "2024-04/../../x", "2024-04\\..\\x", "/etc/2024-04", "C:\\2024-04", "2024-04\0", "2024-04.md", "..", "CON", "nul",
        "２０２４-０４", "2024-04\n", "2024-13", "0000-00", "2024-04\u202e", "~",
    ];

    [Theory]
    [MemberData(nameof(NoMonths))]
    public async Task What_is_no_month_is_refused_before_anything_is_read_or_written(string month)
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "- 2404.00001\n");
        var before = Files(bench.Folder);

        string[][] commands =
        [
            ["draft", month], ["status", month], ["check", month], ["harvest", month], ["export", "papers", "--month", month],
            ["add", "2404.00002", "--month", month],
            ["backfill", "--from", month, "--to", "2024-05"], ["backfill", "--from", "2024-04", "--to", month, "--draft"],
        ];
        foreach (var command in commands)
        {
            var ran = await bench.RunAsync(command);
            Assert.Equal(2, ran.Exit);
            Assert.DoesNotContain(ran.Error.TrimEnd('\n'), letter => char.IsControl(letter) || letter == '\u202e');
        }

        Assert.Equal(before, Files(bench.Folder));
        Assert.Empty(bench.Arxiv.Requests);
    }

    [Fact]
    public async Task A_list_may_be_a_link_that_leads_out()
    {
        await using var bench = await LinkingAsync("curated", "- 2404.00001\n");

        var ran = await bench.RunAsync("harvest");

        Assert.Equal(0, ran.Exit);
        Assert.StartsWith("1 paper asked for: 1 fetched", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_a_link_to_somebodys_file_leaves_that_file_alone()
    {
        await using var bench = await LinkingAsync("drafts", Mine);
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");

        var drafted = await bench.RunAsync("draft", "2024-04");

        Assert.Equal(4, drafted.Exit);
        Assert.Contains("is a link to a file that Sheaf did not write", drafted.Error, StringComparison.Ordinal);
        Assert.Equal(Mine, bench.Read("elsewhere.md"));
    }

    [Theory]
    [InlineData("curated", "2024-04.md", 1)]
    [InlineData("published", "2024-04.html", 0)]
    [InlineData("", "sheaf.json", 2)]
    public async Task A_link_to_a_device_that_never_ends_is_not_read_to_its_end(string folder, string name, int exit)
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no such device.");
        await using var bench = await Workbench.StartAsync([]);
        Directory.CreateDirectory(bench.PathOf(folder));
        File.CreateSymbolicLink(bench.PathOf(folder, name), "/dev/zero");

        var ran = await bench.RunAsync("check");

        Assert.Equal(exit, ran.Exit);
        Assert.Equal(
            exit == 0 ? "" : "larger than", ran.Error.Contains("larger than", StringComparison.Ordinal) ? "larger than" : ran.Error);
    }

    [Fact]
    public async Task A_list_of_more_than_128_MB_is_refused_in_one_sentence()
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "");
        await using (var file = File.OpenWrite(bench.PathOf("curated", "2024-04.md")))
        {
            file.SetLength((128 << 20) + 1);
        }

        var ran = await bench.RunAsync("harvest");

        Assert.Equal((1, 1), (ran.Exit, ran.Error.Count(letter => letter == '\n')));
        Assert.Contains("larger than 128 MB", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_a_name_that_commands_a_terminal_is_named_harmlessly()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows allows no such names.");
        await using var bench = await Workbench.StartAsync([]);
        bench.List("\e[31m\u202ered\n.md", "- arXiv:2404.1974\n");

        foreach (var command in new[]
        {
            "harvest",
            "status",
            "check",
            "export entries",
            "export entries --format csv",
            "check --json",
            "harvest --dry-run",
        })
        {
            var ran = await bench.RunAsync(command.Split(' '));
            Assert.InRange(ran.Exit, 0, 1);
            Assert.DoesNotContain(ran.Output + ran.Error, letter => letter is '\e' or '\u202e');
        }
    }

    private static async Task<Workbench> LinkingAsync(string folder, string text)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets not everybody make links.");
        var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        await File.WriteAllTextAsync(bench.PathOf("elsewhere.md"), text, TestContext.Current.CancellationToken);
        Directory.CreateDirectory(bench.PathOf(folder));
        File.CreateSymbolicLink(bench.PathOf(folder, "2024-04.md"), bench.PathOf("elsewhere.md"));
        return bench;
    }

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
