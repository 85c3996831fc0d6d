using System.Text.Json;
using Sheaf.Tests.Checking;

namespace Sheaf.Tests.Publishing;

/// <summary>What was published decides the next month without a hand's touch.</summary>
public sealed class TheMonthAfter
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("none")]
    [InlineData("hugo")]
    public async Task Covers_what_the_issue_lists_and_tells_of_late_arrivals(string frontMatter)
    {
        await using var bench = await FinishedMonth.StartAsync();
        FinishedMonth.Edit(bench, text => text.Replace(
            "A word before all.", "A word before all, also of https://arxiv.org/abs/2404.00003.", StringComparison.Ordinal));
        var published = await bench.PublishAsync(
            "--anyway", "--set", "Publish:Formats=markdown html mail", "--set", $"Publish:FrontMatter={frontMatter}");

        // Two more come onto April's list after its issue; one of them was named in it in passing.
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- 2404.00003\n");
        bench.List("2024-05.md", "- 2404.00001 — Once more.\n- 2404.00002\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-05");
        var check = await CheckRunner.RunAsync(bench, "2024-05");
        var suggest = await bench.RunAsync("check", "2024-04", "--json");

        var next = bench.Read("drafts", "2024-05.md");
        var late = next[next.IndexOf("## Late arrivals", StringComparison.Ordinal)..];
        Assert.Equal(0, published.Exit);
        Assert.Contains("2404.00003", late, StringComparison.Ordinal);
        Assert.DoesNotContain("2404.00001", late, StringComparison.Ordinal);
        Assert.Contains(check.Findings, finding => finding is { Code: "already-covered", Id: "2404.00001" });
        Assert.Contains(check.Findings, finding => finding is { Code: "already-covered", Id: "2404.00002" });
        Assert.DoesNotContain(check.Findings, finding => finding is { Code: "already-covered", Id: "2404.00003" });
        Assert.DoesNotContain("not-in-draft", suggest.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_of_earlier_issues_covers_nothing()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync();
        FinishedMonth.Edit(bench, text => text[..text.IndexOf("* Grinding", StringComparison.Ordinal)]);
        await bench.PublishAsync("--anyway", "--again");

        bench.List("2024-05.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-05");
        var check = await CheckRunner.RunAsync(bench, "2024-05");

        Assert.DoesNotContain(check.Findings, finding => finding.Code == "already-covered");
    }

    [Fact]
    public async Task Pages_and_mails_are_issues_of_their_own_where_no_Markdown_is_beside_them()
    {
        await using var bench = await FinishedMonth.StartAsync();
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(bench.PathOf("published", "2024-03.mail.txt"), "- https://arxiv.org/abs/2404.00001\n", Token);
        await File.WriteAllTextAsync(bench.PathOf("published", "2024-04.md"), "- https://arxiv.org/abs/2404.00002\n", Token);
        await File.WriteAllTextAsync(bench.PathOf("published", "2024-04.mail.txt"), "- https://arxiv.org/abs/2404.00003\n", Token);

        var issues = new global::Sheaf.Lists.PublishedFolder(bench.PathOf("published")).Read().Issues;

        Assert.Equal(["2404.00001", "2404.00002"], issues.SelectMany(issue => issue.Papers).Select(paper => $"{paper}").Order());
    }

    [Fact]
    public async Task Markdown_without_a_paper_still_speaks_for_what_lies_beside_it()
    {
        await using var bench = await FinishedMonth.StartAsync();
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(bench.PathOf("published", "2024-04.md"), "We take a month off.\n", Token);
        await File.WriteAllTextAsync(bench.PathOf("published", "2024-04.html"), "<ul><li>https://arxiv.org/abs/2404.00002</ul>", Token);

        var read = new global::Sheaf.Lists.PublishedFolder(bench.PathOf("published")).Read();

        Assert.Empty(read.Issues);
        Assert.Equal(["2024-04.md"], read.Unread.Select(issue => Path.GetFileName(issue.Path)));
    }

    [Fact]
    public async Task The_status_offers_an_erratum_for_what_arXiv_has_changed_since()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync();
        await bench.TellStoreAsync("UPDATE eprint SET withdrawn = 1 WHERE identifier = '2404.00001'");
        await bench.TellStoreAsync("UPDATE eprint SET title = 'A *New* Name', latest_version = 3 WHERE identifier = '2404.00002'");

        var (text, json) = (await bench.RunAsync("status", "2024-04"), await bench.StatusAsync());

        Assert.Contains("2404.00001: withdrawn since it was published", text.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Erratum to April 2024: the paper “Grinding Wooden Gears with Patient Hands” (https://arxiv.org/abs/2404.00001) has been "
            + "withdrawn from arXiv.",
            text.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["retitled 2404.00002", "replaced 2404.00002", "withdrawn 2404.00001"],
            json.GetProperty("errata").EnumerateArray().Select(one => $"{one.GetProperty("what")} {one.GetProperty("id")}"));
        Assert.Contains("is now called “A \\*New\\* Name”.", text.Output, StringComparison.Ordinal);
        Assert.Equal(0, json.GetProperty("changedSince").GetInt32());
    }

    [Fact]
    public async Task An_erratum_in_the_next_issue_is_no_finding()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync();
        await bench.TellStoreAsync("UPDATE eprint SET title = 'A *New* Name', latest_version = 3 WHERE identifier = '2404.00002'");
        var errata = (await bench.StatusAsync()).GetProperty("errata").EnumerateArray()
            .Select(one => one.GetProperty("line").GetString()).ToList();
        const string Entry = "* CogWheel: Aligning Toothed Transmissions without Human Feedback, https://arxiv.org/abs/2404.00003\n\n";
        var issue = $"# May\n\n{Entry}## Errata\n\n" + string.Join("\n\n", errata) + "\n";
        Directory.CreateDirectory(bench.PathOf("drafts"));
        await File.WriteAllTextAsync(bench.PathOf("drafts", "2024-05.md"), issue, Token);

        var planned = JsonElement.Parse((await bench.RunAsync("publish", "2024-05", "--dry-run", "--json")).Output);

        Assert.Equal(2, errata.Count);
        var findings = planned.GetProperty("findings").EnumerateArray().ToList();
        Assert.DoesNotContain("2404.00002", findings.Select(one => one.GetProperty("id").GetString()));
    }
}
