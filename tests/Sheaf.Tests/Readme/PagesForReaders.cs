using System.Text.RegularExpressions;
using Sheaf.Manual;

namespace Sheaf.Tests.Readme;

/// <summary>The pages of the project and of the manual: what they link to is there, and they are as short as a reader hopes.</summary>
public sealed partial class PagesForReaders
{
    /// <summary>A newcomer reads no longer README.</summary>
    private const int LongestReadme = 120;

    public static TheoryData<string> Pages =>
    [
        .. new[]
        {
            "README.md",
            "src/README.md",
            "src/Sheaf.Arxiv/README.md",
            "src/Sheaf.Arxiv/ARXIV.md",
            "tests/README.md",
            "tests/Sheaf.Benchmarks/README.md",
        },
        .. new[] { ".github/CONTRIBUTING.md", ".github/SECURITY.md" },
        .. ManualPage.All.Select(page => $"src/Sheaf/Manual/{page.Topic}.md"),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_to_a_file(string page)
    {
        var path = Path.Combine(ReferenceData.Checkout, page);

        var lost = Link().Matches(File.ReadAllText(path)).Select(link => link.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(path)!, target)));

        Assert.Empty(lost);
    }

    [Fact]
    public void The_readme_is_short_and_names_each_page_of_the_manual()
    {
        var readme = File.ReadAllLines(Path.Combine(ReferenceData.Checkout, "README.md"));

        Assert.InRange(readme.Length, 1, LongestReadme - 1);
        Assert.All(
            ManualPage.All,
            page => Assert.Contains(readme, line => line.Contains($"(src/Sheaf/Manual/{page.Topic}.md)", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_page_in_the_folder_is_a_topic() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(ReferenceData.Checkout, "src", "Sheaf", "Manual"), "*.md")
            .Select(Path.GetFileNameWithoutExtension).Order(),
        ManualPage.All.Select(page => page.Topic).Order());

    [Fact]
    public void A_page_on_the_terminal_has_no_marks_of_markdown_and_fits_its_width()
    {
        foreach (var page in ManualPage.All)
        {
            var lines = page.ForTerminal().Split('\n');

            var prose = lines.Where(line => !line.StartsWith(' ')).ToList();

            Assert.DoesNotContain(prose, line => line.StartsWith('#') || line.StartsWith("```", StringComparison.Ordinal));
            Assert.DoesNotContain(prose, line => line.Contains("](", StringComparison.Ordinal));
            Assert.All(
                prose.Where(line => !line.StartsWith('|') && line.Contains(' ', StringComparison.Ordinal)),
                line => Assert.True(line.Length <= 80, line));
        }
    }

    [Fact]
    public async Task Help_lists_the_pages_and_prints_one_whatever_the_settings_are()
    {
        await using var bench = await Workbench.StartAsync([]);
        await File.WriteAllTextAsync(bench.PathOf("sheaf.json"), "{ broken", TestContext.Current.CancellationToken);

        var (list, page) = (await bench.RunAsync("help"), await bench.RunAsync("help", "Settings"));
        var (unknown, command) = (await bench.RunAsync("help", "tea"), await bench.RunAsync("help", "add"));

        Assert.Equal((0, 0), (list.Exit, page.Exit));
        Assert.All(ManualPage.All, one => Assert.Contains($"{one.Topic} ", list.Output, StringComparison.Ordinal));
        Assert.StartsWith("SETTINGS\n", page.Output, StringComparison.Ordinal);
        Assert.Equal((2, 2), (unknown.Exit, command.Exit));
        Assert.Contains("lists, draft, templates", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("sheaf add --help", command.Error, StringComparison.Ordinal);
        Assert.Contains(
            "\"topic\":\"trust\"", (await bench.RunAsync("help", "trust", "--json")).Output.Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();
}
