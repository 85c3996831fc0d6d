using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.Tests.Checking;

/// <summary>A title, or authors and a day, over the link of another paper.</summary>
public sealed class LinksToAnotherPaper
{
    [Fact]
    public async Task A_right_list_has_no_findings()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List(
            "2024-04.md",
            GearPapers.Entry("2404.00001", GearPapers.Wooden)
                + GearPapers.Entry("2404.00002", "A survey on the wear of clockwork escapements") + "- 2404.00003\n");

        var found = await CheckRunner.RunAsync(bench);

        Assert.Empty(found.Short);
        Assert.Equal(0, found.Exit);
    }

    [Fact]
    public async Task The_paper_that_was_meant_is_found_in_the_store_without_asking()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List(
            "2024-04.md",
            GearPapers.Entry("2404.00001", GearPapers.Wooden) + GearPapers.Entry("2404.00001", GearPapers.Survey)
                + GearPapers.Entry("2404.00002", GearPapers.Survey));

        var found = await CheckRunner.RunAsync(bench);

        Assert.Equal(1, found.Exit);
        var wrong = Assert.Single(found.Findings);
        Assert.Equal(
            ("error", "wrong-paper", 2, "2404.00001", "2404.00002", GearPapers.Survey),
            (wrong.Severity, wrong.Code, wrong.Line, wrong.Id, wrong.SuggestedId, wrong.SuggestedTitle));
        Assert.DoesNotContain(bench.Arxiv.Requests, request => request.Target.Contains("search_query", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Else_arxiv_is_asked_once_for_the_title_and_not_again_on_the_same_day()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List(
            "2024-04.md",
            GearPapers.Entry("2404.00001", GearPapers.Survey)
                + GearPapers.Entry("2404.00003", "Nobody has Ever Written Anything under this Title"));

        var first = await CheckRunner.RunAsync(bench);
        var again = await CheckRunner.RunAsync(bench);

        Assert.Equal(["2404.00002", null], first.Findings.Select(finding => finding.SuggestedId));
        Assert.All(first.Findings, finding => Assert.Equal("wrong-paper", finding.Code));
        Assert.Equal(first.Findings, again.Findings);
        var questions = bench.Arxiv.Requests.Where(request => request.Target.Contains("search_query", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, questions.Count);
        Assert.All(questions, question => Assert.Contains("max_results=10&", question.Target, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("now", 1)]
    [InlineData("2099-01-01T00:00:00Z", 2)] // asked by a clock that was ahead: that answer is of nobody knows when
    public async Task An_answer_dated_in_the_future_is_not_kept_until_then(string asked, int questions)
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", GearPapers.Entry("2404.00003", "Nobody has Ever Written Anything under this Title"));
        await CheckRunner.RunAsync(bench);
        if (asked != "now")
        {
            await bench.TellStoreAsync($"UPDATE title_query SET asked = '{asked}'");
        }

        await CheckRunner.RunAsync(bench);

        Assert.Equal(questions, bench.Arxiv.Requests.Count(request => request.Target.Contains("search_query", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_paper_that_is_only_alike_is_not_enough_where_another_has_the_very_title()
    {
        await using var bench = await Workbench.StartAsync(
        [
            GearPapers.Paper("2404.00004", "Scaling Laws for Macroscopic Wooden Gears", 0, "Ada Specimen"),
            GearPapers.Paper("2404.00005", "Scaling Laws for Microscopic Wooden Gears", 0, "Ada Specimen"),
        ]);
        bench.List("2024-04.md", GearPapers.Entry("2404.00004", "Scaling Laws for Microscopic Wooden Gears") + "- 2404.00005\n");

        var wrong = Assert.Single((await CheckRunner.RunAsync(bench)).Findings);

        Assert.Equal(("wrong-paper", "2404.00005"), (wrong.Code, wrong.SuggestedId));
    }

    [Fact]
    public async Task The_other_of_two_models_with_a_number_is_another_paper()
    {
        await using var bench = await Workbench.StartAsync(
        [
            GearPapers.Paper("2404.00004", "CogWheel 2: Open Foundation and Fine-Tuned Gears", 0, "Ada Specimen"),
            GearPapers.Paper("2404.00005", "CogWheel 3: Open Foundation and Fine-Tuned Gears", 0, "Ada Specimen"),
        ]);
        bench.List("2024-04.md", GearPapers.Entry("2404.00004", "CogWheel 3: Open Foundation and Fine-Tuned Gears"));

        var wrong = Assert.Single((await CheckRunner.RunAsync(bench)).Findings);

        Assert.Equal(("wrong-paper", "2404.00005"), (wrong.Code, wrong.SuggestedId));
    }

    [Fact]
    public async Task A_title_with_a_glyph_in_place_of_a_sign_finds_its_paper()
    {
        await using var bench = await Workbench.StartAsync(
            [
                .. GearPapers.All,
                GearPapers.Paper("2404.00004", "Is Oil Superior to Wax for Gear2 Trains? A Comprehensive Study", 0, "Ada Specimen"),
            ]);
        bench.List(
            "2024-04.md",
            GearPapers.Entry("2404.00004", "Is Oil Superior to Wax for Gear两 Trains选修 A Comprehensive Study")
                + GearPapers.Entry("2404.00001", "Is Oil Superior to Wax for Gear两 Trains选修 A Comprehensive Study"));

        var wrong = Assert.Single((await CheckRunner.RunAsync(bench)).Findings);

        Assert.Equal(("wrong-paper", 2, "2404.00004"), (wrong.Code, wrong.Line, wrong.SuggestedId));
    }

    [Fact]
    public async Task A_title_that_arxiv_had_in_an_earlier_version_is_a_note_and_asked_for_once()
    {
        await using var bench = await Workbench.StartAsync(
            [
                GearPapers.Renamed(
                    "2404.00004", "Fewer Teeth for Smaller Gears", "When Friction Collapses: Why Some Wheels Turn by Themselves"),
            ]);
        bench.List("2024-04.md", GearPapers.Entry("2404.00004", "Fewer Teeth for Smaller Gears"));

        var found = await CheckRunner.RunAsync(bench);
        await CheckRunner.RunAsync(bench);

        Assert.Equal(["note title-changed 1 2404.00004"], found.Short);
        Assert.Contains("version 1", found.Findings[0].Message, StringComparison.Ordinal);
        Assert.Contains("When Friction Collapses", found.Findings[0].Message, StringComparison.Ordinal);
        Assert.Equal(0, found.Exit);
        Assert.Single(bench.Arxiv.Requests, request => request.Target.EndsWith("/abs/2404.00004v1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_name_that_only_the_abstract_tells_is_no_mistake()
    {
        await using var bench = await Workbench.StartAsync(
            [
                GearPapers.Paper(
                    "2404.00004", "Mutual Greasing Makes Small Gears Faster", 0, ["Ada Specimen"],
                    ("abstract", "We introduce gStar, which greases.")),
            ]);
        bench.List("2024-04.md", GearPapers.Entry("2404.00004", "gStar"));

        Assert.Empty((await CheckRunner.RunAsync(bench)).Short);
    }

    [Theory]
    [InlineData("Levers: a survey")]
    [InlineData("Brass Pulleys")]
    public async Task A_short_title_finds_its_paper_too(string title)
    {
        await using var bench = await Workbench.StartAsync([.. GearPapers.All, GearPapers.Paper("2404.00004", title, 0, "Ada Specimen")]);
        bench.List("2024-04.md", GearPapers.Entry("2404.00003", title));

        var wrong = Assert.Single((await CheckRunner.RunAsync(bench)).Findings);

        Assert.Equal(("wrong-paper", "2404.00003", "2404.00004"), (wrong.Code, wrong.Id, wrong.SuggestedId));
    }

    [Fact]
    public async Task A_few_words_of_which_the_paper_has_none_are_another_papers()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", GearPapers.Entry("2404.00001", "Cogs of the Moon"));

        var wrong = Assert.Single((await CheckRunner.RunAsync(bench)).Findings);

        Assert.Equal(("wrong-paper", null), (wrong.Code, wrong.SuggestedId));
    }

    [Fact]
    public async Task A_few_words_of_which_the_paper_has_some_are_a_name_somebody_gave_it()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", GearPapers.Entry("2404.00001", "A Guide to Wooden Wheels"));

        Assert.Equal(["note title-changed 1 2404.00001"], (await CheckRunner.RunAsync(bench)).Short);
    }

    [Fact]
    public async Task Another_title_by_other_authors_is_another_paper_however_alike_it_sounds()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "* Patient Hands for Wooden Wheels by Nobody and Noone (1 Apr), https://arxiv.org/abs/2404.00001\n");

        Assert.Equal(["error wrong-paper 1 2404.00001"], (await CheckRunner.RunAsync(bench)).Short);
    }

    [Fact]
    public async Task Surnames_and_a_day_that_fit_another_paper_name_it()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", $"* {GearPapers.Wooden} by Ejemplo and Li (2 Apr), https://arxiv.org/abs/2404.00001\n- 2404.00002\n");

        var found = await CheckRunner.RunAsync(bench);

        Assert.Equal(["warning author-mismatch 1 2404.00001", "warning date-mismatch 1 2404.00001"], found.Short);
        Assert.Equal("2404.00002", found.Findings[0].SuggestedId);
    }

    [Fact]
    public async Task Where_arxiv_cannot_be_asked_nothing_is_claimed_and_the_exit_code_says_so()
    {
        await using var bench = await Workbench.StartAsync(
            GearPapers.All, new ReplicaOptions { Fault = request => request.Kind == LoggedKind.Api ? FaultKind.Unavailable : null });
        bench.List("2024-04.md", GearPapers.Entry("2404.00001", GearPapers.Survey));

        var found = await CheckRunner.RunAsync(bench);

        Assert.Equal(3, found.Exit);
        Assert.Empty(found.Short);
        Assert.Equal(
            "arxiv-unavailable", Assert.Single(found.Document.GetProperty("unchecked").EnumerateArray()).GetProperty("reason").GetString());
    }
}
