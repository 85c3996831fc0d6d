using System.Text;
using Sheaf.Files;
using Sheaf.Markdown;

namespace Sheaf.Checking;

/// <summary>A file as lines that can be changed one by one, every other byte staying as it is.</summary>
internal sealed class TextLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<MarkdownLine> _lines;

    private TextLines(string text) => _lines = MarkdownLine.Split(text);

    public IReadOnlyList<MarkdownLine> All => _lines;

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

    /// <summary>The line of a number; null where there is none.</summary>
    public MarkdownLine? Line(int number) => number >= 1 && number <= _lines.Count ? _lines[number - 1] : null;

    /// <summary>As <see cref="Line"/>, without its ending.</summary>
    public string? At(int number) => Line(number)?.Text;

    /// <summary>Whether the line after it is indented: then it belongs to it.</summary>
    public bool IsContinued(int number) => At(number + 1) is [' ' or '\t', ..] next && !string.IsNullOrWhiteSpace(next);

    /// <summary>The number of the line that says this; null where there is none, or more than one.</summary>
    public int? OnlyLine(string text) => _lines.Where(line => line.Text == text).Take(2).ToList() is [var only] ? only.Number : null;

    /// <summary>The change to the text; null where what it speaks of does not stand on the line exactly once.</summary>
    public Splice? Splice(int number, LineFix fix)
    {
        if (At(number) is not { } text || text.IndexOf(fix.Old, StringComparison.Ordinal) is var at
            && (at < 0 || text.IndexOf(fix.Old, at + 1, StringComparison.Ordinal) >= 0))
        {
            return null;
        }

        var line = _lines[number - 1];
        return fix.New is null ? new(line.Start, line.Next - line.Start, "") : new(line.Start + at, fix.Old.Length, fix.New);
    }
}
