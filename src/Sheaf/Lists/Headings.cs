using Sheaf.Arxiv.Identifiers;
using Sheaf.Markdown;

namespace Sheaf.Lists;

/// <summary>The headings of a curated list: each but the file's title begins a section, whatever its level.</summary>
internal sealed class Headings
{
    private readonly Dictionary<int, string> _titles = [];
    private readonly int _fileTitle;

    /// <param name="lines">The list without its code.</param>
    /// <param name="month">The month of the file, if it has one.</param>
    public Headings(IReadOnlyList<MarkdownLine> lines, Month? month)
    {
        var (first, top) = (0, 0);
        for (var at = 0; at < lines.Count; at++)
        {
            if (Read(lines, at) is not { } heading)
            {
                continue;
            }

            first = first == 0 ? lines[at].Number : first;
            _fileTitle = heading.Level == 1 && first == lines[at].Number ? first : _fileTitle;
            top += heading.Level == 1 ? 1 : 0;
            _titles.Add(lines[at].Number, heading.Title);
        }

        // A first heading of level 1 among others of that level is a section like them, unless it says of which month the file is.
        var saysMonth = month is { } named
            && _titles.GetValueOrDefault(_fileTitle, "").Contains(named.Title, StringComparison.OrdinalIgnoreCase);
        _fileTitle = top == 1 || saysMonth ? _fileTitle : 0;
    }

    /// <summary>
    /// Whether a heading stands on this line, and which section begins there: null after the file's title or an empty one.
    /// </summary>
    public bool TryGet(int line, out string? section)
    {
        var isHeading = _titles.TryGetValue(line, out var title);
        section = line == _fileTitle || string.IsNullOrEmpty(title) ? null : title;
        return isHeading;
    }

    private static Heading? Read(IReadOnlyList<MarkdownLine> lines, int at) =>
        lines[at].HeadingLevel is > 0 and var level ? new(level, lines[at].HeadingText) : Underlined(lines, at);

    /// <summary>
    /// One line of text between an empty line and a line of = or -. One such sign alone is an item that is being written.
    /// </summary>
    private static Heading? Underlined(IReadOnlyList<MarkdownLine> lines, int at)
    {
        var isAlone = !lines[at].IsWhiteSpace && (at == 0 || lines[at - 1].IsWhiteSpace) && at + 1 < lines.Count;
        return isAlone && lines[at + 1] is { UnderlineLevel: > 0 and var level, Trimmed.Length: > 1 }
            && !lines[at].IsMarkdownItem && ReferenceMark.FindFirst(lines[at].Text) is null
            ? new(level, lines[at].Text.Trim())
            : null;
    }

    private sealed record Heading(int Level, string Title);
}
