namespace Sheaf.Drafts.Merging;

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
    public static ItemMarker? Of(ReadOnlySpan<char> line)
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

    /// <summary>An item's text with this marker in place of its own, and its further lines moved in as far as this one wants.</summary>
    public string Applied(string item)
    {
        var lines = item.Split('\n');
        if (Of(lines[0]) is not { } own || own == this)
        {
            return item;
        }

        lines[0] = Indent + Sign + Pad + lines[0][Math.Min(own.Width, lines[0].Length)..];
        var indent = new string(' ', Width);
        for (var at = 1; at < lines.Length; at++)
        {
            var blanks = lines[at].Length - lines[at].TrimStart(' ').Length;
            lines[at] = string.IsNullOrWhiteSpace(lines[at]) ? "" : indent + lines[at][Math.Min(blanks, own.Width)..];
        }

        return string.Join('\n', lines);
    }
}
