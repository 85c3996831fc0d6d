using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>
/// Markdown's links whose targets stand elsewhere, <c>[Title][1]</c> and <c>[1]: https://arxiv.org/abs/…</c>, as ordinary links.
/// </summary>
internal static partial class ReferenceLinks
{
    /// <summary>Puts the targets that name papers where they are used. Where none is, the text is returned as it is.</summary>
    public static string Inline(string text)
    {
        if (!text.Contains("]:", StringComparison.Ordinal))
        {
            return text;
        }

        var targets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (Match definition in Definition().Matches(text))
        {
            if (IdentifierFinder.Find(definition.Groups["target"].Value).Count > 0)
            {
                targets.TryAdd(definition.Groups["label"].Value, definition.Groups["target"].Value);
            }
        }

        return targets.Count == 0 ? text : Inline(text, targets);
    }

    private static string Inline(string text, Dictionary<string, string> targets)
    {
        var used = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var inlined = Use().Replace(text, use =>
        {
            var label = use.Groups["label"].Value is { Length: > 0 } named ? named : use.Groups["text"].Value;
            // [1] alone is a number before an entry, or behind a sentence.
            var isNumber = !use.Groups["label"].Success && label.All(char.IsAsciiDigit);
            if (isNumber || !targets.TryGetValue(label, out var target))
            {
                return use.Value;
            }

            used.Add(label);
            return $"[{use.Groups["text"].Value}]({target})";
        });
        return Definition().Replace(inlined, definition => used.Contains(definition.Groups["label"].Value) ? "" : definition.Value);
    }

    [GeneratedRegex(
        @"^ {0,3}\[(?<label>[^\[\]\r\n^][^\[\]\r\n]{0,99})\]:[ \t]{1,9}<?(?<target>[^\s<>]{1,500})>?[^\r\n]{0,500}",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();

    // [Title][label], [Title][] and, where it is no definition and no link of another kind, [Title].
    [GeneratedRegex(
        @"\[(?<text>[^\[\]\r\n^][^\[\]\r\n]{0,399})\](\[(?<label>[^\[\]\r\n]{0,100})\]|(?![(:\[]))", RegexOptions.ExplicitCapture)]
    private static partial Regex Use();
}
