using Sheaf.Replica;

namespace Sheaf.Tests.Checking;

/// <summary>Every other kind of finding, on lists, drafts and past issues.</summary>
public sealed class MistakesOnAList
{
    [Fact]
    public async Task References_that_name_no_paper_are_errors()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001\n- https://arxiv.org/abs/2413.00001\n- 2404.09999\n");

        var found = await CheckRunner.RunAsync(bench);

        Assert.Equal(["error malformed-reference 2 ", "error unknown-id 3 2404.09999"], found.Short);
        Assert.Equal(1, found.Exit);
    }

    [Fact]
    public async Task A_version_that_does_not_exist_is_an_error_and_one_that_does_a_note()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001v99\n- https://arxiv.org/pdf/2404.00002v1\n");

        var found = await CheckRunner.RunAsync(bench);

        Assert.Equal(["error unknown-version 1 2404.00001", "note version-pinned 2 2404.00002"], found.Short);
        Assert.Equal(1, found.Exit);
        Assert.Contains("no version 99 of it: the most recent is version 1", found.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_came_since_the_last_look_is_asked_for_before_it_is_called_unknown()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001v1\n");
        await CheckRunner.RunAsync(bench);
        await bench.TellStoreAsync("UPDATE eprint SET latest_version = 0");

        Assert.Equal(["note version-pinned 1 2404.00001"], (await CheckRunner.RunAsync(bench)).Short);
    }

    [Fact]
    public async Task Numbers_that_arXiv_redirects_are_repaired_and_said()
    {
        await using var bench = await Workbench.StartAsync(
            [
                .. GearPapers.All, GearPapers.Paper("1501.00001", "Old Gears", 3, "Ada Specimen"),
                GearPapers.Paper("0704.0001", "Older Gears", 3, "Ada Specimen"),
            ]);
        bench.List("list.md", "- https://arxiv.org/abs/1501.0001\n- 0704.00001v1\n- 2404.0009x\n- 2404.1975\n");

        var found = await CheckRunner.RunAsync(bench);
        var mended = await bench.RunAsync("check", "--fix");

        Assert.Equal(
            ["repaired-reference 1 1501.00001", "repaired-reference 2 0704.0001"],
            found.Findings.Where(finding => finding.Code == "repaired-reference")
                .Select(finding => $"{finding.Code} {finding.Line} {finding.Id}"));
        Assert.Contains(
            "'1501.0001' was read as 1501.00001 (a zero was missing, and arXiv leads there)",
            found.Findings.First(finding => finding.Line == 1).Message, StringComparison.Ordinal);
        Assert.Contains(found.Findings, finding => finding is { Code: "malformed-reference", Line: 4 });
        Assert.StartsWith(
            "- https://arxiv.org/abs/1501.00001\n- 0704.0001v1\n", bench.Read("curated", "list.md"), StringComparison.Ordinal);
        Assert.Equal(1, mended.Exit);
    }

    [Fact]
    public async Task An_unknown_identifier_under_a_known_title_names_the_paper()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", GearPapers.Entry("2404.09999", GearPapers.Cogwheel));

        var found = Assert.Single((await CheckRunner.RunAsync(bench)).Findings);

        Assert.Equal(("unknown-id", "2404.00003"), (found.Code, found.SuggestedId));
    }

    [Fact]
    public async Task One_unknown_identifier_under_two_titles_is_an_error_of_its_own()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", GearPapers.Entry("2404.09999", "Short Gears") + GearPapers.Entry("2404.09999", "Tall Cranes"));

        var found = await CheckRunner.RunAsync(bench);

        Assert.Equal(
            [
                "error unknown-id 1 2404.09999", "error same-id-two-titles 2 2404.09999", "error unknown-id 2 2404.09999",
                "warning duplicate 2 2404.09999",
            ], found.Short);
    }

    [Fact]
    public async Task One_paper_twenty_thousand_times_takes_no_longer_than_as_many_papers()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", string.Concat(Enumerable.Repeat("- 2404.00001\n", 20_000)));

        var found = await CheckRunner.RunAsync(bench).WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal(19_999, found.Findings.Count(finding => finding.Code == "duplicate"));
        Assert.Equal("2404.00001 stands on line 19999 already. Keep one of the two.", found.Findings[^1].Message);
    }

    [Fact]
    public async Task A_paper_twice_is_reported_where_it_comes_again()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- https://arxiv.org/pdf/2404.00001.pdf\n");
        bench.List("later.md", "- 2404.00002\n");

        var found = await CheckRunner.RunAsync(bench);

        Assert.Equal(["warning duplicate 3 2404.00001", "warning duplicate 1 2404.00002"], found.Short);
        Assert.Contains("line 1 already", found.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("2024-04.md, line 2 already", found.Findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_paper_under_two_identifiers_is_a_duplicate()
    {
        await using var bench = await Workbench.StartAsync(
            [.. GearPapers.All, GearPapers.Paper("2404.00009", GearPapers.Survey, 3, "Marta R. Ejemplo", "Wei Li")]);
        bench.List("2024-04.md", "- 2404.00002\n- 2404.00009\n");

        Assert.Equal(["warning duplicate 2 2404.00009"], (await CheckRunner.RunAsync(bench)).Short);
    }

    [Fact]
    public async Task Withdrawn_papers_and_those_of_another_month_are_warned_of()
    {
        await using var bench = await Workbench.StartAsync(
            [.. GearPapers.All, GearPapers.Paper("2404.00004", "Withdrawn Gears", 0, ["Ada Specimen"], ("withdrawn", true))]);
        bench.List("2024-05.md", "- 2404.00001\n- 2404.00004\n");

        var found = await CheckRunner.RunAsync(bench);

        Assert.Equal(
            ["warning other-month 1 2404.00001", "warning other-month 2 2404.00004", "warning withdrawn 2 2404.00004"], found.Short);
        Assert.Contains("April 2024", found.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("May 2024", found.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_day_and_wrong_names_are_warned_of_and_accents_do_not_count()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md",
            $"* {GearPapers.Wooden} by Specimen and van der Berg (3 Apr), https://arxiv.org/abs/2404.00001\n* {GearPapers.Survey} by "
            + "EJEMPLO and Lee (2 Apr 2024), https://arxiv.org/abs/2404.00002\n");

        var found = await CheckRunner.RunAsync(bench);

        Assert.Equal(["warning date-mismatch 1 2404.00001", "warning author-mismatch 2 2404.00002"], found.Short);
        Assert.StartsWith("Lee: not among", found.Findings[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_of_past_issues_are_warned_of_but_not_those_of_the_same_issue()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(
            bench.PathOf("published", "2024-03.md"), "Gears of March: https://arxiv.org/abs/2404.00001\n",
            TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            bench.PathOf("published", "2024-04 final.md"), "- https://arxiv.org/abs/2404.00002\n", TestContext.Current.CancellationToken);

        Assert.Equal(["warning already-covered 1 2404.00001"], (await CheckRunner.RunAsync(bench)).Short);
    }

    [Fact]
    public async Task A_link_to_one_version_is_a_note()
    {
        await using var bench = await Workbench.StartAsync([GearPapers.Renamed("2404.00004", GearPapers.Wooden, GearPapers.Wooden)]);
        bench.List("2024-04.md", "- 2404.00004v1\n");

        var found = await CheckRunner.RunAsync(bench);

        Assert.Equal(["note version-pinned 1 2404.00004"], found.Short);
        Assert.Contains("there is version 2", found.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(0, found.Exit);
    }

    [Fact]
    public async Task What_the_editor_has_to_replace_is_found_in_a_draft_and_nothing_else_in_one_of_sheafs_own()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001 ★ — Mine.\n- 2404.00002\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");

        var found = await CheckRunner.RunAsync(bench, "2024-04");

        Assert.Equal(
            ["warning placeholder-left 2404.00001", "warning suggested-note-left 2404.00002"],
            found.Findings.Select(finding => $"{finding.Severity} {finding.Code} {finding.Id}"));
        Assert.EndsWith("2024-04.md", found.Findings[0].File, StringComparison.Ordinal);
        Assert.Contains("drafts", found.Findings[0].File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_months_named_are_checked_and_harvested()
    {
        await using var bench = await Workbench.StartAsync(
            [.. GearPapers.All, GearPapers.Paper("2405.00009", "Gears of May", 35, "Bo Muster")]);
        bench.List("2024-04.md", "- 2404.09999\n");
        bench.List("2024-05.md", "- 2405.00009\n");
        bench.List("any.md", "- 2404.00001\n");

        var found = await CheckRunner.RunAsync(bench, "2024-05");

        Assert.Empty(found.Short);
        Assert.Equal(
            ["/abs/2405.00009"],
            bench.Arxiv.Requests.Where(request => request.Kind == Sheaf.Replica.LoggedKind.Page).Select(request => request.Target));
    }

    [Fact]
    public async Task A_month_without_a_list_is_wrong_usage()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);

        var ran = await bench.RunAsync("check", "2024-04");

        Assert.Equal(2, ran.Exit);
        Assert.Contains("nothing to check", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_for_readers_says_where_what_and_which_paper_and_shows_foreign_text_harmlessly()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List(
            "2024-04.md",
            GearPapers.Entry("2404.00001", GearPapers.Survey)
                + GearPapers.Entry("2404.00003", "Red \u001b[31mGears in a List that Nobody Knows of"));

        var ran = await bench.RunAsync("check");

        Assert.Equal(1, ran.Exit);
        Assert.StartsWith("error wrong-paper: 2 links to other papers, ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("2024-04.md, lines 1 and 2 (Grinding Wooden Gears with Patient Hands and ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("2024-04.md:1  'A Survey on the Wear", ran.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n2 errors. 1 mistake can be mended for certain: sheaf check --fix.\n", ran.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"    → 2404.00002  {GearPapers.Survey}\n      Ejemplo and Li (2 Apr 2024), https://arxiv.org/abs/2404.00002\n", ran.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', ran.Output);
    }
}
