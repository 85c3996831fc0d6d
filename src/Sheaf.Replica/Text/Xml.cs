using System.Buffers;
using System.Text.RegularExpressions;

namespace Sheaf.Replica.Text;

/// <summary>Text that XML can hold.</summary>
internal static partial class Xml
{
    /// <summary>Without the characters that no XML may have, however they are written.</summary>
    public static string Legal(string text) => text.AsSpan().ContainsAny(s_suspicious) ? Forbidden().Replace(text, "") : text;

    private static readonly SearchValues<char> s_suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)
            .Where(code => (code < ' ' && code is not ('\t' or '\n' or '\r')) || code >= 0xFFFE || char.IsSurrogate(code))]);

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Forbidden();
}
