
namespace Sheaf.Tests.Checking;

/// <summary>When a draft may go out, and what keeps it.</summary>
public sealed class ReadyToPublish
{
    private const string Starred =
        """
        ## In depth

        ### Grinding Wooden Gears with Patient Hands

        Ada Specimen, José van der Berg (1 Apr), https://arxiv.org/abs/2404.00001

        Version 1 · Computation and Language (cs.CL)

        > It rained all morning.

        Tags: wood


        """;

    private const string Wrapped =
        """
        ## In depth

        ### Grinding Wooden Gears with Patient Hands

        Ada Specimen,
        José van der Berg (1 Apr),
        https://arxiv.org/abs/2404.00001


        """;

    private const string Gear =
        "* Grinding Wooden Gears with Patient Hands by Specimen and van der Berg (1 Apr), https://arxiv.org/abs/2404.00001";

    [Theory]
    [InlineData("## Papers\n\n" + Gear + "\n\n  A word.\n", "")]
    [InlineData("## Papers\n\n" + Gear + "\n  A word.\n", "")]
    [InlineData("## Papers\n\n" + Gear + "\nA word.\n", "")]
    [InlineData("## Papers\n\n" + Gear + "\n", "warning no-words 2404.00001")]
    [InlineData("## Papers\n\n" + Gear + "\n\nNot of this entry.\n", "warning no-words 2404.00001")]
    [InlineData("## Papers\n\n" + Gear + "\n\n  Taken over. <!-- suggested -->\n", "warning suggested-note-left 2404.00001")]
    [InlineData("## Papers\n\n" + Gear + "\n\n  <!-- write here -->\n", "warning no-words 2404.00001")]
    [InlineData("## Papers\n\n" + Gear + "\n  <!--write  here-->\n\n## End\n", "warning no-words 2404.00001")]
    [InlineData("## Papers\n\n" + Gear + "\n\n  A word.\n\n  <!-- write here -->\n", "warning placeholder-left 2404.00001")]
    [InlineData("## Papers\n\n" + Gear + "\n\n  <!-- write here -->\n\n  A word.\n", "warning placeholder-left 2404.00001")]
    [InlineData("## Papers\n\n" + Gear + "\n\n  <!-- write here --> A word.\n", "warning placeholder-left 2404.00001")]
    [InlineData(
        "| Paper | Link |\n| --- | --- |\n| 1) **Grinding Wooden Gears with Patient Hands** by Specimen and van der Berg (1 "
        + "Apr)<br><!-- write here --> | https://arxiv.org/abs/2404.00001 |\n", "warning no-words 2404.00001")]
    [InlineData("## Papers\n\n" + Gear + "\n\n  TODO say why\n", "warning placeholder-left 2404.00001")]
    [InlineData("## Papers\n\n" + Gear + "\n\n  See [the code]().\n", "warning placeholder-left 2404.00001")]
    [InlineData("## Papers\n\n* 1 Apr, Grinding Wooden Gears with Patient Hands, <https://arxiv.org/abs/2404.00001>\n", "")]
    [InlineData(
        "| Paper | Link |\n| --- | --- |\n| 1) **Grinding Wooden Gears with Patient Hands** by Specimen and van der Berg (1 Apr) | "
        + "https://arxiv.org/abs/2404.00001 |\n", "warning no-words 2404.00001")]
    [InlineData(
        "| Paper | Link |\n| --- | --- |\n| 1) **Grinding Wooden Gears with Patient Hands** by Specimen and van der Berg (1 Apr)<br>A "
        + "word. | https://arxiv.org/abs/2404.00001 |\n", "")]
    [InlineData("## Papers\n\n" + Gear + "\n\n  Taken over. <!--\n  suggested -->\n", "warning suggested-note-left 2404.00001")]
    [InlineData(
        "## Papers\n\n* Grinding Wooden Gears with Patient Hands by Specimen and\n"
        + "  van der Berg (1 Apr), https://arxiv.org/abs/2404.00001\n", "warning no-words 2404.00001")]
    [InlineData(
        "## Papers\n\n1. Grinding Wooden Gears with Patient Hands by Specimen and van der Berg (1 Apr), "
        + "https://arxiv.org/abs/2404.00001\n", "warning no-words 2404.00001")]
    [InlineData(
        "## Papers\n\n* [Grinding Wooden Gears with Patient Hands](https://arxiv.org/abs/2404.00001) by Specimen and van der Berg (1 "
        + "Apr)\n", "warning no-words 2404.00001")]
    [InlineData(Wrapped + "A word.\n", "")]
    [InlineData(Starred + "#### My view\n\nA word.\n\n## Papers\n\n" + Gear + "\n\n  Another.\n", "")]
    [InlineData(Starred + "#1 of the month.\n\n## Papers\n\n" + Gear + "\n\n  Another.\n", "")]
    [InlineData(Starred + "> It rained\nall morning.\n\n## Papers\n\n" + Gear + "\n\n  Another.\n", "warning no-words 2404.00001")]
    [InlineData(Starred + "A word of mine.\n\n## Papers\n\n" + Gear + "\n\n  Another.\n", "")]
    [InlineData(Starred + "## Papers\n\n" + Gear + "\n\n  A word.\n", "warning no-words 2404.00001")]
    [InlineData(
        Starred + "A word.\n\n<!-- write here -->\n\n## Papers\n\n" + Gear + "\n\n  Another.\n", "warning placeholder-left 2404.00001")]
    [InlineData("## Papers\n\n" + Gear + "\n\n  A word.\n\n" + Gear + "\n\n  Twice.\n", "warning duplicate 2404.00001")]
    public async Task Exit_0_only_when_nothing_is_left_to_do(string draft, string finding)
    {
        await using var bench = await DraftedAsync();
        await WriteAsync(bench, draft);

        var found = await CheckRunner.RunAsync(bench, "2024-04");

        Assert.Equal(finding, string.Join(", ", found.Findings.Select(one => $"{one.Severity} {one.Code} {one.Id}")));
        Assert.Equal(finding.Length == 0 ? 0 : 1, found.Exit);
    }

    [Fact]
    public async Task A_paper_of_a_past_issue_is_found_in_the_draft_and_the_issue_itself_is_no_past_one()
    {
        await using var bench = await DraftedAsync();
        await WriteAsync(bench, $"## Papers\n\n{Gear}\n\n  A word.\n");
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(bench.PathOf("published", "2024-04.md"), Gear, TestContext.Current.CancellationToken);
        var itself = await CheckRunner.RunAsync(bench, "2024-04");
        await File.WriteAllTextAsync(bench.PathOf("published", "2024-03.md"), Gear, TestContext.Current.CancellationToken);

        var past = await CheckRunner.RunAsync(bench, "2024-04");

        Assert.Empty(itself.Findings);
        Assert.Contains("warning already-covered 5 2404.00001", past.Short);
    }

    [Fact]
    public async Task What_arXiv_changed_since_the_draft_was_written_is_found()
    {
        await using var bench = await DraftedAsync();
        await WriteAsync(bench, $"## Papers\n\n{Gear}\n\n  A word.\n");
        await bench.TellStoreAsync(
            "INSERT INTO change (identifier, what, before, after, noticed) VALUES ('2404.00001', 'journal-ref', NULL, 'J. Gears 1', "
            + "'2999-01-01T00:00:00Z')");

        var found = await CheckRunner.RunAsync(bench, "2024-04");

        Assert.Equal(["warning changed-since-written 5 2404.00001"], found.Short);
        Assert.Equal(
            "Since this draft was written, arXiv has changed its journal-ref, which is 'J. Gears 1' now. Run sheaf draft 2024-04, and "
            + "look at what you wrote yourself.",
            found.Findings[0].Message);
    }

    [Fact]
    public async Task A_wrong_link_in_a_draft_is_an_error()
    {
        await using var bench = await DraftedAsync();
        await WriteAsync(bench, $"## Papers\n\n{Gear.Replace("2404.00001", "2404.00002", StringComparison.Ordinal)}\n\n  A word.\n");

        var found = await CheckRunner.RunAsync(bench, "2024-04");

        Assert.Contains("error wrong-paper 5 2404.00002", found.Short);
        Assert.Equal("2404.00001", found.Findings[0].SuggestedId);
    }

    private static Task WriteAsync(Workbench bench, string parts) =>
        File.WriteAllTextAsync(
            bench.PathOf("drafts", "2024-04.md"), $"# Notable arXiv papers, April 2024\n\n{parts}", TestContext.Current.CancellationToken);

    private static async Task<Workbench> DraftedAsync()
    {
        var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        return bench;
    }
}
