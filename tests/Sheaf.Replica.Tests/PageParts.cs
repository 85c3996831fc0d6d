using System.Net;
using System.Text.RegularExpressions;

namespace Sheaf.Replica.Tests;

/// <summary>The functional parts of an abstract page, cut out by plain text so that no parser of the product judges the replica.</summary>
internal static partial class PageParts
{
    /// <summary>Part by name; white space collapsed, decoration removed.</summary>
    public static IReadOnlyDictionary<string, string> Of(string html)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = Cut(html, "<title>", "</title>"),
            ["canonical"] = Cut(html, "<link rel=\"canonical\"", "/>"),
            ["og:url"] = Cut(html, "<meta property=\"og:url\"", "/>"),
            ["heading"] = Cut(html, "<h1>", "</h1>"),
            ["notice"] = Cut(html, "<span class=\"error\"", "<div class=\"dateline\">"),
            ["dateline"] = Cut(html, "<div class=\"dateline\">", "</div>"),
            ["h1"] = Cut(html, "<h1 class=\"title mathjax\">", "</h1>"),
            ["authors"] = Cut(Script().Replace(html, ""), "<div class=\"authors\">", "<div id=\"download-button-info\""),
            ["abstract"] = Cut(html, "<blockquote class=\"abstract mathjax\">", "</blockquote>")
                .Replace("</span> ", "</span>", StringComparison.Ordinal),
            ["history"] = Email().Replace(Cut(html, "<div class=\"submission-history\">", "</div>"), ""),
            ["license"] = License().Match(html).Groups["uri"].Value,
        };
        foreach (var name in Citation().Matches(html).GroupBy(match => match.Groups["name"].Value))
        {
            parts[name.Key] = Tidy(string.Join(" | ", name.Select(match => match.Groups["content"].Value)));
        }

        foreach (var (index, row) in Row().Matches(Cut(html, "<div class=\"metatable\">", "</table>")).Index())
        {
            parts[$"row {index} {row.Groups["class"].Value} {Tidy(Tag().Replace(row.Groups["label"].Value, ""))}"] = Tidy(
                row.Groups["cell"].Value);
        }

        return parts;
    }

    private static string Cut(string html, string from, string to)
    {
        var start = html.IndexOf(from, StringComparison.Ordinal);
        var end = start < 0 ? -1 : html.IndexOf(to, start + from.Length, StringComparison.Ordinal);
        return end < 0 ? "" : Tidy(html[(start + from.Length)..end]);
    }

    private static string Tidy(string html) =>
        WebUtility.HtmlDecode(Space().Replace(Tooltip().Replace(html, ""), " ")).Replace('\u00A0', ' ').Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    // Explanations behind buttons, and the comments about them, are decoration.
    [GeneratedRegex("""<!--.*?-->|<div class="button-and-tooltip">.*?</div>\s*</div>""", RegexOptions.Singleline)]
    private static partial Regex Tooltip();

    [GeneratedRegex("<script.*?</script>|<noscript>.*?</noscript>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex(@"show-email/[0-9a-f]+")]
    private static partial Regex Email();

    [GeneratedRegex("""<div class="abs-license">\s*<a href="(?<uri>[^"]*)" title=""")]
    private static partial Regex License();

    [GeneratedRegex("""<meta name="(?<name>citation_[a-z_]+)" content="(?<content>[^"]*)" />""")]
    private static partial Regex Citation();

    [GeneratedRegex(
        """<td class="tablecell label">(?<label>.*?)</td>\s*<td class="tablecell (?<class>[^"]*)">(?<cell>.*?)</td>""",
        RegexOptions.Singleline)]
    private static partial Regex Row();
}
