using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Sheaf.Tests.Desk;

/// <summary>What browsers need to install the desk and to keep papers for when nobody answers.</summary>
public sealed class TheDeskAsAnApp
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_manifest_says_how_and_its_pictures_are_there()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var page = new HtmlParser().ParseDocument(await desk.PageAsync("/2024-04"));

        using var answer = await desk.SendAsync(HttpMethod.Get, page.QuerySelector("link[rel=manifest]")!.GetAttribute("href")!);
        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("manifest-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var manifest = JsonElement.Parse(await answer.Content.ReadAsStringAsync(Token));
        Assert.Equal(
            ("Sheaf", "/", "/", "standalone"),
            (Of("short_name"), Of("start_url"), Of("scope"), Of("display")));
        foreach (var picture in manifest.GetProperty("icons").EnumerateArray())
        {
            using var shown = await desk.SendAsync(HttpMethod.Get, picture.GetProperty("src").GetString()!);
            Assert.Equal(picture.GetProperty("type").GetString(), shown.Content.Headers.ContentType?.MediaType);
            var bytes = await shown.Content.ReadAsByteArrayAsync(Token);
            if (picture.GetProperty("sizes").GetString() is not "any" and { } size)
            {
                Assert.Equal("PNG"u8, bytes.AsSpan(1, 3));
                var (width, height) = (bytes[18] << 8 | bytes[19], bytes[22] << 8 | bytes[23]);
                Assert.Equal(size, FormattableString.Invariant($"{width}x{height}"));
            }
        }

        string? Of(string name) => manifest.GetProperty(name).GetString();
    }

    [Fact]
    public async Task The_worker_is_at_the_root_is_asked_for_again_and_may_do_what_pages_may()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        using var stranger = desk.NewClient();

        using var answer = await stranger.GetAsync(new Uri("/worker.js", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("worker-src", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_that_is_kept_has_all_that_is_told_of_each_paper_and_is_for_those_who_are_in()
    {
        await using var bench = await DecidingOverHttp.RankedBenchAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var parser = new HtmlParser();
        var shown = parser.ParseDocument(await desk.PageAsync("/2024-04/suggestions?show=open&after=0"));
        using var answer = await desk.SendAsync(
            HttpMethod.Get, "/2024-04/suggestions?keep=true", change: request => request.Headers.Add("Accept", "text/html"));
        var kept = parser.ParseDocument(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal(IdsOf(shown), IdsOf(kept));
        Assert.All(kept.QuerySelectorAll("li.paper"), row => Assert.NotEmpty(row.QuerySelector(".detail[hidden] .abstract")!.TextContent));
        Assert.Equal($"\"{shown.QuerySelector("#papers")!.GetAttribute("data-ranking")}\"", answer.Headers.ETag?.ToString());
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Null(shown.QuerySelector("#offline"));
        Assert.NotNull(kept.QuerySelector("#offline"));

        using var stranger = desk.NewClient();
        using var refused = await stranger.GetAsync(new Uri("/2024-04/suggestions?keep=true", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    private static IEnumerable<string?> IdsOf(AngleSharp.Dom.IParentNode page) =>
        page.QuerySelectorAll("li.paper").Select(row => row.GetAttribute("data-id"));
}
