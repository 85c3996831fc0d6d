using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Markdown;

namespace Sheaf.Editing;

/// <summary>Reads the entries of lists with what a page needs to name them and to see whether they have changed.</summary>
/// <param name="files">Where the lists are read.</param>
internal sealed class EntryReader(EditorsFiles files)
{
    /// <summary>What belongs in the draft of a month, in the order of the lists: malformed ones are among them.</summary>
    /// <param name="month">The month.</param>
    /// <param name="monthOf">The month of a paper's first version; null while arXiv has not told.</param>
    public IReadOnlyList<ListEntry> Read(Month month, Func<ArxivIdentifier, Month?> monthOf) =>
    [
        .. MonthlyList.Drafted(month, files.Lists(), monthOf).GroupBy(listed => listed.List, ReferenceEqualityComparer.Instance)
            .SelectMany(list => Of((CuratedList)list.Key!, [.. list.Select(listed => listed.Entry)])),
    ];

    /// <summary>The first item that names a paper; null where no list has it.</summary>
    public ListEntry? Find(ArxivIdentifier paper) =>
        files.Lists().Select(list => FirstOn(list, paper)).FirstOrDefault(entry => entry is not null);

    /// <summary>The first item of a list that names a paper; null where there is none.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="list">The list's file name.</param>
    public ListEntry? FindOn(string list, ArxivIdentifier paper) => FirstOn(files.List(list), paper);

    /// <summary>The entry of this key; null where there is none, any more.</summary>
    public ListEntry? Find(string key) =>
        files.Lists().SelectMany(list => Of(list, list.Entries)).FirstOrDefault(entry => entry.Key == key);

    /// <summary>Some entries of a list.</summary>
    internal static IEnumerable<ListEntry> Of(CuratedList list, IReadOnlyCollection<CuratedEntry> wanted)
    {
        if (wanted.Count == 0)
        {
            yield break;
        }

        var lines = MarkdownLine.Split(Encoding.UTF8.GetString(list.Bytes!));
        var chosen = wanted.ToHashSet<CuratedEntry>(ReferenceEqualityComparer.Instance);
        var counts = new Dictionary<string, int>();
        foreach (var entry in list.Entries)
        {
            var name = entry.Reference?.Identifier.ToString() ?? entry.Raw;
            var occurrence = counts[name] = counts.GetValueOrDefault(name) + 1;
            if (chosen.Contains(entry))
            {
                var text = string.Join('\n', entry.Lines.Select(line => lines[line - 1].Text));
                yield return new(
                    KeyOf(list.Name, name, occurrence), $"curated/{list.Name}", entry.Line, entry.Reference?.Identifier, entry.Raw,
                    entry.Starred, entry.Tags, entry.Note, entry.Section, Hash(text))
                {
                    Text = text,
                    Problem = entry.Problem,
                    IsMention = entry.IsMention,
                };
            }
        }
    }

    private static ListEntry? FirstOn(CuratedList list, ArxivIdentifier paper) =>
        Of(list, [.. list.Entries.Where(entry => Names(entry, paper)).Take(1)]).FirstOrDefault();

    private static bool Names(CuratedEntry entry, ArxivIdentifier paper) =>
        entry is { IsMention: false, Reference: { } reference } && reference.Identifier == paper;

    private static string KeyOf(string list, string name, int occurrence) => Hash($"{list}\n{name}\n{occurrence}");

    /// <summary>Half of a SHA-256: no two are ever the same by chance.</summary>
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
