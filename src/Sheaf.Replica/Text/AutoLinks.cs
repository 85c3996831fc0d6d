using System.Text;
using System.Text.RegularExpressions;

namespace Sheaf.Replica.Text;

/// <summary>
/// Turns text into HTML in which addresses, DOIs and arXiv identifiers are links, as on arXiv's pages: an address is then only in the
/// <c>href</c>, its text is "this https URL" (field guide 5.4).
/// </summary>
internal static partial class AutoLinks
{
    private const string Rel = "rel=\"external noopener nofollow\"";

    /// <summary>As in abstracts and comments.</summary>
    public static string Link(string text) => Replace(text, Everything());

    /// <summary>As in titles, where only arXiv identifiers are links.</summary>
    public static string LinkIdentifiers(string text) => Replace(text, Identifiers());

    private static string Replace(string text, Regex linkable)
    {
        var html = new StringBuilder();
        var done = 0;
        foreach (Match match in linkable.Matches(text))
        {
            // Punctuation that closes the sentence stays outside of the link.
            var found = match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']', '\'');
            if (match.Index < done || found.Length == 0)
            {
                continue;
            }

            html.Append(Html.Escape(text[done..match.Index])).Append(Anchor(match, found));
            done = match.Index + found.Length;
        }

        return html.Append(Html.Escape(text[done..])).ToString();
    }

    private static string Anchor(Match match, string found)
    {
        if (match.Groups["doi"].Success)
        {
            return OfDoi(found);
        }

        return match.Groups["url"].Success ? OfUrl(found, found)
            : match.Groups["bare"].Success ? OfUrl("http://" + found, found)
            : OfIdentifier(found);
    }

    private static string OfDoi(string found)
    {
        var doi = found[(found.IndexOf("10.", StringComparison.Ordinal))..];
        return $"{Html.Escape(found[..^doi.Length])}{DoiAnchor(doi)}";
    }

    /// <summary>The link of one DOI, as also in the table of metadata.</summary>
    public static string DoiAnchor(string doi)
    {
        var bare = doi.StartsWith("doi:", StringComparison.OrdinalIgnoreCase) ? doi["doi:".Length..] : doi;
        var address = $"https://doi.org/{Html.Percent(bare)}";
        var attributes = $"""data-doi="{Html.Escape(bare)}" class="link-https link-external" {Rel}""";
        return $"""{doi[..^bare.Length]}<a href="{address}" {attributes}>{address}</a>""";
    }

    private static string OfUrl(string address, string found)
    {
        var scheme = address[..address.IndexOf(':', StringComparison.Ordinal)].ToLowerInvariant();
        return ToArxiv().IsMatch(address)
            ? $"""<a href="{Html.Escape(address)}" class="link-internal link-{scheme}">{Html.Escape(found)}</a>"""
            : $"""<a href="{Html.Escape(address)}" {Rel} class="link-external link-{scheme}">this {scheme} URL</a>""";
    }

    private static string OfIdentifier(string found)
    {
        var id = found.StartsWith("arxiv:", StringComparison.OrdinalIgnoreCase) ? found["arxiv:".Length..] : found;
        return $"""<a href="https://arxiv.org/abs/{id}" data-arxiv-id="{id}" class="link-https">{found}</a>""";
    }

    private const string Identifier =
        @"(?<![0-9A-Za-z=./])(?:(?:arXiv:)?[0-9]{4}\.[0-9]{4,5}(?:v[0-9]+)?(?![0-9.]*[0-9])"
        + @"|(?:arXiv:)?[A-Za-z]{2,}(?:-[A-Za-z]{2,})?(?:\.[A-Z]{2})?/[0-9]{7}(?:v[0-9]+)?(?![0-9]))";

    // Endings of hosts without a scheme. The last three are none to us: arXiv links file names of TeX and sentences without a space.
    private const string Endings = "com|org|net|edu|gov|io|ai|dev|info|uk|de|fr|it|jp|cn|eu|ch|nl|es|ca|au|in|ru|at|be|cls|sty|[Aa]ll";

    [GeneratedRegex(Identifier)]
    private static partial Regex Identifiers();

    [GeneratedRegex(
        @"(?<doi>\bdoi:\s?10\.[0-9]{4,9}/[^\s<>""]+)|(?<url>\b(?:https?|ftp)://[^\s<>""]+)"
        + @"|(?<bare>(?<![\w./@:-])(?:[A-Za-z0-9-]+\.){1,4}(?:" + Endings + @")(?:/[^\s<>""]*)?(?![\w]))|" + Identifier)]
    private static partial Regex Everything();

    [GeneratedRegex(@"\A(?:https?|ftp)://(?:[a-z]+\.)?arxiv\.org(?:/|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToArxiv();
}
