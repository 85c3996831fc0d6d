using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Tex;
using Sheaf.Text;

namespace Sheaf.Markdown;

/// <summary>Text from outside as Markdown that shows it and does nothing else.</summary>
internal static partial class MarkdownText
{
    /// <summary>HTML's longest name has 31 letters.</summary>
    private const int LongestReference = 40;

    /// <summary>
    /// One line of Markdown: TeX's accents and Greek outside mathematics as Unicode, other TeX as it is, Markdown's own characters behind
    /// a backslash, mathematics untouched.
    /// </summary>
    public static string Of(string tex) => Escape(Readable(tex));

    /// <summary>As <see cref="Of"/>, but not yet Markdown.</summary>
    public static string Readable(string tex) => PlainLine.Of(TexText.ToUnicode(PlainLine.Of(tex)));

    /// <summary>
    /// Puts a backslash before <c>\ ` * [ ] &lt;</c>, before <c>_</c> that is not inside a word, and before <c>&amp;</c> that begins a
    /// character reference (<c>&amp;lt;</c> would become another character), outside <c>$…$</c>.
    /// </summary>
    public static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        var lastClosing = line.LastIndexOf('>');
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '$' && TexMath.EndOf(line, at) is { } end)
            {
                MarkdownMath.Append(escaped, line.AsSpan(at, end - at), isFollowed: lastClosing >= end);
                at = end - 1;
            }
            else if (line[at] == '\\' && at + 1 < line.Length && line[at + 1] == '$')
            {
                escaped.Append(@"\\$");
                at++;
            }
            else if (line[at] == '_')
            {
                at = AppendUnderscores(escaped, line, at) - 1;
            }
            else
            {
                escaped.Append(IsMarkup(line, at) ? "\\" : "").Append(line[at]);
            }
        }

        return escaped.ToString();
    }

    /// <summary>A line that begins a paragraph: as <see cref="Of"/>, and no heading, quotation or list begins with it.</summary>
    public static string ParagraphOf(string tex) => BlockStart().Replace(Of(tex), @"$1\$2");

    /// <summary>Whether a character reference, of HTML's names or by number, begins here.</summary>
    internal static bool BeginsReference(ReadOnlySpan<char> text) => Reference().IsMatch(text[..Math.Min(LongestReference, text.Length)]);

    private static bool IsMarkup(string line, int at) =>
        line[at] is '\\' or '`' or '*' or '[' or ']' or '<' || (line[at] == '&' && BeginsReference(line.AsSpan(at)));

    /// <summary>Underscores in a row, with letters or digits on both sides, emphasise nothing: <c>snake_case</c>.</summary>
    /// <returns>The place after them.</returns>
    private static int AppendUnderscores(StringBuilder escaped, string line, int start)
    {
        var length = line.AsSpan(start).IndexOfAnyExcept('_');
        var end = length < 0 ? line.Length : start + length;
        Rune.DecodeLastFromUtf16(line.AsSpan(0, start), out var last, out _);
        Rune.DecodeFromUtf16(line.AsSpan(end), out var first, out _);
        var isInsideWord = Rune.IsLetterOrDigit(last) && Rune.IsLetterOrDigit(first);
        for (var at = start; at < end; at++)
        {
            escaped.Append(isInsideWord ? "_" : @"\_");
        }

        return end;
    }

    [GeneratedRegex(
        @"^&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^([0-9]{0,9})([#>+.)~=-])", RegexOptions.CultureInvariant)]
    private static partial Regex BlockStart();
}
