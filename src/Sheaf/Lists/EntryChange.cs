namespace Sheaf.Lists;

/// <summary>What an entry is to say afterwards; what is null stays as it is.</summary>
internal sealed record EntryChange
{
    public bool? Starred { get; init; }

    /// <summary>All of them, each without its <c>#</c>; none for no tag.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>In Markdown, of one line or more; empty for no note.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// A note as it is read again: lines separated by <c>\n</c>, no blanks at their ends, no empty line at either end, and those after the
    /// first not all indented. Control characters, which nobody sees, are no part of it.
    /// </summary>
    public static string Plain(string note)
    {
        var lines = note.ReplaceLineEndings("\n").Split('\n').Select(line => Seen(line).TrimEnd()).ToList();
        lines = [.. lines.SkipWhile(line => line.Length == 0)];
        lines = lines[..(lines.FindLastIndex(line => line.Length > 0) + 1)];
        var rest = lines.Skip(1).Where(line => line.Length > 0).ToList();
        var margin = rest.Count == 0 ? 0 : rest.Min(line => line.Length - line.AsSpan().TrimStart(" \t").Length);
        return string.Join('\n', lines.Select((line, at) => at == 0 ? line.TrimStart() : line.Length == 0 ? "" : line[margin..]));
    }

    private static string Seen(string line) =>
        line.Any(char.IsControl) ? string.Concat(line.Where(sign => !char.IsControl(sign) || sign == '\t')) : line;
}
