using System.Text.RegularExpressions;

namespace Sheaf.Curation;

/// <summary>One line of a curated list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its line ending.</param>
internal sealed partial record ListLine(int Number, string Text)
{
    /// <inheritdoc cref="Indentation.Of"/>
    public int Indent => Indentation.Of(Text);

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>A line the editor took out of the list.</summary>
    public bool IsComment => Text.AsSpan().TrimStart().StartsWith("//");

    public bool IsRow => Text.AsSpan().TrimStart().StartsWith('|');

    /// <summary>The line that makes a table of the lines around it: <c>--- | :---:</c>.</summary>
    public bool IsTableRule =>
        Text.Contains('|') && Text.Contains("--", StringComparison.Ordinal) && Text.AsSpan().IndexOfAnyExcept(" \t|:-") < 0;

    /// <summary>The cells of a table row; a bar after a backslash is text.</summary>
    public string[] Cells => CellBorder().Split(Text);

    /// <summary>The text of a list item without its marker and check box; null where the line begins no item.</summary>
    public string? ItemText => Item().Match(Text) is { Success: true } item ? item.Groups["text"].Value : null;

    /// <summary>The lines of a text, whatever ends them; a byte order mark before the first is dropped.</summary>
    public static List<ListLine> Split(string text)
    {
        var lines = new List<ListLine>();
        var start = text.StartsWith('\ufeff') ? 1 : 0;
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOfAny('\r', '\n');
            var end = length < 0 ? text.Length : start + length;
            lines.Add(new(lines.Count + 1, text[start..end]));
            start = end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        }

        return lines;
    }

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellBorder();

    [GeneratedRegex(
        @"^[ \t\u200b-\u200f\u202a-\u202e\u2066-\u2069]*([-*+•]|[0-9]{1,9}[.)])([ \t\u00a0]+(\[[ xX]\][ \t]+)?(?<text>.*))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Item();
}
