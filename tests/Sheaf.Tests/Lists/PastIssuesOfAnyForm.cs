using System.Text;
using Sheaf.Replica;

namespace Sheaf.Tests.Lists;

/// <summary>
/// What past issues covered is read in any form, alike for late arrivals, checks and suggestions, and what cannot be read covers nobody
/// knows what.
/// </summary>
public sealed class PastIssuesOfAnyForm
{
    private const string Entry = "- [Widgets of kind 2404.00001](https://arxiv.org/abs/2404.00001)\n";

    public static TheoryData<string, byte[]> Readable() => new()
    {
        { "2024-04.md", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Entry)).ToArray() },
        { "2024-04.html", Encoding.UTF8.GetBytes("<ul><li><a href='https://arxiv.org/abs/2404.00001'>Widgets</a></li></ul>") },
        {
            "2024-04.eml",
            Encoding.ASCII.GetBytes(
                "From: a@example.org\r\nTo: b@example.org\r\nSubject: April\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n"
                + $"Content-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(Entry))}\r\n")
        },
        { "2024-04-large.md", Encoding.UTF8.GetBytes(Entry + string.Concat(Enumerable.Repeat(new string('x', 999) + "\n", 17_500))) },
    };

    [Theory]
    [MemberData(nameof(Readable), DisableDiscoveryEnumeration = true)]
    public async Task A_paper_of_the_issue_is_no_late_arrival_and_found_by_the_check(string name, byte[] issue)
    {
        await using var bench = await PublishedAsync(name, issue);

        var draft = await bench.RunAsync("draft", "2024-05", "--output", "-");
        bench.List("2024-05.md", "- 2405.00001\n- 2404.00001\n");
        var check = await bench.RunAsync("check", "2024-05", "--json");

        Assert.DoesNotContain("2404.00001", draft.Output, StringComparison.Ordinal);
        Assert.Contains("2404.00002", draft.Output, StringComparison.Ordinal);
        Assert.Contains("already-covered", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-04.pdf", "%PDF-1.7\n\u0000\u0001\u0002")]
    [InlineData("2024-04.md", "The issue has moved elsewhere.\n")]
    public async Task An_issue_that_cannot_be_read_is_named_and_makes_no_late_arrivals(string name, string issue)
    {
        await using var bench = await PublishedAsync(name, Encoding.Latin1.GetBytes(issue));

        var draft = await bench.RunAsync("draft", "2024-05");
        var check = await bench.RunAsync("check", "2024-05");
        var suggest = await bench.RunAsync("suggest", "2024-05");

        Assert.DoesNotContain("Late arrivals", bench.Read("drafts", "2024-05.md"), StringComparison.Ordinal);
        Assert.Contains(
            $"{name} could not be read, so what it covered is not known, and no late arrivals are told of", draft.Error,
            StringComparison.Ordinal);
        Assert.Contains($"{name} could not be read", check.Output, StringComparison.Ordinal);
        Assert.Contains($"{name} could not be read", suggest.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_beside_the_issue_hides_nothing()
    {
        await using var bench = await PublishedAsync("2024-04.md", Encoding.UTF8.GetBytes(Entry));
        await File.WriteAllBytesAsync(
            bench.PathOf("published", "2024-04.png"), [0x89, 0x50, 0, 0, 1, 2], TestContext.Current.CancellationToken);

        await bench.RunAsync("draft", "2024-05");

        Assert.Contains("2404.00002", bench.Read("drafts", "2024-05.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_that_the_issue_only_names_in_passing_may_still_arrive()
    {
        await using var bench = await PublishedAsync(
            "2024-04.md", Encoding.UTF8.GetBytes(Entry.TrimEnd() + "\n\n  Better than https://arxiv.org/abs/2404.00002 at this.\n"));

        await bench.RunAsync("draft", "2024-05");

        Assert.Contains("2404.00002", bench.Read("drafts", "2024-05.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Papers_of_past_issues_are_fetched_from_the_query_api_alone_and_once()
    {
        await using var bench = await Workbench.StartAsync(
            [.. InventedPapers.Many(2), InventedPapers.One("2403.00001", new(2024, 3, 1, 12, 0, 0, TimeSpan.Zero))]);
        bench.List("2024-04.md", "- 2404.00001\n");
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(
            bench.PathOf("published", "2024-03.md"), "- 2403.00001\n- 2403.00009\n", TestContext.Current.CancellationToken);

        var first = await bench.RunAsync("harvest", "2024-04");
        var again = await bench.RunAsync("harvest");

        Assert.Equal((0, 0), (first.Exit, again.Exit));
        Assert.StartsWith("1 paper asked for: 1 fetched", first.Output, StringComparison.Ordinal);
        Assert.Equal("Widgets of kind 2403.00001", await bench.AskStoreAsync("SELECT title FROM eprint WHERE identifier = '2403.00001'"));
        Assert.Equal(
            ["/abs/2404.00001"],
            bench.Arxiv.Requests.Where(request => request.Kind == Replica.LoggedKind.Page).Select(request => request.Target));
        Assert.Contains("0 requests to the query API, 0 pages", again.Output, StringComparison.Ordinal);
    }

    /// <summary>Two papers of April on its list, one of May; an issue of April.</summary>
    private static async Task<Workbench> PublishedAsync(string name, byte[] issue)
    {
        var bench = await Workbench.StartAsync(
            [.. InventedPapers.Many(2), InventedPapers.One("2405.00001", new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero))]);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        bench.List("2024-05.md", "- 2405.00001\n");
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllBytesAsync(bench.PathOf("published", name), issue, TestContext.Current.CancellationToken);
        await bench.RunAsync("harvest");
        return bench;
    }
}
