using System.Globalization;
using Sheaf.Replica.Requests;

namespace Sheaf.Replica.AbstractPages;

/// <summary>
/// Everything under <c>/abs</c>: pages, redirects to canonical addresses, and the ways a page can be missing (field guide 1.3).
/// </summary>
internal sealed class AbstractPageSite(Corpus corpus)
{
    public Answer Answer(ReceivedRequest request)
    {
        var query = request.Query();
        if (request.Path == "/abs")
        {
            return Asked(request, query) is { } named ? Find(named, request, mayRedirect: false) : MissingPage.NothingAsked();
        }

        return Find(request.Path["/abs/".Length..], request, mayRedirect: true);
    }

    // /abs?id=X, /abs?archive=hep-th&papernum=9901001 and /abs?hep-th/9901001 are older addresses that still work.
    private static string? Asked(ReceivedRequest request, IReadOnlyDictionary<string, string> query)
    {
        if (query.TryGetValue("id", out var id))
        {
            return id;
        }

        if (query.TryGetValue("archive", out var archive) && query.TryGetValue("papernum", out var number))
        {
            return $"{archive}/{number}";
        }

        return request.RawQuery.Length > 0 && !request.RawQuery.Contains('=', StringComparison.Ordinal) ? query.Keys.First() : null;
    }

    private Answer Find(string text, ReceivedRequest request, bool mayRedirect)
    {
        if (!RequestedIdentifier.IsWorthParsing(text))
        {
            return MissingPage.Invalid();
        }

        if (!RequestedIdentifier.TryParse(text, out var asked))
        {
            return MissingPage.Unrecognized(text);
        }

        if (mayRedirect && asked.Canonical != text)
        {
            return MissingPage.Redirect($"/abs/{asked.Canonical}");
        }

        return !corpus.Papers.TryGetValue(asked.Id, out var paper)
            ? DeletedPapers.ReasonOf(asked.Id) is { } duplicate ? MissingPage.Deleted(asked, duplicate)
            : MissingPage.Unknown(asked, versionOfKnown: false)
            : paper.Deleted is { } reason ? MissingPage.Deleted(asked, reason)
            : Show(paper, asked, request);
    }

    private static Answer Show(CorpusPaper paper, RequestedIdentifier asked, ReceivedRequest request)
    {
        var history = History.Of(paper);
        var version = asked.Version is { } number ? history.Find(number) : history.Latest;
        if (version is null)
        {
            return MissingPage.Unknown(asked, versionOfKnown: true);
        }

        var query = request.Query();
        var shown = new ShownPaper(paper, asked, history, version) { Context = query.GetValueOrDefault("context") };
        if (query.GetValueOrDefault("fmt") == "txt")
        {
            return TextHeader.Of(shown);
        }

        var answer = NotModifiedSince(request, shown.LastModified)
            ? Requests.Answer.Empty(304, contentType: null)
            : Requests.Answer.Html(200, AbstractPage.Of(shown))
                .With("Last-Modified", shown.LastModified.ToString("R", CultureInfo.InvariantCulture));
        return answer
            .With("Surrogate-Key", $"abs-{paper.Id} paper-id-{paper.Id} abs")
            .With("Surrogate-Control", "max-age=31536000")
            .With("Cache-Control", "max-age=3600")
            .With("Content-Security-Policy", "frame-ancestors 'none'");
    }

    private static bool NotModifiedSince(ReceivedRequest request, DateTimeOffset modified) =>
        DateTimeOffset.TryParseExact(
            request.Headers.IfModifiedSince, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
        && modified.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
}
