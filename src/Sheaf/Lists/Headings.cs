using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists;

/// <summary>The headings of a curated list: each but the file's title begins a section, whatever its level.</summary>
internal sealed partial class Headings
{
    private readonly Dictionary<int, string> _titles = [];
    private readonly int _fileTitle;

    /// <param name="lines">The list without its code.</param>
    /// <param name="month">The month of the file, if it has one.</param>
    public Headings(IReadOnlyList<ListLine> lines, Month? month)
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
        var saysMonth = month is { } named && _titles.GetValueOrDefault(_fileTitle, "").Contains(named.Title, StringComparison.OrdinalIgnoreCase);
        _fileTitle = top == 1 || saysMonth ? _fileTitle : 0;
    }

    /// <summary>Whether a heading stands on this line, and which section begins there: null after the file's title or an empty one.</summary>
    public bool TryGet(int line, out string? section)
    {
        var isHeading = _titles.TryGetValue(line, out var title);
        section = line == _fileTitle || string.IsNullOrEmpty(title) ? null : title;
        return isHeading;
    }

    private static Heading? Read(IReadOnlyList<ListLine> lines, int at) => Marked(lines[at]) ?? Underlined(lines, at);

    private static Heading? Marked(ListLine line)
    {
        var text = line.Text.AsSpan().Trim();
        var title = text.TrimStart('#');
        var level = text.Length - title.Length;
        if (level is 0 or > 6 || line.Indent > 3 || (!title.IsEmpty && title[0] is not (' ' or '\t')))
        {
            return null;
        }

        var open = title.TrimEnd('#');
        var isClosed = open.Length < title.Length && (open.IsEmpty || open[^1] is ' ' or '\t');
        return new(level, (isClosed ? open : title).Trim().ToString());
    }

    /// <summary>One line of text between an empty line and a line of = or -.</summary>
    private static Heading? Underlined(IReadOnlyList<ListLine> lines, int at)
    {
        var isAlone = !lines[at].IsBlank && (at == 0 || lines[at - 1].IsBlank) && at + 1 < lines.Count;
        return isAlone && Underline().Match(lines[at + 1].Text) is { Success: true } line
            && !lines[at].IsMarkdownItem && ReferenceMark.FindFirst(lines[at].Text) is null
            ? new(line.Value.Contains('=') ? 1 : 2, lines[at].Text.Trim())
            : null;
    }

    private sealed record Heading(int Level, string Title);

    [GeneratedRegex(@"^ {0,3}(={2,}|-{2,})[ \t]*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Underline();
}
