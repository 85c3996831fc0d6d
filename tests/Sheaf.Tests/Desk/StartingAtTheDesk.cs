using System.Net;
using System.Text.Json.Nodes;

namespace Sheaf.Tests.Desk;

/// <summary>The first page of a workspace that has no settings: three answers, and what they lead to.</summary>
public sealed class StartingAtTheDesk
{
    private const string Issue = "Issue 7\r\n\r\n- 2404.00001 Read this\r\n- https://arxiv.org/abs/2404.00002\r\n";

    private static readonly string[] Followed = ["cs.CL", "math.NA"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Three_answers_make_the_files_that_init_makes_and_lead_to_the_first_sweep()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(20));
        await using var desk = await ServedDesk.OpenAsync(bench);
        Assert.Contains("action=\"/api/workspace\"", await desk.PageAsync("/"), StringComparison.Ordinal);

        using var answer = await desk.SubmitAsync(
            "/api/workspace", ("categories", "cs.CL cs.LG"), ("issue", Issue), ("contact", "new@example.org"));

        Assert.Equal((HttpStatusCode.SeeOther, "/start"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        Assert.Equal(
            "{\n  \"Contact\": \"new@example.org\",\n  \"Sweep\": {\n    \"Categories\": \"cs.CL, cs.LG\"\n  }\n}\n",
            bench.Read("sheaf.json"));
        Assert.Equal(Issue.ReplaceLineEndings("\n"), bench.Read("published", "past-issue.txt"));
        Assert.StartsWith("// ", File.ReadAllText(Directory.GetFiles(bench.PathOf("curated")).Single()), StringComparison.Ordinal);
        Assert.Empty(bench.Arxiv.Requests);

        var page = await desk.PageAsync("/start");
        Assert.Contains("published/past-issue.txt: 2 papers to learn your taste from.", page, StringComparison.Ordinal);
        Assert.Matches("The first sweep is about [0-9,]+ papers? in [0-9]+ requests? to arXiv, at least", page);
        Assert.Contains("once the service is started again", page, StringComparison.Ordinal);

        // The categories hold at once: the sweep that is offered can be begun.
        using var sweep = await desk.SubmitAsync("/api/runs", ("kind", "sweep"), ("months", "2024-04"), ("back", "/runs"));
        Assert.Equal(HttpStatusCode.SeeOther, sweep.StatusCode);
        using var home = await desk.SendAsync(HttpMethod.Get, "/");
        Assert.Equal(HttpStatusCode.SeeOther, home.StatusCode);
    }

    [Fact]
    public async Task A_past_issue_may_be_as_large_as_a_pasted_list()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);
        var issue = $"{Issue}{string.Concat(Enumerable.Repeat("Words < around > papers & more.\n", 60_000))}";

        using var answer = await desk.SubmitAsync("/api/workspace", ("categories", "cs.CL"), ("issue", issue), ("contact", ""));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(issue.ReplaceLineEndings("\n"), bench.Read("published", "past-issue.txt"));
    }

    [Theory]
    [InlineData("cs.CL, cs.XX", "", "", "'cs.XX', the second of the categories")]
    [InlineData(" ", "", "", "No category is named")]
    [InlineData("cs.CL", "nothing to see", "", "No paper on arXiv was found in the past issue")]
    [InlineData("cs.CL", "", "nobody at all", "Contact")]
    public async Task A_bad_answer_gets_its_sentence_and_what_was_typed_stays(
        string categories, string issue, string contact, string sentence)
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        using var answer = await desk.SubmitAsync(
            "/api/workspace", ("categories", categories), ("issue", issue), ("contact", contact));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{categories}\"", page, StringComparison.Ordinal);
        Assert.Contains($"{issue}</textarea>", page, StringComparison.Ordinal);
        Assert.Contains($"name=\"contact\" value=\"{contact}\"", page, StringComparison.Ordinal);
        Assert.False(File.Exists(bench.PathOf("sheaf.json")));
        Assert.False(Directory.Exists(bench.PathOf("published")));
    }

    [Fact]
    public async Task Settings_that_are_there_are_never_written_over_not_even_by_two_at_once()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        var answers = await Task.WhenAll(Followed.Select(async categories =>
        {
            using var answer = await desk.SendAsync(HttpMethod.Post, "/api/workspace", new { categories });
            return answer.StatusCode;
        }));
        var written = bench.Read("sheaf.json");
        var again = await desk.PostAsync("/api/workspace", new { categories = "hep-th" }, HttpStatusCode.Conflict);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict], answers.Order());
        Assert.StartsWith("There is a workspace already", again.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(written, bench.Read("sheaf.json"));
    }

    [Fact]
    public async Task Settings_that_another_program_has_made_meanwhile_stay()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);
        Assert.Contains("action=\"/api/workspace\"", await desk.PageAsync("/"), StringComparison.Ordinal);
        await File.WriteAllTextAsync(bench.PathOf("sheaf.json"), "{}", Token);

        using var answer = await desk.SubmitAsync("/api/workspace", ("categories", "cs.CL"), ("issue", Issue));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            $"{Issue}</textarea>", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token)), StringComparison.Ordinal);
        Assert.Equal("{}", bench.Read("sheaf.json"));
    }

    [Fact]
    public async Task A_workspace_with_lists_begins_with_its_month_and_offers_the_questions_there()
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "- 2404.00001\n");
        await using var desk = await ServedDesk.OpenAsync(bench);

        using var home = await desk.SendAsync(HttpMethod.Get, "/");
        var path = await desk.SendAsync(HttpMethod.Get, "/start");

        Assert.Equal("/2024-04", home.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, path.StatusCode);
    }
}
