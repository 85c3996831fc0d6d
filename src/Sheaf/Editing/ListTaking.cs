using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Settings;

namespace Sheaf.Editing;

/// <summary>What taking papers means for one list.</summary>
internal sealed class ListTaking(string name, string path, EditedText text)
{
    public const string OtherNote = "the line has a note of its own";

    private readonly CuratedText _list = new(name, text);
    private readonly List<Splice> _splices = [];

    /// <param name="wanted">The papers that are to stand on it.</param>
    /// <param name="starless">Those whose stars are to go, wherever they stand on it.</param>
    /// <param name="taken">Where it is told what became of each that is wanted.</param>
    /// <exception cref="CurationException">Nothing can be added at its end.</exception>
    /// <exception cref="EditRefusedException">A star cannot be taken out, or new lines would not be read as they are meant.</exception>
    public TextChange Take(
        IReadOnlyList<WantedPaper> wanted, IReadOnlySet<ArxivIdentifier> starless, Dictionary<ArxivIdentifier, TakenPaper> taken)
    {
        var said = new HashSet<CuratedEntry>(ReferenceEqualityComparer.Instance);
        foreach (var paper in wanted)
        {
            if (_list.Items(paper.Reference.Identifier).FirstOrDefault() is { } entry)
            {
                said.Add(entry);
                taken[paper.Reference.Identifier] = Say(entry, paper);
            }
        }

        foreach (var entry in _list.Entries.Where(entry => IsStarred(entry, starless) && !said.Contains(entry)))
        {
            _splices.AddRange(_list.Change(entry, new EntryChange { Starred = false }) ?? throw NoPlace(entry));
        }

        var added = wanted.Where(paper => !_list.Items(paper.Reference.Identifier).Any()).ToList();
        foreach (var section in added.GroupBy(paper => paper.Section ?? ""))
        {
            Add(section.Key, [.. section], taken);
        }

        return new TextChange(_splices);
    }

    private static bool IsStarred(CuratedEntry entry, IReadOnlySet<ArxivIdentifier> papers) =>
        entry is { IsMention: false, Starred: true, Reference: { } reference } && papers.Contains(reference.Identifier);

    private void Add(string section, IReadOnlyList<WantedPaper> added, Dictionary<ArxivIdentifier, TakenPaper> taken)
    {
        var blocks = added.Select(BlockOf).ToList();
        var splices = section.Length == 0
            ? _list.AppendBlocks(blocks, added[0].Month.Title, out var next)
            : _list.PutUnder(section, blocks, added[0].Month.Title, out next);
        _splices.AddRange(splices ?? throw Refuse(section));
        foreach (var (paper, block) in added.Zip(blocks))
        {
            taken[paper.Reference.Identifier] = new(name, next, WasListed: false);
            next += Markdown.MarkdownLine.Split(block).Count;
        }
    }

    private Exception Refuse(string section) => section.Length == 0
        ? new CurationException(
            path, null, "Nothing can be added at the end of this list, where it would not be read as entries: look at its last lines.")
        : new EditRefusedException(
            $"A new line under \u201c{section}\u201d in {Workspace.ForReaders(path)} would not be read as an entry of that section: write "
            + "it by hand.", path, null);

    private string BlockOf(WantedPaper paper)
    {
        var words = paper.Words;
        var block = CanonicalLine.WriteBlock(paper.Reference, words.Starred, words.Tags, words.Note, text.LineEnding);
        return words.Note?.AsSpan().IndexOfAny('\r', '\n') is null or < 0
            || (CuratedList.Parse(name, block).Entries is [var entry] && entry.Note == EntryChange.Plain(words.Note))
            ? block
            : throw new EditRefusedException(
                "The lines of the note would be read as something else: let none of them begin with a paper, a heading or //.", path, null);
    }

    private TakenPaper Say(CuratedEntry entry, WantedPaper paper)
    {
        var (words, there) = (paper.Words, new TakenPaper(name, entry.Line, WasListed: true));
        if (words.Note is { } note && entry.Note is { } other && other != EntryChange.Plain(note))
        {
            return there with { NoteLeft = note, Problem = OtherNote };
        }

        if (_list.AddWords(entry, words, isStarless: paper.IsStarless) is not { } changes)
        {
            return paper.IsStarless && entry.Starred && words.Note is null && words.Tags.Count == 0
                ? throw NoPlace(entry)
                : there with { NoteLeft = words.Note, Problem = "the line has no place for it" };
        }

        _splices.AddRange(changes);
        return there with { IsChanged = changes.Length > 0 };
    }

    private EditRefusedException NoPlace(CuratedEntry entry) => new(
        $"The star in {Workspace.ForReaders(path)}, line {entry.Line}, cannot be taken out without changing what else the line says: do it "
        + "by hand.", path, entry.Line);
}
