using System.Text.RegularExpressions;
using Sheaf.Drafts.Text;

namespace Sheaf.Drafts.Sentences;

/// <summary>The first sentence of an abstract, whole.</summary>
public static partial class FirstSentence
{
    /// <summary>Finds it; null where the abstract has no words.</summary>
    /// <param name="text">Paragraphs separated by newlines; a sentence ends with its paragraph.</param>
    /// <returns>On one line, TeX intact, without a label such as <c>Background:</c> before it.</returns>
    public static string? Find(string text)
    {
        foreach (var paragraph in text.Split('\n'))
        {
            var words = Label().Replace(PlainLine.Of(paragraph), "");
            if (words.Length > 0)
            {
                return words[..(EndOf(words, heedsBrackets: true) ?? EndOf(words, heedsBrackets: false) ?? words.Length)];
            }
        }

        return null;
    }

    /// <summary>The end of the first sentence; null where a bracket is never closed, and brackets were to be heeded.</summary>
    private static int? EndOf(string text, bool heedsBrackets)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; at++)
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
                    when (depth == 0 || !heedsBrackets) && SentenceEnd.After(text, at) is { } end:
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
