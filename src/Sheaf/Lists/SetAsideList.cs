using System.Buffers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Markdown;

namespace Sheaf.Lists;

/// <summary>
/// Papers that are not to be suggested, for good (<c>refused.txt</c>) or for now (<c>later.txt</c>): one reference a line in any spelling,
/// words after a dash are the reason. Lines that start with <c>//</c> and what stands around a reference are the editor's own.
/// </summary>
/// <param name="path">Need not exist.</param>
internal sealed class SetAsideList(string path)
{
    /// <summary>How long other programs that are saving it are waited for.</summary>
    public FilePace Pace { get; init; } = FilePace.Default;

    /// <summary>The papers, and the lines in which no paper can be read.</summary>
    /// <exception cref="CurationException">The file is not UTF-8, or too large.</exception>
    /// <exception cref="IOException">It cannot be read, or another program has been writing it all the time.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public SetAsidePapers Read() =>
        SetAsideText.Read(
            EditedText.Read(
                path, FileLimits.SetAside, hadContent: false,
                new Patience(Pace, TimeProvider.System, CancellationToken.None)).Text);
}

/// <summary>What a list of papers set aside says.</summary>
/// <param name="Papers">Not to be suggested.</param>
/// <param name="Unread">Lines, from 1, in which no paper can be read.</param>
internal sealed record SetAsidePapers(IReadOnlySet<ArxivIdentifier> Papers, IReadOnlyList<(int Line, string Text)> Unread)
{
    /// <summary>The words behind the dash, where a line names one paper and has some.</summary>
    public IReadOnlyDictionary<ArxivIdentifier, string> Reasons { get; init; } = new Dictionary<ArxivIdentifier, string>();
}

/// <summary>A list of papers set aside, as text that is changed at single places.</summary>
internal static class SetAsideText
{
    private static readonly SearchValues<char> Meaningless = SearchValues.Create(" \t\u00a0.,;:*+_`<>()[]{}|\"'-–—•");

    /// <summary>Between a reference and the reason.</summary>
    private static readonly string[] Dashes = [" — ", " – ", " - "];

    public static SetAsidePapers Read(string text)
    {
        var papers = new HashSet<ArxivIdentifier>();
        var unread = new List<(int, string)>();
        var reasons = new Dictionary<ArxivIdentifier, string>();
        foreach (var line in Lines(text))
        {
            papers.UnionWith(line.Papers);
            if (line is { Papers: [var only], Reason.Length: > 0 })
            {
                reasons.TryAdd(only, line.Reason);
            }

            if (line.Papers.Count == 0)
            {
                unread.Add((line.Number, line.Text.Trim()));
            }
        }

        return new(papers, unread) { Reasons = reasons };
    }

    /// <summary>The lines that count.</summary>
    internal static IEnumerable<SetAsideLine> Lines(string text) =>
        MarkdownLine.Split(text).Where(line => !line.IsWhiteSpace && !line.IsComment)
            .Select(line => new SetAsideLine(line.Number, line.Text, References(line.Text, out var reason), reason));

    /// <summary>The papers that a line sets aside: a reason may speak of others.</summary>
    /// <param name="line">The line.</param>
    /// <param name="reason">What stands behind the first dash that a paper stands before; empty where nothing does.</param>
    private static List<FoundReference> References(string line, out string reason)
    {
        var found = IdentifierFinder.Find(line).Where(found => found.Reference is not null).ToList();
        var first = found.Select(found => found.Index + found.Length).DefaultIfEmpty(line.Length).Min();
        var dash = Dashes.Select(dash => line.IndexOf(dash, first, StringComparison.Ordinal)).Where(at => at >= 0)
            .DefaultIfEmpty(line.Length).Min();
        reason = dash == line.Length ? "" : line[(dash + Dashes[0].Length)..].Trim();
        return [.. found.Where(found => found.Index < dash)];
    }

    /// <summary>Appends papers, one a line; those that stand there already are not written again.</summary>
    /// <param name="text">The list.</param>
    /// <param name="papers">The papers.</param>
    /// <param name="known">Those that stand there.</param>
    /// <param name="reason">One line, in the editor's words; null for none.</param>
    public static Splice[] Add(
        EditedText text, IEnumerable<ArxivIdentifier> papers, IReadOnlySet<ArxivIdentifier> known, string? reason)
    {
        var ending = text.LineEnding;
        var added = string.Concat(
            papers.Distinct().Where(paper => !known.Contains(paper))
                .Select(paper => $"{paper}{(reason is null ? "" : $" — {reason}")}{ending}"));
        return added.Length == 0 ? [] : [new(text.Text.Length, 0, (text.LacksLastEnding && text.Text != "\ufeff" ? ending : "") + added)];
    }

    /// <summary>
    /// Takes papers out. A line goes where it says nothing else, or all of it came from decisions; where it names other papers only the
    /// reference goes; else the line is commented out, so that no word of the editor's is lost.
    /// </summary>
    /// <param name="text">The list.</param>
    /// <param name="papers">The papers.</param>
    /// <param name="isOurs">Whether a line, with its ending, was written by a decision.</param>
    public static Splice[] Remove(EditedText text, IReadOnlySet<ArxivIdentifier> papers, Func<string, bool> isOurs)
    {
        var splices = new List<Splice>();
        var digits = papers.Select(paper => paper.ToString()[^4..]).Distinct().ToArray();
        foreach (var line in MarkdownLine.Split(text.Text).Where(line => MayName(line.Text, digits)))
        {
            var found = line.IsComment ? [] : References(line.Text, out _);
            var meant = found.Where(found => papers.Contains(found.Reference!.Value.Identifier)).ToList();
            if (meant.Count > 0 && meant.Count < found.Count)
            {
                splices.AddRange(
                    meant.Select(reference => Without(line.Text, reference) is var cut ? cut with { At = cut.At + line.Start } : default));
            }
            else if (meant.Count > 0)
            {
                splices.Add(
                    IsBare(line.Text, meant) || isOurs(line.Text + line.Ending)
                        ? new(line.Start, line.Next - line.Start, "")
                        : new(line.Start, 0, "// "));
            }
        }

        return [.. splices];
    }

    /// <summary>
    /// Whether a line could name one of the papers at all, which takes far less time to see than which: whatever spells an identifier in
    /// plain letters has its last digits.
    /// </summary>
    private static bool MayName(string line, string[] digits) =>
        line.AsSpan().ContainsAny('%', '&') || !System.Text.Ascii.IsValid(line)
            || (digits.Length > 8 ? line.AsSpan().ContainsAnyInRange('0', '9') : digits.Any(line.Contains));

    private static bool IsBare(string line, IEnumerable<FoundReference> references)
    {
        var rest = line;
        foreach (var reference in references.OrderByDescending(reference => reference.Index))
        {
            rest = rest.Remove(reference.Index, reference.Length).Insert(reference.Index, " ");
        }

        return rest.AsSpan().IndexOfAnyExcept(Meaningless) < 0 && !Emoticon.IsIn(rest);
    }

    private static Splice Without(string line, FoundReference reference)
    {
        var end = reference.Index + reference.Length;
        while (end < line.Length && line[end] is ' ' or '\t' or ',' or ';')
        {
            end++;
        }

        return new(reference.Index, end - reference.Index, "");
    }
}

/// <summary>A line of a list of papers set aside.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its ending.</param>
/// <param name="References">The papers that it sets aside, with their places.</param>
/// <param name="Reason">The words behind the dash; empty where there are none.</param>
internal sealed record SetAsideLine(int Number, string Text, IReadOnlyList<FoundReference> References, string Reason)
{
    public IReadOnlyList<ArxivIdentifier> Papers { get; } = [.. References.Select(found => found.Reference!.Value.Identifier)];
}
