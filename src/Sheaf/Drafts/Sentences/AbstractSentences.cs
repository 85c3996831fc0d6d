using System.Text.RegularExpressions;
using Sheaf.Text;

namespace Sheaf.Drafts.Sentences;

/// <summary>Where the sentences of an abstract begin and end.</summary>
internal static partial class AbstractSentences
{
    /// <summary>
    /// Its sentences, each on one line and whole, TeX intact, without a label such as <c>Background:</c> before the first.
    /// </summary>
    /// <param name="text">Paragraphs separated by newlines; a sentence ends with its paragraph.</param>
    /// <returns>Found when they are asked for: the first alone takes linear time.</returns>
    public static IEnumerable<string> Of(string text)
    {
        var isFirst = true;
        foreach (var paragraph in text.Split('\n'))
        {
            var words = PlainLine.Of(paragraph);
            foreach (var sentence in Split(isFirst ? Label().Replace(words, "") : words))
            {
                isFirst = false;
                yield return sentence;
            }
        }
    }

    private static IEnumerable<string> Split(string paragraph)
    {
        for (var start = 0; start < paragraph.Length;)
        {
            var end = EndOf(paragraph, start, heedsBrackets: true) ?? EndOf(paragraph, start, heedsBrackets: false) ?? paragraph.Length;
            yield return paragraph[start..end];
            start = end < paragraph.Length && paragraph[end] == ' ' ? end + 1 : end;
        }
    }

    /// <summary>
    /// The end of the sentence that begins at a place; null where a bracket is never closed, and brackets were to be heeded.
    /// </summary>
    private static int? EndOf(string text, int start, bool heedsBrackets)
    {
        var depth = 0;
        for (var at = start; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\':
                    at++;
                    break;
                case '$':
                    at = (TexMath.EndOf(text, at) ?? at + 1) - 1;
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth = Math.Max(0, depth - 1);
                    break;
                case '.' or '!' or '?' or '。' or '！' or '？'
                    when (depth == 0 || !heedsBrackets) && SentenceEnd.After(text, at, start) is { } end:
                    return end;
            }
        }

        return depth > 0 && heedsBrackets ? null : text.Length;
    }

    [GeneratedRegex(
        @"^(abstract|background|context|motivation|introduction|aims?|objectives?|purpose|summary)( ?[:.—–-]+ |\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Label();
}
