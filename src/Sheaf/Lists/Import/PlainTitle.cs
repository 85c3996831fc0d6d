using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Text;

namespace Sheaf.Lists.Import;

/// <summary>A title without the markup around it and the escapes in it. Mathematics between dollars stays as it is.</summary>
internal static partial class PlainTitle
{
    /// <summary>A longer text is no title; arXiv's longest have some 400 characters.</summary>
    private const int LongestTitle = 1000;

    private const string Wrapping = " \t\u00a0\"“”„«»《》「」『』";

    /// <summary>The title; null where nothing is left of it, or far too much.</summary>
    public static string? Of(string markdown)
    {
        if (markdown.Length > LongestTitle)
        {
            return null;
        }

        var text = Unescape(
            WithoutEmphasis(InvisibleCharacters.Trim(PageTitle().Replace(markdown, "")).TrimEnd(',', ';', '\uff0c', '\uff1b'))).Trim();
        text = text.Length > 1 && Wrapping.Contains(text[0]) && Wrapping.Contains(text[^1]) ? text.Trim(Wrapping.ToCharArray()) : text;
        text = text.EndsWith('.') && !text.EndsWith("..", StringComparison.Ordinal) ? text[..^1] : text;
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return text.Any(char.IsLetterOrDigit) ? text : null;
    }

    private static string WithoutEmphasis(string text)
    {
        foreach (var mark in new[] { "**", "__", "*", "_", "`", "~~" })
        {
            if (text.Length > 2 * mark.Length
                && text.StartsWith(mark, StringComparison.Ordinal)
                && text.EndsWith(mark, StringComparison.Ordinal)
                && !text.EndsWith('\\' + mark, StringComparison.Ordinal))
            {
                return WithoutEmphasis(text[mark.Length..^mark.Length]);
            }
        }

        return text;
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '$' && text.IndexOf('$', at + 1) is > 0 and var end)
            {
                plain.Append(text, at, end - at + 1);
                at = end;
            }
            else if (text[at] == '\\'
                && at + 1 < text.Length
                && char.IsAscii(text[at + 1])
                && (char.IsPunctuation(text[at + 1]) || char.IsSymbol(text[at + 1])))
            {
                plain.Append(text[++at]);
            }
            else
            {
                plain.Append(text[at]);
            }
        }

        return plain.ToString();
    }

    /// <summary>
    /// What arXiv and its neighbours put around a title as the name of its page: <c>[2404.19756] Title</c>, <c>Title | arXiv</c>.
    /// </summary>
    [GeneratedRegex(
        @"^\s*(\[(arxiv:)?([a-z-]+/[0-9]{7}|[0-9]{4}\.[0-9]{4,5})(v[0-9]+)?\]\s+(?=\S)|paper page\s[–—-]\s)|\s[|–—-]\s(arxiv(\.org)?"
        + @"|alphaxiv|hugging face|semantic scholar)\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PageTitle();
}
