using System.Net;
using System.Text;

namespace Sheaf.Tests.Desk;

/// <summary>The desk neither shows nor writes a file that a link puts in the place of a draft, if Sheaf did not write it.</summary>
public sealed class DraftsThatAreLinks
{
    private const string Theirs = "# Theirs\n\n* 2404.00001\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, true, "is a link that leads out of the workspace")]
    [InlineData(true, false, "is a link that leads out of the workspace")]
    [InlineData(false, false, "is a link to a file that Sheaf did not write")]
    public async Task A_link_is_neither_read_nor_written(bool leadsOut, bool isKnown, string sentence)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets not everybody make links.");
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "# April\n\n- 2404.00001\n- 2404.00002\n");
        await bench.RunAsync("harvest");
        if (isKnown)
        {
            await bench.RunAsync("draft", "2024-04");
            File.Delete(bench.PathOf("drafts", "2024-04.md"));
        }

        await using var other = await Workbench.StartAsync([]);
        var theirs = (leadsOut ? other : bench).PathOf("theirs.md");
        await File.WriteAllTextAsync(theirs, Theirs, Token);
        Directory.CreateDirectory(bench.PathOf("drafts"));
        File.CreateSymbolicLink(bench.PathOf("drafts", "2024-04.md"), theirs);
        await using var desk = await ServedDesk.OpenAsync(bench);

        var read = await desk.AskAsync(HttpMethod.Get, "/api/2024-04/draft/text", status: HttpStatusCode.UnprocessableEntity);
        Assert.Contains(sentence, read.GetProperty("detail").GetString(), StringComparison.Ordinal);
        using var put = await desk.SendAsync(HttpMethod.Put, "/api/2024-04/draft/text", change: request =>
        {
            request.Content = new ByteArrayContent("Mine.\n"u8.ToArray());
            request.Headers.IfNoneMatch.ParseAdd("*");
        });
        Assert.Contains(sentence, await put.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        foreach (var (path, sent) in new (string, object)[]
        {
            ("draft/move", new { block = "any" }), ("draft/text", new { text = "Mine.\n" }), ("draft", new { }),
        })
        {
            var refused = await desk.PostAsync($"/api/2024-04/{path}", sent, HttpStatusCode.UnprocessableEntity);
            Assert.Contains(sentence, refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        var export = await desk.AskAsync(
            HttpMethod.Get, "/api/2024-04/export/markdown?edited=true", status: HttpStatusCode.UnprocessableEntity);
        Assert.Contains(sentence, export.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var page = await desk.PageAsync("/2024-04/draft");
        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Theirs", page, StringComparison.Ordinal);
        Assert.Equal(Theirs, await File.ReadAllTextAsync(theirs, Encoding.UTF8, Token));
    }

    [Fact]
    public async Task A_link_to_nothing_makes_no_file_elsewhere()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets not everybody make links.");
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);
        Directory.CreateDirectory(bench.PathOf("drafts"));
        File.CreateSymbolicLink(bench.PathOf("drafts", "2024-04.md"), bench.PathOf("curated", "2024-04.md"));

        await desk.PostAsync("/api/2024-04/draft/text", new { text = "- 2404.00001\n" }, HttpStatusCode.UnprocessableEntity);

        Assert.False(File.Exists(bench.PathOf("curated", "2024-04.md")));
    }

    [Fact]
    public async Task A_draft_of_ours_that_lies_elsewhere_in_the_workspace_is_written_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows lets not everybody make links.");
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "# April\n\n- 2404.00001\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        File.Move(bench.PathOf("drafts", "2024-04.md"), bench.PathOf("mine.md"));
        File.CreateSymbolicLink(bench.PathOf("drafts", "2024-04.md"), bench.PathOf("mine.md"));
        await using var desk = await ServedDesk.OpenAsync(bench);
        using var read = await desk.SendAsync(HttpMethod.Get, "/api/2024-04/draft/text");

        await desk.PostAsync("/api/2024-04/draft/text", new { text = "Mine.\n", etag = read.Headers.ETag!.Tag.Trim('"') });

        Assert.Equal("Mine.\n", bench.Read("mine.md"));
    }
}
