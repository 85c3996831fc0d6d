using Sheaf.Lists;

namespace Sheaf.Drafts.Merging;

/// <summary>One line of a Markdown text, and what kind of block could begin with it.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where its ending, if it has one, begins.</param>
/// <param name="Source">The text.</param>
internal readonly record struct MarkdownLine(int Start, int End, string Source)
{
    /// <summary>Blocks begin at most this far in; further in is code, or inside a list item.</summary>
    private const int MostIndent = 3;

    /// <summary>Without its ending.</summary>
    public ReadOnlySpan<char> Text => Source.AsSpan(Start, End - Start);

    public ReadOnlySpan<char> Trimmed => Text.Trim(" \t\f\v");

    public bool IsBlank => Text.IndexOfAnyExcept(" \t\f\v") < 0;

    /// <inheritdoc cref="Indentation.Of"/>
    public int Indent => Indentation.Of(Text);

    /// <summary>Of a heading that begins with <c>#</c>, 1 to 6; else 0.</summary>
    public int HeadingLevel
    {
        get
        {
            var text = Trimmed;
            var rest = text.TrimStart('#');
            var level = text.Length - rest.Length;
            return Indent <= MostIndent && level is > 0 and <= 6 && (rest.IsEmpty || rest[0] is ' ' or '\t') ? level : 0;
        }
    }

    /// <summary>1 for <c>===</c>, 2 for <c>---</c>, which make a heading of the paragraph above; else 0.</summary>
    public int UnderlineLevel
    {
        get
        {
            var text = Trimmed;
            return Indent > MostIndent || text.IsEmpty ? 0
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
            return Indent <= MostIndent && !text.IsEmpty && (text[0] is '*' or '-' or '_') && text.IndexOfAnyExcept(text[0], ' ', '\t') < 0 && text.Count(text[0]) >= 3;
        }
    }

    public bool IsQuote => Indent <= MostIndent && Trimmed.StartsWith('>');

    public bool IsComment => Indent <= MostIndent && Trimmed.StartsWith("<!--");

    /// <summary>The line under a table's column names: <c>--- | :---:</c>.</summary>
    public bool IsTableRule => Text.Contains('|') && Text.Contains('-') && Text.IndexOfAnyExcept(" \t|:-") < 0;

    /// <summary>A fence of code; null where it is none.</summary>
    /// <param name="IsBare">Whether nothing follows it: only then can it close.</param>
    public (char Mark, int Length, bool IsBare)? Fence
    {
        get
        {
            var text = Trimmed;
            if (text.IsEmpty || text[0] is not ('`' or '~'))
            {
                return null;
            }

            var rest = text.TrimStart(text[0]);
            var length = text.Length - rest.Length;
            return length < 3 || (text[0] == '`' && rest.Contains('`')) ? null : (text[0], length, rest.IsEmpty);
        }
    }

    /// <summary>Whether a list item begins here, and one of them may do so inside a paragraph.</summary>
    public bool IsItem => Indent <= MostIndent && ItemMarker.Of(Text) is not null && !IsBreak;

    /// <summary>Whether a block begins here though a paragraph goes before without a blank line.</summary>
    public bool Interrupts => HeadingLevel > 0 || IsBreak || IsQuote || IsComment || (Fence is not null && Indent <= MostIndent)
        || (IsItem && ItemMarker.Of(Text) is { Interrupts: true } && !IsEmptyItem);

    private bool IsEmptyItem => ItemMarker.Of(Text) is { } marker && Text[Math.Min(marker.Width, Text.Length)..].IndexOfAnyExcept(" \t") < 0;

    /// <summary>The lines of a text, ended by LF, CRLF or CR.</summary>
    public static List<MarkdownLine> Split(string text)
    {
        var lines = new List<MarkdownLine>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(new(start, end, text));
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }
}
