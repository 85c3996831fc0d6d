using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.AbstractPages;

/// <summary>
/// The authors above the abstract: each name a link, all else plain text, those after the hundredth folded away (field guide 5.4).
/// </summary>
internal static partial class AuthorMarkup
{
    private const int Visible = 100;

    public static string Of(ShownPaper shown)
    {
        var visible = new StringBuilder();
        var folded = new StringBuilder();
        var names = 0;
        foreach (var part in shown.Authors.Parts)
        {
            // The separator before the first folded name is folded with it.
            var isFolded = names >= Visible && part.Kind != AuthorPartKind.Affiliation;
            (isFolded || folded.Length > 0 ? folded : visible).Append(Markup(part, shown.Archive));
            names += part.Kind == AuthorPartKind.Name ? 1 : 0;
        }

        return names > Visible ? visible.Append(Fold(folded.ToString(), names - Visible)).ToString() : visible.Append(folded).ToString();
    }

    private static string Markup(AuthorPart part, string archive)
    {
        if (part.Kind != AuthorPartKind.Name)
        {
            var space = part.Kind == AuthorPartKind.Affiliation ? " " : "";
            return space + Html.Escape(part.Text);
        }

        // "The" and "for the" stand before the link; the comma before a suffix is not shown.
        var article = Article().Match(part.Text).Value;
        var name = part.Text[article.Length..].Replace(", ", " ", StringComparison.Ordinal);
        var query = PersonName.SearchQuery(name);
        var link = $"https://arxiv.org/search/{archive}?searchtype=author&amp;query={query}";
        return $"""{Html.Escape(article)}<a href="{link}" rel="nofollow">{Html.Escape(name)}</a>""";
    }

    private static string Fold(string folded, int count)
    {
        var label = $"et al. ({count} additional authors not shown)";
        return $"""
            <script type="text/javascript">
            function toggleAuthorList(whichLayer, toggleText) {"{"} /* "{label}" */ {"}"}
            </script>

              <div id="long-author-list" style="display: none;">
                    {folded}
              </div>
              <a href="javascript:toggleAuthorList('long-author-list','{label}');"
                 title="Show Entire Author List" id="toggle">
                {label}</a>
              <noscript>&nbsp;The whole list needs JavaScript.</noscript>
            """;
    }

    [GeneratedRegex(@"\A(?:(?:on behalf of |for )?the )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Article();
}
