using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Curation;

public sealed partial class CuratedFolder
{
    /// <summary>The path of a month's list, whether it exists or not.</summary>
    public string PathOf(Month month) => Path.Combine(folder, $"{month}.md");

    /// <summary>
    /// Appends entries to a month's list, all of them or, if anything fails, none. A paper that is an item of the list already is not
    /// written again. What was there stays byte for byte; the file's own line endings go on. A new list begins with a heading.
    /// </summary>
    /// <param name="month">The month.</param>
    /// <param name="lines">Each as <see cref="CanonicalLine"/> writes them.</param>
    /// <returns>One for each line, in their order.</returns>
    /// <exception cref="ArgumentException">A line names no paper.</exception>
    /// <exception cref="CurationException">The list is not UTF-8, or too large.</exception>
    /// <exception cref="IOException">The list cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The list must not be read or written.</exception>
    public IReadOnlyList<AppendedLine> Append(Month month, IReadOnlyList<string> lines)
    {
        var path = PathOf(month);
        var before = EditedText.Read(path, LargestList);
        var opening = OpeningFor(month, before);
        var known = Listed(path, before.Text);
        var next = ListLine.Split(before.Text + opening).Count + 1;
        var appended = lines.Select(line => Place(line, known, ref next)).ToList();
        if (appended.Exists(line => !line.AlreadyListed))
        {
            before.Append(opening + string.Concat(appended.Where(line => !line.AlreadyListed).Select(line => line.Text + before.LineEnding)));
        }

        return appended;
    }

    private static Dictionary<ArxivIdentifier, int> Listed(string path, string text)
    {
        var known = new Dictionary<ArxivIdentifier, int>();
        foreach (var entry in CuratedList.Parse(Path.GetFileName(path), text).Entries)
        {
            if (entry is { IsMention: false, Reference: { } reference })
            {
                known.TryAdd(reference.Identifier, entry.Line);
            }
        }

        return known;
    }

    private static AppendedLine Place(string line, Dictionary<ArxivIdentifier, int> known, ref int next)
    {
        if (line.AsSpan().ContainsAny('\r', '\n')
            || CuratedList.Parse("", line).Entries is not [{ IsMention: false, Reference: { } reference }])
        {
            throw new ArgumentException($"'{line}' is not one entry of a curated list.", nameof(line));
        }

        var isNew = known.TryAdd(reference.Identifier, next);
        next += isNew ? 1 : 0;
        return new AppendedLine(line, known[reference.Identifier], AlreadyListed: !isNew);
    }

    /// <summary>What goes before the new lines: a new list's heading, the line ending that the last line lacks, an empty line after prose.</summary>
    private static string OpeningFor(Month month, EditedText before)
    {
        var ending = before.LineEnding;
        if (before.IsBlank)
        {
            return $"# {month.Title}{ending}{ending}";
        }

        var last = ListLine.Split(before.Text)[^1];
        var afterItem = last.IsBlank || last.ItemText is not null || last.Indent > 0;
        return (before.LacksLastEnding ? ending : "") + (afterItem ? "" : ending);
    }
}
