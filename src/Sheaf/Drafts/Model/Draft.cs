using System.Globalization;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Model;

/// <summary>The unpublished list of a month, composed: what every style and format is rendered from.</summary>
/// <param name="Month">The issue.</param>
/// <param name="Sections">In the order of the curated list, papers without a section last; none is empty.</param>
/// <param name="InDepth">The starred papers, newest first; each stands in its section too.</param>
internal sealed record Draft(Month Month, IReadOnlyList<DraftSection> Sections, IReadOnlyList<DraftEntry> InDepth)
{
    /// <summary>
    /// Papers of the month before that came onto a list after that month's issue, newest first; they are not counted as on this list.
    /// </summary>
    public IReadOnlyList<DraftEntry> LateArrivals { get; init; } = [];

    /// <summary>
    /// Papers on no list that the editor may like, the likeliest first; no part of the issue until they are put on a list.
    /// </summary>
    public IReadOnlyList<DraftEntry> MayHaveMissed { get; init; } = [];

    /// <summary>Every paper once: those on the list in its order, then the late arrivals.</summary>
    public IEnumerable<DraftEntry> Papers => Sections.SelectMany(section => section.Entries).Concat(LateArrivals);

    public string Title => $"Notable arXiv papers, {Month.Title}";

    /// <summary>Under the title, how many papers there are: <c>59 papers on the list, 2 in depth.</c></summary>
    public string Opening => new DraftFigures(Count, InDepth.Count, LateArrivals.Count).ToString();

    /// <summary>Whether a paper has a section of its own; then its line in the list goes without words.</summary>
    public bool IsInDepth(DraftEntry entry) => InDepth.Contains(entry);

    /// <summary>How many papers are on the list.</summary>
    public int Count => Sections.Sum(section => section.Entries.Count);
}

/// <summary>A part of the list under one heading.</summary>
/// <param name="Title">The heading of the curated list, as written; <see cref="Unsectioned"/> for papers that stand under none.</param>
/// <param name="Entries">Newest first by the day of version 1 in UTC; of one day, the highest identifier first.</param>
internal sealed record DraftSection(string Title, IReadOnlyList<DraftEntry> Entries)
{
    /// <summary>The heading of papers without a section.</summary>
    public const string Unsectioned = "Papers";

    /// <summary>The heading of the papers treated in depth.</summary>
    public const string InDepth = "In depth";

    /// <summary>The heading of papers that are on no list and that the editor may like.</summary>
    public const string MayHaveMissed = "You may have missed";

    /// <summary>The heading of papers that came in after their own month's issue.</summary>
    public const string LateArrivals = "Late arrivals";
}

/// <summary>One paper of a draft, from however many places of the curated lists.</summary>
/// <param name="Eprint">The paper.</param>
/// <param name="Note">The editor's words in Markdown; null where there are none.</param>
/// <param name="Starred">To be treated in depth.</param>
/// <param name="Tags">Without <c>#</c>, each once.</param>
/// <param name="Section">The heading of the curated list; null for none.</param>
/// <param name="Suggestion">
/// In place of a note, one sentence of the abstract on one line, TeX intact; null where there is a note, or no sentence that could be
/// printed.
/// </param>
internal sealed record DraftEntry(
    Eprint Eprint, string? Note, bool Starred, IReadOnlyList<string> Tags, string? Section, string? Suggestion)
{
    /// <summary>
    /// Of the authors of a paper in depth so many are named, and their number is told: a collaboration may have thousands.
    /// </summary>
    public const int AuthorsInDepth = 10;

    /// <summary>The day of version 1, UTC.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Eprint.FirstSubmitted.UtcDateTime);

    /// <summary>The paper's page, always of its most recent version.</summary>
    public string Link => $"https://arxiv.org/abs/{Eprint.Identifier}";
}

/// <summary>What the line under a draft's title counts: <c>59 papers on the list, 2 in depth, 1 late arrival.</c></summary>
/// <param name="Listed">Papers with an entry in the list, each once.</param>
/// <param name="InDepth">Papers with a section of their own.</param>
/// <param name="Late">Late arrivals.</param>
internal sealed partial record DraftFigures(int Listed, int InDepth, int Late)
{
    /// <summary>The line itself.</summary>
    public override string ToString()
    {
        var papers = Listed switch { 0 => "No papers", 1 => "1 paper", _ => $"{Listed} papers" };
        var inDepth = InDepth == 0 ? "" : $", {InDepth} in depth";
        var late = Late switch { 0 => "", 1 => ", 1 late arrival", _ => $", {Late} late arrivals" };
        return $"{papers} on the list{inDepth}{late}.";
    }

    /// <summary>Reads the line; null where a text is not one as <see cref="ToString"/> writes it.</summary>
    public static DraftFigures? Read(string text)
    {
        var line = Line().Match(text.Trim());
        return line.Success ? new(Number(line.Groups["listed"]), Number(line.Groups["depth"]), Number(line.Groups["late"])) : null;
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(No|(?<listed>[0-9]{1,7})) papers? on the list(, (?<depth>[0-9]{1,7}) in depth)?(, (?<late>[0-9]{1,7}) late arrivals?)?\.$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
