using System.Text;
using Sheaf.Files;

namespace Sheaf.Checking;

/// <summary>A file as lines that can be changed one by one, every other byte staying as it is.</summary>
internal sealed class TextLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<TextLine> _lines = [];

    private TextLines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            var next = end == text.Length ? end : end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
            _lines.Add(new(_lines.Count + 1, text[start..end], text[end..next], start));
            start = next;
        }
    }

    public IReadOnlyList<TextLine> All => _lines;

    /// <summary>Null where the bytes are not UTF-8: such a file is not to be changed.</summary>
    public static TextLines? Of(ReadOnlyMemory<byte> content)
    {
        try
        {
            return new TextLines(Strict.GetString(content.Span));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>A line without its ending; null where there is none of this number.</summary>
    public string? At(int number) => number >= 1 && number <= _lines.Count ? _lines[number - 1].Text : null;

    /// <summary>Whether the line after it is indented: then it belongs to it.</summary>
    public bool IsContinued(int number) => At(number + 1) is [' ' or '\t', ..] next && !string.IsNullOrWhiteSpace(next);

    /// <summary>The number of the line that says this; null where there is none, or more than one.</summary>
    public int? OnlyLine(string text) => _lines.Where(line => line.Text == text).Take(2).ToList() is [var only] ? only.Number : null;

    /// <summary>The change to the text; null where what it speaks of does not stand on the line exactly once.</summary>
    public Splice? Splice(int number, LineFix fix)
    {
        if (At(number) is not { } text || text.IndexOf(fix.Old, StringComparison.Ordinal) is var at && (at < 0 || text.IndexOf(fix.Old, at + 1, StringComparison.Ordinal) >= 0))
        {
            return null;
        }

        var line = _lines[number - 1];
        return fix.New is null ? new(line.Start, line.Text.Length + line.Ending.Length, "") : new(line.Start + at, fix.Old.Length, fix.New);
    }
}

/// <summary>One line of a file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its ending.</param>
/// <param name="Ending">As it is; empty at the end of a file that lacks it.</param>
/// <param name="Start">Where it begins in the text.</param>
internal readonly record struct TextLine(int Number, string Text, string Ending, int Start);
