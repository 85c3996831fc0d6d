using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;

namespace Sheaf.Publishing;

/// <summary>
/// What an issue says, paper by paper, so that it can be told how it differs from what was published. The line that counts the papers
/// follows its entries and says nothing of its own.
/// </summary>
internal sealed class IssueText
{
    private readonly Dictionary<ArxivIdentifier, string> _entries;

    private IssueText(List<ArxivIdentifier> papers, Dictionary<ArxivIdentifier, string> entries, string rest) =>
        (Papers, _entries, Rest) = (papers, entries, rest);

    /// <summary>Every paper that has an entry, a section or both, in the order of the issue.</summary>
    public IReadOnlyList<ArxivIdentifier> Papers { get; }

    /// <summary>A hash of all other text.</summary>
    public string Rest { get; }

    /// <param name="markdown">The issue, without front matter of Sheaf's.</param>
    public static IssueText Read(string markdown)
    {
        var outline = MarkdownOutlineParser.Read<EditedIndex>(markdown);
        var opening = DraftOpening.Find(outline);
        var (papers, entries, rest) = (new List<ArxivIdentifier>(), new Dictionary<ArxivIdentifier, StringBuilder>(), new StringBuilder());
        foreach (var at in outline.Indices)
        {
            var text = outline[at].Text;
            if (outline.PaperAt(at) is { } paper)
            {
                if (!entries.TryGetValue(paper, out var words))
                {
                    entries[paper] = words = new StringBuilder();
                    papers.Add(paper);
                }

                words.Append(text).Append("\n\n");
            }
            else if (!at.Equals(opening))
            {
                rest.Append(text).Append("\n\n");
            }
        }

        return new(papers, entries.ToDictionary(entry => entry.Key, entry => HashOf(entry.Value)), HashOf(rest));
    }

    /// <summary>As a receipt keeps it.</summary>
    /// <param name="known">What the store has of the papers.</param>
    public ReceiptText ForReceipt(IReadOnlyDictionary<ArxivIdentifier, Eprint> known) => new(
        [
            .. Papers.Select(paper => known.GetValueOrDefault(paper) is { } eprint
                ? new ReceiptEntry(paper.ToString(), _entries[paper], eprint.Title, eprint.LatestVersion, eprint.Withdrawn)
                : new ReceiptEntry(paper.ToString(), _entries[paper], null, null, null)),
        ],
        Rest);

    /// <summary>How it differs from what was published.</summary>
    public IssueChange Since(ReceiptText published)
    {
        var before = published.Entries.DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id, entry => entry.Sha256);
        var now = _entries.ToDictionary(entry => entry.Key.ToString(), entry => entry.Value);
        var entries = before.Keys.Union(now.Keys).Count(id => before.GetValueOrDefault(id) != now.GetValueOrDefault(id));
        var isMoved = before.Count == now.Count && !published.Entries.Select(entry => entry.Id).SequenceEqual(Papers.Select(id => $"{id}"))
            && before.Keys.All(now.ContainsKey);
        return new(entries, published.Rest != Rest || isMoved);
    }

    private static string HashOf(StringBuilder text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString().ReplaceLineEndings("\n"))));
}

/// <summary>How an issue differs from what was published.</summary>
/// <param name="Entries">Entries that were added, removed or changed.</param>
/// <param name="IsOtherText">Whether the text around them differs, or their order.</param>
internal readonly record struct IssueChange(int Entries, bool IsOtherText)
{
    public static IssueChange None { get; }

    /// <summary>How many places differ: each entry, and all other text as one.</summary>
    public int Places => Entries + (IsOtherText ? 1 : 0);

    public bool IsNone => Places == 0;

    /// <summary><c>2 entries and the text around them</c>.</summary>
    public override string ToString() => this switch
    {
        { Entries: 0 } => "the text around the entries",
        { Entries: 1, IsOtherText: false } => "1 entry",
        { IsOtherText: false } => $"{Entries} entries",
        { Entries: 1 } => "1 entry and the text around it",
        _ => $"{Entries} entries and the text around them",
    };
}
