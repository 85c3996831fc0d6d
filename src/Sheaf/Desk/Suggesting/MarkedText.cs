using System.Text.RegularExpressions;
using Sheaf.Drafts.Formats;
using Sheaf.Formulas;

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
