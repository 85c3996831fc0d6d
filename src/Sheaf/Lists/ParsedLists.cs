using System.Collections.Concurrent;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Markdown;

namespace Sheaf.Lists;

/// <summary>
/// What was read of lists and of papers set aside, kept for who reads them again and again: a list that holds the same bytes is not parsed
/// anew, and of papers set aside only the lines are that have changed.
/// </summary>
internal sealed class ParsedLists
{
    private readonly ConcurrentDictionary<string, CuratedList> _lists = [];
    private readonly ConcurrentDictionary<string, ParsedPapers> _aside = [];

    /// <summary>A list.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="file">What that holds.</param>
    public CuratedList Parse(string path, EditedText file) =>
        _lists.TryGetValue(path, out var known) && known.Bytes.AsSpan().SequenceEqual(file.Bytes)
            ? known
            : _lists[path] = CuratedList.Parse(Path.GetFileName(path), file.Text) with { Bytes = file.Bytes };

    /// <summary>Papers set aside.</summary>
    /// <param name="path">Their file.</param>
    /// <param name="text">What that holds.</param>
    public SetAsidePapers SetAside(string path, string text)
    {
        var known = _aside.GetValueOrDefault(path, ParsedPapers.None);
        return (known.Text == text ? known : _aside[path] = known.ChangedTo(text)).Papers;
    }
}

/// <summary>Papers set aside, as they were read.</summary>
internal sealed class ParsedPapers
{
    /// <summary>How many lines name each paper.</summary>
    private readonly Dictionary<ArxivIdentifier, int> _counts;

    private ParsedPapers(string text, Dictionary<ArxivIdentifier, int> counts, IReadOnlyList<(int Line, string Text)> unread) =>
        (Text, _counts, Papers) = (text, counts, new(counts.Keys.ToHashSet(), unread));

    public static ParsedPapers None { get; } = new("", [], []);

    public string Text { get; }

    public SetAsidePapers Papers { get; }

    /// <summary>Those of another text: where the two begin and end with the same lines, these are not read again.</summary>
    public ParsedPapers ChangedTo(string text)
    {
        var start = Text.AsSpan().CommonPrefixLength(text);
        start = start == 0 ? 0 : Text.LastIndexOf('\n', start - 1) + 1;
        var (end, newEnd) = (Text.Length, text.Length);
        while (end > start && newEnd > start && Text[end - 1] == text[newEnd - 1])
        {
            (end, newEnd) = (end - 1, newEnd - 1);
        }

        if (!StartsLine(Text, end, start) || !StartsLine(text, newEnd, start))
        {
            var rest = Text.IndexOf('\n', end) - end + 1;
            (end, newEnd) = rest <= 0 ? (Text.Length, text.Length) : (end + rest, newEnd + rest);
        }

        var counts = new Dictionary<ArxivIdentifier, int>(_counts);
        foreach (var paper in SetAsideText.Lines(Text[start..end]).SelectMany(line => line.Papers))
        {
            if (--counts[paper] == 0)
            {
                counts.Remove(paper);
            }
        }

        var (before, gone, come) = (CountOf(Text[..start]), CountOf(Text[start..end]), CountOf(text[start..newEnd]));
        var unread = Papers.Unread.Where(line => line.Line <= before).ToList();
        foreach (var line in SetAsideText.Lines(text[start..newEnd]))
        {
            foreach (var paper in line.Papers)
            {
                counts[paper] = counts.GetValueOrDefault(paper) + 1;
            }

            if (line.Papers.Count == 0)
            {
                unread.Add((before + line.Number, line.Text.Trim()));
            }
        }

        unread.AddRange(Papers.Unread.Where(line => line.Line > before + gone).Select(line => (line.Line - gone + come, line.Text)));
        return new(text, counts, unread);
    }

    private static bool StartsLine(string text, int at, int start) => at == start || text[at - 1] == '\n';

    private static int CountOf(string text) => MarkdownLine.Split(text).Count;
}
