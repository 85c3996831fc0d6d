using System.Text.RegularExpressions;
using Sheaf.Drafts.Formats;
using Sheaf.Formulas;
using Sheaf.Searching;

namespace Sheaf.Desk;

/// <summary>A text with its formulas set and some words marked.</summary>
internal static class MarkedText
{
    /// <param name="text">Plain text, TeX in it.</param>
    /// <param name="formulas">Of the page.</param>
    /// <param name="words">To be marked, in any case of letters.</param>
    public static Html Of(string text, PageFormulas formulas, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
        {
            return TexHtml.From(text, formulas);
        }

        var wanted = new Regex(
            $@"\b(?:{string.Join('|', words.OrderByDescending(word => word.Length).Select(Regex.Escape))})\b",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        return TexHtml.From(text, formulas, piece => Marked(piece, wanted));
    }

    /// <inheritdoc cref="Of(string, PageFormulas, IReadOnlyList{string})" path="/summary"/>
    /// <param name="text">Plain text, TeX in it.</param>
    /// <param name="formulas">Of the page.</param>
    /// <param name="terms">What was looked for.</param>
    public static Html Of(string text, PageFormulas formulas, IReadOnlyList<QueryTerm> terms) => terms.Count == 0
        ? TexHtml.From(text, formulas)
        : TexHtml.From(text, formulas, piece => Of(Excerpt.Whole(piece, terms)));

    /// <summary>The pieces of an excerpt.</summary>
    public static Html Of(IEnumerable<ExcerptPart> parts)
    {
        var pieces = parts.Select(part => part.Hit ? (Html)$"<mark>{part.Text}</mark>" : $"{part.Text}").ToList();
        return $"{pieces}";
    }

    private static Html Marked(string text, Regex wanted)
    {
        var pieces = new List<Html>();
        var start = 0;
        foreach (var match in wanted.EnumerateMatches(text))
        {
            pieces.Add($"{text[start..match.Index]}<mark>{text.Substring(match.Index, match.Length)}</mark>");
            start = match.Index + match.Length;
        }

        return $"{pieces}{text[start..]}";
    }
}
