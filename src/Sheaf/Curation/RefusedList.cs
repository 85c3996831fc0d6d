using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Curation;

/// <summary>
/// The papers that an editor never wants suggested: <c>refused.txt</c>, one reference a line in any spelling. Lines that start with <c>//</c>
/// and what stands around a reference are the editor's own.
/// </summary>
/// <param name="path">Need not exist.</param>
public sealed class RefusedList(string path)
{
    /// <summary>A larger file is none of references. 16 MB.</summary>
    private const int Largest = 16 << 20;

    /// <summary>The papers, and the lines in which no paper can be read.</summary>
    /// <exception cref="CurationException">The file is not UTF-8, or too large.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public RefusedPapers Read() => Read(EditedText.Read(path, Largest));

    /// <summary>Appends papers, all of them or, if anything fails, none; those that stand there already are not written again.</summary>
    /// <returns>Those that are new.</returns>
    /// <inheritdoc cref="Read()"/>
    public IReadOnlyList<ArxivIdentifier> Add(IEnumerable<ArxivIdentifier> papers)
    {
        var before = EditedText.Read(path, Largest);
        var known = Read(before).Papers;
        var added = papers.Distinct().Where(paper => !known.Contains(paper)).ToList();
        if (added.Count > 0)
        {
            var ending = before.LineEnding;
            before.Append((before.LacksLastEnding ? ending : "") + string.Concat(added.Select(paper => paper + ending)));
        }

        return added;
    }

    private static RefusedPapers Read(EditedText file)
    {
        var papers = new HashSet<ArxivIdentifier>();
        var unread = new List<(int, string)>();
        foreach (var line in ListLine.Split(file.Text).Where(line => !line.IsBlank && !line.IsComment))
        {
            var found = IdentifierFinder.Find(line.Text).Select(found => found.Reference?.Identifier).OfType<ArxivIdentifier>().ToList();
            papers.UnionWith(found);
            if (found.Count == 0)
            {
                unread.Add((line.Number, line.Text.Trim()));
            }
        }

        return new(papers, unread);
    }
}

/// <summary>What a list of refused papers says.</summary>
/// <param name="Papers">Never to be suggested.</param>
/// <param name="Unread">Lines, from 1, in which no paper can be read.</param>
public sealed record RefusedPapers(IReadOnlySet<ArxivIdentifier> Papers, IReadOnlyList<(int Line, string Text)> Unread);
