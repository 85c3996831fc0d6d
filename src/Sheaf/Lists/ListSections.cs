using Sheaf.Markdown;

namespace Sheaf.Lists;

/// <summary>The sections of a list as stretches of lines: what stands under one heading, and what stands before the first.</summary>
internal sealed class ListSections
{
    private readonly List<MarkdownLine> _lines;
    private readonly List<(string? Section, int Heading, int End)> _stretches = [];

    /// <param name="name">The list's file name.</param>
    /// <param name="lines">All of its lines.</param>
    public ListSections(string name, List<MarkdownLine> lines)
    {
        _lines = lines;
        var read = FencedCode.Without(lines).Where(line => !line.IsComment).ToList();
        var headings = new Headings(read, CuratedList.MonthOf(name));
        var (section, heading) = ((string?)null, 0);
        foreach (var line in read)
        {
            if (headings.TryGet(line.Number, out var next))
            {
                _stretches.Add((section, heading, line.Number));
                (section, heading) = (next, line.Number);
            }
        }

        _stretches.Add((section, heading, lines.Count + 1));
    }

    /// <summary>
    /// The lines, from 1, behind which a new entry of a section may stand, the best first: its last entry, else its last line. 0 is the
    /// beginning of the list. None where there is no such section.
    /// </summary>
    /// <param name="section">The heading as it is read; null for what stands before the first.</param>
    /// <param name="entries">All entries of the list.</param>
    public IEnumerable<(int Line, bool IsEntry)> PlacesIn(string? section, IReadOnlyList<CuratedEntry> entries)
    {
        // Before the first heading: rather below the file's title than above.
        var named = section is null
            ? _stretches.TakeWhile(stretch => stretch.Section is null).Reverse().ToList()
            : _stretches.Where(stretch => stretch.Section == section).ToList();
        var ends = named.Select(stretch => (Stretch: stretch, Last: LastEntry(stretch, entries))).ToList();
        foreach (var (stretch, last) in ends.OrderByDescending(end => end.Last > 0).Take(1))
        {
            if (last > 0)
            {
                yield return (last, true);
            }

            var line = stretch.End - 1;
            while (line > stretch.Heading && _lines[line - 1].IsWhiteSpace)
            {
                line--;
            }

            yield return (line, false);
        }
    }

    private static int LastEntry((string? Section, int Heading, int End) stretch, IReadOnlyList<CuratedEntry> entries) =>
        entries.Where(entry => !entry.IsMention && entry.Line > stretch.Heading && entry.Line < stretch.End)
            .Select(entry => entry.Lines[^1]).DefaultIfEmpty(0).Max();
}
