using System.Text.RegularExpressions;

namespace Sheaf.Markdown;

/// <summary>
/// One line of a text, and what block of Markdown could begin with it, by the rules of CommonMark and of GitHub's tables. Lists, drafts and
/// checks read lines by these rules and no others; what they add is what people write beside Markdown.
/// </summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its ending.</param>
internal sealed partial record MarkdownLine(int Number, string Text)
{
    /// <summary>Blocks begin at most this far in; further in is code, or inside a list item.</summary>
    public const int MostIndent = 3;

    private const string Blanks = " \t";

    /// <summary>Where it begins in the text.</summary>
    public int Start { get; private init; }

    /// <summary>As it is: LF, CRLF or CR; empty at the end of a text that lacks it.</summary>
    public string Ending { get; private init; } = "";

    /// <summary>Where its ending begins.</summary>
    public int End => Start + Text.Length;

    /// <summary>Where the next line begins.</summary>
    public int Next => End + Ending.Length;

    public ReadOnlySpan<char> Trimmed => Text.AsSpan().Trim(Blanks);

    /// <summary>Whether it is an empty line to Markdown: it has nothing but spaces and tabs.</summary>
    public bool IsBlank => Text.AsSpan().IndexOfAnyExcept(' ', '\t') < 0;

    /// <summary>Whether it is an empty line to who looks at it: it may have spaces of any kind.</summary>
    public bool IsWhiteSpace => string.IsNullOrWhiteSpace(Text);

    /// <summary>Where its text begins, in columns; a tab goes on to the next multiple of four.</summary>
    public int Indent
    {
        get
        {
            var column = 0;
            foreach (var character in Text)
            {
                if (character is not (' ' or '\t'))
                {
                    break;
                }

                column = character == '\t' ? (column / 4 * 4) + 4 : column + 1;
            }

            return column;
        }
    }

    /// <summary>Of a heading that begins with <c>#</c>, 1 to 6; else 0.</summary>
    public int HeadingLevel
    {
        get
        {
            var text = Trimmed;
            var rest = text.TrimStart('#');
            var level = text.Length - rest.Length;
            return level is > 0 and <= 6 && (rest.IsEmpty || rest[0] is ' ' or '\t') && Indent <= MostIndent ? level : 0;
        }
    }

    /// <summary>The words of such a heading, without the signs that close it.</summary>
    public string HeadingText
    {
        get
        {
            var title = Trimmed.TrimStart('#');
            var open = title.TrimEnd('#');
            var isClosed = open.Length < title.Length && (open.IsEmpty || open[^1] is ' ' or '\t');
            return (isClosed ? open : title).Trim().ToString();
        }
    }

    /// <summary>1 for <c>===</c>, 2 for <c>---</c>, which make a heading of the paragraph above; else 0.</summary>
    public int UnderlineLevel
    {
        get
        {
            var text = Trimmed;
            return text.IsEmpty || Indent > MostIndent ? 0
                : text.IndexOfAnyExcept('=') < 0 ? 1
                : text.IndexOfAnyExcept('-') < 0 ? 2
                : 0;
        }
    }

    /// <summary>A rule across the page: three or more <c>*</c>, <c>-</c> or <c>_</c>, blanks between them or not.</summary>
    public bool IsBreak
    {
        get
        {
            var text = Trimmed;
            return text is ['*' or '-' or '_', ..] && text.IndexOfAnyExcept(text[0], ' ', '\t') < 0 && text.Count(text[0]) >= 3
                && Indent <= MostIndent;
        }
    }

    public bool IsQuote => Trimmed is ['>', ..] && Indent <= MostIndent;

    public bool IsHtmlComment => Trimmed.StartsWith("<!--") && Indent <= MostIndent;

    /// <summary>Whether it begins with a bar, as rows of tables do that have bars outside.</summary>
    public bool IsRow => Trimmed is ['|', ..];

    /// <summary>The line under a table's column names, <c>--- | :---:</c>: one dash or more in every cell, and a bar at least.</summary>
    public bool IsTableRule
    {
        get
        {
            if (!Text.Contains('|') || Text.AsSpan().IndexOfAnyExcept(" \t|:-") >= 0)
            {
                return false;
            }

            var row = Without('|', Trimmed);
            foreach (var range in row.Split('|'))
            {
                var dashes = Without(':', row[range].Trim(Blanks));
                if (dashes.IsEmpty || dashes.IndexOfAnyExcept('-') >= 0)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>The cells of a table row, with what is outside of its outer bars; a bar after a backslash is text.</summary>
    public string[] Cells => CellBorder().Split(Text);

    /// <summary>A fence of code, however far in; null where it is none.</summary>
    public CodeFence? Fence
    {
        get
        {
            var text = Trimmed;
            if (text is not ['`' or '~', ..])
            {
                return null;
            }

            var info = text.TrimStart(text[0]);
            var length = text.Length - info.Length;
            return length < 3 || (text[0] == '`' && info.Contains('`')) ? null : new(text[0], length, info.IsEmpty, Indent > MostIndent);
        }
    }

    /// <summary>What marks it as a list item, however far in; null where nothing does.</summary>
    public ItemMarker? Marker => ItemMarker.Find(Text);

    /// <summary>Whether an item of the outermost list begins here.</summary>
    public bool IsItem => Marker is not null && Indent <= MostIndent && !IsBreak;

    /// <summary>Whether a block begins here though a paragraph goes before without a blank line.</summary>
    public bool Interrupts => HeadingLevel > 0 || IsBreak || IsQuote || IsHtmlComment || (Fence is not null && Indent <= MostIndent)
        || (IsItem && Marker is { Interrupts: true } marker && !Text.AsSpan(Math.Min(marker.Width, Text.Length)).Trim(Blanks).IsEmpty);

    /// <summary>The lines of a text; a byte order mark before the first is of none.</summary>
    public static List<MarkdownLine> Split(string text)
    {
        var lines = new List<MarkdownLine>();
        for (var start = text.StartsWith('\ufeff') ? 1 : 0; start < text.Length;)
        {
            var (end, next) = EndOfLine(text, start);
            lines.Add(new(lines.Count + 1, text[start..end]) { Start = start, Ending = EndingOf(text.AsSpan(end, next - end)) });
            start = next;
        }

        return lines;
    }

    /// <summary>Where the line at a place ends, and where the next one begins: behind LF, CRLF or CR, or at the end of the text.</summary>
    public static (int End, int Next) EndOfLine(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\r', '\n');
        var end = length < 0 ? text.Length : at + length;
        return (end, end == text.Length ? end : end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1));
    }

    /// <summary>Where the cell of a table row ends in which a place is.</summary>
    public static int EndOfCell(string row, int at) => CellBorder().Match(row, at) is { Success: true } border ? border.Index : row.Length;

    private static string EndingOf(ReadOnlySpan<char> ending) => ending switch { "\n" => "\n", "\r\n" => "\r\n", "\r" => "\r", _ => "" };

    /// <summary>Without a sign at either end.</summary>
    private static ReadOnlySpan<char> Without(char sign, ReadOnlySpan<char> text)
    {
        text = !text.IsEmpty && text[0] == sign ? text[1..] : text;
        return !text.IsEmpty && text[^1] == sign ? text[..^1] : text;
    }

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex CellBorder();
}

/// <summary>A line that opens or closes code: at least three backticks or tildes.</summary>
/// <param name="Mark">Which of the two.</param>
/// <param name="Length">How many.</param>
/// <param name="IsBare">Whether nothing follows them: only then can it close.</param>
/// <param name="IsInside">
/// Whether it is so far in that it can only be in a list item. How far in the text of that item is, no line tells.
/// </param>
internal readonly record struct CodeFence(char Mark, int Length, bool IsBare, bool IsInside)
{
    public bool Closes(CodeFence open) => IsBare && Mark == open.Mark && Length >= open.Length && (open.IsInside || !IsInside);
}

/// <summary>What a list item begins with.</summary>
/// <param name="Indent">The blanks before it.</param>
/// <param name="Sign"><c>*</c>, <c>-</c>, <c>+</c>, or a number with <c>.</c> or <c>)</c>.</param>
/// <param name="Pad">The blanks after it, at least one.</param>
internal sealed record ItemMarker(string Indent, string Sign, string Pad)
{
    /// <summary>How far in the item's text stands.</summary>
    public int Width => Indent.Length + Sign.Length + Pad.Length;

    /// <summary>A number other than 1 after a line of text is text.</summary>
    public bool Interrupts => Sign.Length == 1 || Sign[..^1] == "1";

    /// <summary>The marker of a line; null where it is no list item.</summary>
    public static ItemMarker? Find(ReadOnlySpan<char> line)
    {
        var text = line.TrimStart(" \t");
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        var length = text.IsEmpty || digits < 0 ? 0
            : digits == 0 ? (text[0] is '*' or '-' or '+' ? 1 : 0)
            : digits <= 9 && text[digits] is '.' or ')' ? digits + 1
            : 0;
        var rest = text[length..];
        if (length == 0 || !(rest.IsEmpty || rest[0] is ' ' or '\t'))
        {
            return null;
        }

        var pad = rest.Length - rest.TrimStart(" \t").Length;
        return new(
            line[..^text.Length].ToString(), text[..length].ToString(),
            pad is >= 1 and <= 4 && pad < rest.Length ? rest[..pad].ToString() : " ");
    }
}
