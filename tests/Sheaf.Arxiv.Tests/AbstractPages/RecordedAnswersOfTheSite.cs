using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.AbstractPages;

/// <summary>The client against answers recorded from arXiv's own software, replayed over a socket.</summary>
public sealed class RecordedAnswersOfTheSite
{
    [Theory]
    [InlineData("010-abs-not-found-new", "0704.9999", "Article 0704.9999 not found")]
    [InlineData("012-abs-not-found-old", "hep-th/9901999", "Article hep-th/9901999 in the High Energy Physics - Theory archive not found")]
    public async Task An_unknown_e_print_is_not_found(string recording, string identifier, string reason) =>
        Assert.Equal(new PageAnswer.NotFound(reason), await GetAsync(recording, identifier, lastModified: null));

    [Fact]
    public async Task A_deleted_e_print_is_deleted() => Assert.Equal(
        new PageAnswer.Deleted(
            "The article astro-ph/0110242 is recorded as having been deleted from arXiv. The reason recorded is \"was a duplicate of "
            + "astro-ph/0110255\"."),
        await GetAsync("039-abs-deleted", "astro-ph/0110242", lastModified: null));

    [Fact]
    public async Task A_page_not_modified_since_is_unchanged() =>
        Assert.IsType<PageAnswer.Unchanged>(
            await GetAsync("043-abs-if-modified-since-equal", "0906.5132", "Thu, 01 Jan 2026 00:00:00 GMT"));

    [Theory]
    [InlineData("001-abs-new-id", "0906.5132", false)]
    [InlineData("005-abs-old-id", "hep-th/9901001", false)]
    [InlineData("007-abs-withdrawn-latest", "0704.0615", true)]
    public async Task A_page_is_found_with_its_date(string recording, string identifier, bool withdrawn)
    {
        var found = Assert.IsType<PageAnswer.Found>(await GetAsync(recording, identifier, lastModified: null));

        Assert.Equal(identifier, found.Record.Identifier.ToString());
        Assert.Equal(withdrawn, found.Record.Withdrawn);
        Assert.EndsWith(" GMT", found.LastModified, StringComparison.Ordinal);
    }

    private static async Task<PageAnswer> GetAsync(string recording, string identifier, string? lastModified)
    {
        var (head, body) = Split(
            await File.ReadAllTextAsync(ReferenceData.PathOf("http", recording + ".http"), TestContext.Current.CancellationToken));
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            context.Response.StatusCode = int.Parse(head[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
            var modified = head.FirstOrDefault(line => line.StartsWith("Last-Modified: ", StringComparison.OrdinalIgnoreCase));
            context.Response.Headers.LastModified = modified?["Last-Modified: ".Length..];
            if (body.Length > 0)
            {
                await context.Response.Body.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body));
            }
        });
        return await site.Client.GetAsync(ArxivIdentifier.Parse(identifier), lastModified, TestContext.Current.CancellationToken);
    }

    private static (string[] Head, string Body) Split(string answer)
    {
        var unix = answer.ReplaceLineEndings("\n");
        var end = unix.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? (unix.Split('\n'), "") : (unix[..end].Split('\n'), unix[(end + 2)..]);
    }
}
