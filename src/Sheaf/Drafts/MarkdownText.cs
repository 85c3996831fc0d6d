using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Drafts;

/// <summary>Text from outside as Markdown that shows it and does nothing else.</summary>
public static partial class MarkdownText
{
    /// <summary>
    /// One line of Markdown: TeX's accents and Greek outside mathematics as Unicode, other TeX as it is, Markdown's own characters behind
    /// a backslash, mathematics untouched.
    /// </summary>
    public static string Of(string tex) => Escape(Readable(tex));

    /// <summary>As <see cref="Of"/>, but not yet Markdown.</summary>
    public static string Readable(string tex) => PlainLine.Of(TexText.ToUnicode(PlainLine.Of(tex)));

    /// <summary>Puts a backslash before <c>\ ` * [ ] &lt;</c>, and before <c>_</c> that is not inside a word, outside <c>$…$</c>.</summary>
    public static string Escape(string line)
    {
        var escaped = new StringBuilder(line.Length + 8);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '$' && TexMath.EndOf(line, at) is { } end)
            {
                escaped.Append(Harmless(line[at..end]));
                at = end - 1;
            }
            else if (line[at] == '\\' && at + 1 < line.Length && line[at + 1] == '$')
            {
                escaped.Append(@"\\$");
                at++;
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

    private static bool IsMarkup(string line, int at) =>
        line[at] is '\\' or '`' or '*' or '[' or ']' or '<' || (line[at] == '_' && !IsInsideWord(line, at));

    /// <summary>Whether letters or digits stand on both sides of the underscores here: <c>snake_case</c> emphasises nothing.</summary>
    private static bool IsInsideWord(string line, int at)
    {
        var before = line.AsSpan(0, at).TrimEnd('_');
        var after = line.AsSpan(at).TrimStart('_');
        Rune.DecodeLastFromUtf16(before, out var last, out _);
        Rune.DecodeFromUtf16(after, out var first, out _);
        return Rune.IsLetterOrDigit(last) && Rune.IsLetterOrDigit(first);
    }

    /// <summary>
    /// Mathematics must not be escaped, but a title may hold <c>$&lt;!--$</c>, and one comment would hide the rest of the draft. A space
    /// after the sign means the same to TeX and nothing to HTML.
    /// </summary>
    private static string Harmless(string math) => math.Contains('<') ? Tag().Replace(math, "< ") : math;

    [GeneratedRegex(@"<(?=[!?/]|[A-Za-z][A-Za-z0-9-]*([\s/][^<>]*)?>)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^([0-9]{0,9})([#>+.)~=-])", RegexOptions.CultureInvariant)]
    private static partial Regex BlockStart();
}
