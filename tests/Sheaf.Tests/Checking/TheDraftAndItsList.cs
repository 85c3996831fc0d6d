
namespace Sheaf.Tests.Checking;

/// <summary>Whether a draft has the papers of its list, counts them right, and how far it is.</summary>
public sealed class TheDraftAndItsList
{
    private const string Draft =
        """
        # Notable arXiv papers, April 2024

        2 papers on the list.

        ## Papers

        * CogWheel: Aligning Toothed Transmissions without Human Feedback by Muster (3 Apr), https://arxiv.org/abs/2404.00003

          A word.

        * Grinding Wooden Gears with Patient Hands by Specimen and van der Berg (1 Apr), https://arxiv.org/abs/2404.00001

          Another.

        """;

    [Fact]
    public async Task A_paper_listed_after_the_draft_was_made_is_an_error_where_it_is_listed()
    {
        await using var bench = await DraftedAsync();
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00003\n\n- 2404.00002\n");

        var found = await CheckRunner.RunAsync(bench, "2024-04");

        var finding = Assert.Single(found.Findings);
        Assert.Equal(("error", "not-in-draft", 4, "2404.00002"), (finding.Severity, finding.Code, finding.Line, finding.Id));
        Assert.EndsWith("2024-04.md", finding.File, StringComparison.Ordinal);
        Assert.Equal(1, found.Exit);
    }

    [Fact]
    public async Task A_paper_of_a_list_without_month_belongs_to_the_draft_of_its_day()
    {
        await using var bench = await DraftedAsync();
        bench.List("gears.md", "- 2404.00002\n");

        Assert.Equal(["error not-in-draft 1 2404.00002"], (await CheckRunner.RunAsync(bench, "2024-04")).Short);
    }

    [Fact]
    public async Task What_the_editor_deleted_is_not_missed_but_the_count_is()
    {
        await using var bench = await DraftedAsync();
        await WriteAsync(bench, Draft[..Draft.IndexOf("* Grinding", StringComparison.Ordinal)].TrimEnd() + "\n");

        var found = await CheckRunner.RunAsync(bench, "2024-04");
        await bench.RunAsync("draft", "2024-04");
        var after = await CheckRunner.RunAsync(bench, "2024-04");

        Assert.Equal(["warning count-mismatch 3 "], found.Short);
        Assert.Empty(after.Findings);
        Assert.Contains("\n1 paper on the list.\n", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_that_the_editor_wrote_is_theirs_and_found()
    {
        await using var bench = await DraftedAsync();
        await WriteAsync(bench, Draft.Replace("2 papers on", "9 papers on", StringComparison.Ordinal));
        await bench.RunAsync("draft", "2024-04");

        Assert.Equal(["warning count-mismatch 3 "], (await CheckRunner.RunAsync(bench, "2024-04")).Short);
        Assert.Contains("\n9 papers on the list.\n", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_base_a_listed_paper_that_the_draft_names_nowhere_is_missed()
    {
        await using var bench = await DraftedAsync();
        Directory.Delete(bench.PathOf("drafts", ".sheaf"), recursive: true);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00003\n- 2404.00002\n");

        Assert.Equal(["error not-in-draft 3 2404.00002"], (await CheckRunner.RunAsync(bench, "2024-04")).Short);
    }

    [Fact]
    public async Task A_paper_named_in_passing_is_not_in_the_draft()
    {
        await using var bench = await DraftedAsync();
        await WriteAsync(bench, Draft.Replace("A word.", "A word on https://arxiv.org/abs/2404.00002 too.", StringComparison.Ordinal));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00003\n- 2404.00002\n");

        Assert.Equal(["error not-in-draft 3 2404.00002"], (await CheckRunner.RunAsync(bench, "2024-04")).Short);
    }

    [Fact]
    public async Task A_published_month_misses_nothing()
    {
        await using var bench = await DraftedAsync();
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00003\n- 2404.00002\n");
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(
            bench.PathOf("published", "2024-04.html"), "<a href='https://arxiv.org/abs/2404.00001'>Gears</a>",
            TestContext.Current.CancellationToken);

        Assert.Empty((await CheckRunner.RunAsync(bench, "2024-04")).Findings);
    }

    [Fact]
    public async Task An_entry_of_the_draft_that_is_on_no_list_is_a_note()
    {
        await using var bench = await DraftedAsync();
        await WriteAsync(
            bench,
            Draft.Replace("2 papers", "3 papers", StringComparison.Ordinal)
                + $"* {GearPapers.Survey} by Ejemplo and Li (2 Apr), https://arxiv.org/abs/2404.00002\n\n  Mine.\n");

        var found = await CheckRunner.RunAsync(bench, "2024-04");

        Assert.Equal(["note not-on-list 14 2404.00002"], found.Short);
        Assert.Equal(0, found.Exit);
    }

    [Fact]
    public async Task A_key_stays_while_its_finding_does()
    {
        await using var bench = await DraftedAsync();
        await WriteAsync(
            bench,
            Draft.Replace("A word.", "Taken. <!-- suggested -->", StringComparison.Ordinal)
                .Replace("Another.", "Too. <!-- suggested -->", StringComparison.Ordinal));
        var before = Keys(await CheckRunner.RunAsync(bench, "2024-04"));
        await WriteAsync(
            bench,
            "A foreword.\n\n"
                + bench.Read("drafts", "2024-04.md").Replace("Taken. <!-- suggested -->", "Mine now.", StringComparison.Ordinal));

        var after = Keys(await CheckRunner.RunAsync(bench, "2024-04"));

        Assert.Equal(2, before.Distinct().Count());
        Assert.Equal(before[1..], after);
    }

    [Fact]
    public async Task Readers_see_how_far_the_draft_is_and_each_kind_once()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001 — Mine.\n- 2404.00002\n- 2404.00003\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");

        var ran = await bench.RunAsync("check", "2024-04");

        Assert.Contains("2024-04.md  [######--------------]  1 of 3 papers in your words\n", ran.Output, StringComparison.Ordinal);
        Assert.Matches(
            @"\nwarning suggested-note-left: 2 sentences from the abstract, \S+2024-04\.md, lines 9 and 13 \(CogWheel and A Survey on "
            + @"the Wear of Clockwork Escapements\)\n", ran.Output);
        Assert.Single(ran.Output.Split('\n'), line => line.Contains("was taken from the abstract", StringComparison.Ordinal));
        Assert.Equal(
            2,
            (await bench.RunAsync("check", "2024-04", "--verbose")).Output.Split('\n')
                .Count(line => line.Contains("was taken from the abstract", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sentences_from_abstracts_are_kept_where_the_editor_says_so_and_the_draft_is_ready()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001 — Mine.\n- 2404.00002\n- 2404.00003\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        var draft = bench.Read("drafts", "2024-04.md");
        Assert.Equal(2, (await bench.RunAsync("check", "--keep-suggested")).Exit);
        Assert.Equal(1, (await bench.RunAsync("check", "--fix")).Exit);
        Assert.Equal(draft, bench.Read("drafts", "2024-04.md"));

        var ran = await bench.RunAsync("check", "--fix", "--keep-suggested");

        Assert.Equal(0, ran.Exit);
        Assert.EndsWith("Ready: 3 papers, all in your words.\n", ran.Output, StringComparison.Ordinal);
        Assert.Equal(draft.Replace(" <!-- suggested -->", "", StringComparison.Ordinal), bench.Read("drafts", "2024-04.md"));
        await bench.RunAsync("draft", "2024-04");
        Assert.Equal(draft.Replace(" <!-- suggested -->", "", StringComparison.Ordinal), bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task A_paper_in_depth_with_words_needs_none_in_the_list()
    {
        await using var bench = await Workbench.StartAsync(
            [
                GearPapers.Paper(
                    "2404.00001", GearPapers.Wooden, 0, [.. Enumerable.Range(1, 12).Select(number => $"Ada Author{(char)('a' + number)}")]),
            ]);
        bench.List("2024-04.md", "- 2404.00001 ★ — Mine.\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        await File.WriteAllTextAsync(
            bench.PathOf("drafts", "2024-04.md"),
            bench.Read("drafts", "2024-04.md").Replace("<!-- write here -->\n\n", "", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var found = await CheckRunner.RunAsync(bench, "2024-04");

        Assert.Empty(found.Short);
        Assert.DoesNotContain(bench.Arxiv.Requests, request => request.Target.Contains("search_query", StringComparison.Ordinal));
    }

    private static List<string> Keys(CheckRunner found) =>
        [.. found.Document.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("key").GetString()!)];

    private static Task WriteAsync(Workbench bench, string text) =>
        File.WriteAllTextAsync(bench.PathOf("drafts", "2024-04.md"), text, TestContext.Current.CancellationToken);

    /// <summary>A draft of two papers, in which the editor has written.</summary>
    private static async Task<Workbench> DraftedAsync()
    {
        var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00003\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        await WriteAsync(bench, Draft);
        return bench;
    }
}
