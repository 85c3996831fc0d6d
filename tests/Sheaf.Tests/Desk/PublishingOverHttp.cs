using System.Net;
using System.Text.Json.Nodes;
using Sheaf.Tests.Publishing;

namespace Sheaf.Tests.Desk;

/// <summary>A month is published at the desk as by the command: once, whole, and after what is in the way has been seen.</summary>
public sealed class PublishingOverHttp
{
    private const string Path = "/api/2024-04/publish";

    [Fact]
    public async Task The_answer_is_that_of_the_command_and_the_files_are_the_same()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await using var other = await FinishedMonth.StartAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);

        var planned = await desk.PostAsync(Path, new { dryRun = true });
        Assert.Equal(Told(await other.PublishAsync("--dry-run", "--json"), other), Told($"{planned}", bench));
        Assert.Empty(bench.Issue());

        var made = await desk.PostAsync(Path, new { });
        Assert.Equal(Told(await other.PublishAsync("--json"), other), Told($"{made}", bench));
        Assert.Equal(other.Issue(), bench.Issue());

        Assert.Equal("unchanged", (await desk.PostAsync(Path, new { })).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task What_is_in_the_way_is_said_and_nothing_is_written_until_a_person_decides()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        FinishedMonth.Edit(bench, draft => draft.Replace("abs/2404.00002", "abs/2404.00001", StringComparison.Ordinal));

        var refused = await desk.PostAsync(Path, new { anyway = true }, HttpStatusCode.Conflict);
        Assert.Contains("must be mended first; see the page Check.", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<button class=\"primary\">Publish", await desk.PageAsync("/2024-04/publish"), StringComparison.Ordinal);
        Assert.Empty(bench.Issue());

        FinishedMonth.Edit(bench, draft => draft
            .Replace("(2 Apr), https://arxiv.org/abs/2404.00001", "(2 Apr), https://arxiv.org/abs/2404.00002", StringComparison.Ordinal)
            .Replace("  It wears.", "  TODO", StringComparison.Ordinal));
        var page = await desk.PageAsync("/2024-04/publish");
        Assert.Contains("1 warning to look at", page, StringComparison.Ordinal);
        Assert.Contains("name=\"anyway\"", page, StringComparison.Ordinal);
        await desk.PostAsync(Path, new { }, HttpStatusCode.Conflict);
        Assert.Empty(bench.Issue());

        Assert.Equal("published", (await desk.PostAsync(Path, new { anyway = true })).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task The_page_says_what_will_be_done_does_it_without_script_and_says_what_was_done()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);

        var before = await desk.PageAsync("/2024-04/publish");
        Assert.Contains("Not published yet.", before, StringComparison.Ordinal);
        Assert.Contains("published/2024-04.md", before, StringComparison.Ordinal);
        Assert.Contains("The draft has 2 entries.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"again\"", before, StringComparison.Ordinal);

        using var answer = await desk.SubmitAsync(Path);
        Assert.Equal((HttpStatusCode.SeeOther, "/2024-04/publish"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.NotEmpty(bench.Issue());

        var after = await desk.PageAsync("/2024-04/publish");
        Assert.Contains("Nothing in the draft has changed since.", after, StringComparison.Ordinal);
        FinishedMonth.Edit(bench, draft => draft.Replace("It wears.", "It wears out.", StringComparison.Ordinal));
        Assert.Contains("Changed in the draft since: 1 place.", await desk.PageAsync("/2024-04/publish"), StringComparison.Ordinal);
        using var unasked = await desk.SubmitAsync(Path);
        Assert.Equal(HttpStatusCode.Conflict, unasked.StatusCode);
        Assert.Contains(
            "Nothing was published. 2024-04 has changed since published: 1 entry. To publish it anew, tick \u201cOnce more\u201d.",
            WebUtility.HtmlDecode(await unasked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)),
            StringComparison.Ordinal);
        using var again = await desk.SubmitAsync(Path, ("again", "true"));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Contains("It wears out.", string.Concat(bench.Issue()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_that_failed_is_told_with_what_it_said()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await using var desk = await ServedDesk.OpenAsync(bench, "Publish:Command=/bin/sh -c \"echo 'The door is <shut>.' >&2; exit 3\"");

        using var answer = await desk.SubmitAsync(Path);
        var page = WebUtility.HtmlDecode(await desk.PageAsync("/2024-04/publish"));

        Assert.Contains(
            "Publish:Command failed with exit code 3: The door is <shut>. Publishing runs it again.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_draft_it_is_said_what_to_do()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        var none = await desk.PostAsync(Path, new { }, HttpStatusCode.BadRequest);

        Assert.Contains("There is no draft of 2024-04", none.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("There is no draft of 2024-04", await desk.PageAsync("/2024-04/publish"), StringComparison.Ordinal);
    }

    private static string Told(CommandResult ran, Workbench bench) => Told(ran.Output, bench);

    /// <summary>An answer without what is of the moment and the place.</summary>
    private static string Told(string answer, Workbench bench)
    {
        var document = JsonNode.Parse(answer)!.AsObject();
        document.Remove("at");
        return document.ToJsonString().Replace(bench.Folder, "", StringComparison.Ordinal);
    }
}
