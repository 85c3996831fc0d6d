using System.Globalization;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Languages;

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

    /// <summary>In which Sheaf's own words are.</summary>
    public DraftLanguage Language { get; init; } = DraftLanguages.English;

    /// <summary>Plain text on one line, as an editor's setting or the language has it.</summary>
    public string Title
    {
        get => field ?? TitleIn(Language, Month);
        init;
    }

    /// <summary>The editor's own words below the title, in Markdown; empty where there are none.</summary>
    public string Introduction { get; init; } = "";

    /// <summary>Whether a place for words is left below a paper that has neither a note nor a sentence.</summary>
    public bool AsksForWords { get; init; } = true;

    /// <summary>What others noticed of its papers; told only where a template asks for it.</summary>
    public IReadOnlyDictionary<ArxivIdentifier, IReadOnlyList<PaperSignal>> Signals { get; init; } =
        new Dictionary<ArxivIdentifier, IReadOnlyList<PaperSignal>>();

    /// <summary>What papers are called in lists of literature.</summary>
    public KeyStyle Keys { get; init; }

    /// <summary>Under the title, how many papers there are: <c>59 papers on the list, 2 in depth.</c></summary>
    public string Opening => new DraftFigures(Count, InDepth.Count, LateArrivals.Count).In(Language);

    /// <summary>Whether a paper has a section of its own; then its line in the list goes without words.</summary>
    public bool IsInDepth(DraftEntry entry) => InDepth.Contains(entry);

    /// <summary>How many papers are on the list.</summary>
    public int Count => Sections.Sum(section => section.Entries.Count);

    /// <summary>The title of a month's issue where the editor has not given one.</summary>
    public static string TitleIn(DraftLanguage language, Month month) =>
        language.Title.Replace("{issue}", language.Days.Issue(month.FirstDay), StringComparison.Ordinal);
}

/// <summary>A service listed a paper among those that people noticed.</summary>
/// <param name="Source">The service, as <c>Signals:Sources</c> names it.</param>
/// <param name="Day">On which.</param>
/// <param name="Votes">Null where the service has not said.</param>
/// <param name="Asked">When it said so.</param>
internal sealed record PaperSignal(string Source, DateOnly Day, int? Votes, DateTimeOffset Asked);

/// <summary>What papers are called in lists of literature.</summary>
internal enum KeyStyle
{
    /// <summary>As a person would: <c>stoisser2025sparks</c>.</summary>
    Person,

    /// <summary>By the identifier: <c>arXiv:2404.00001</c>.</summary>
    Arxiv,
}

/// <summary>A part of the list under one heading.</summary>
/// <param name="Title">The heading of the curated list, as written, or the language's for papers that stand under none.</param>
/// <param name="Entries">Newest first by the day of version 1 in UTC; of one day, the highest identifier first.</param>
internal sealed record DraftSection(string Title, IReadOnlyList<DraftEntry> Entries);

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

    /// <summary>The paper itself, of its most recent version; null where that is withdrawn, and arXiv has none.</summary>
    public string? Pdf => Eprint.Withdrawn ? null : $"https://arxiv.org/pdf/{Eprint.Identifier}";
}

/// <summary>What the line under a draft's title counts: <c>59 papers on the list, 2 in depth, 1 late arrival.</c></summary>
/// <param name="Listed">Papers with an entry in the list, each once.</param>
/// <param name="InDepth">Papers with a section of their own.</param>
/// <param name="Late">Late arrivals.</param>
internal sealed record DraftFigures(int Listed, int InDepth, int Late)
{
    /// <summary>The line in English.</summary>
    public override string ToString() => In(DraftLanguages.English);

    /// <summary>The line itself.</summary>
    public string In(DraftLanguage language)
    {
        var words = language.Figures;
        var papers = DraftLanguage.With(Listed switch { 0 => words.None, 1 => words.One, _ => words.Many }, Listed);
        var inDepth = InDepth == 0 ? "" : DraftLanguage.With(words.InDepth, InDepth);
        var late = Late == 0 ? "" : DraftLanguage.With(Late == 1 ? words.OneLate : words.Late, Late);
        return papers + inDepth + late + words.End;
    }
}

/// <summary>The line under a draft's title, read.</summary>
/// <param name="Figures">What it says.</param>
/// <param name="Language">In which it says it.</param>
internal sealed record OpeningLine(DraftFigures Figures, DraftLanguage Language)
{
    private const int MostDigits = 7;

    /// <summary>Reads the line in any language; null where a text is not one as <see cref="DraftFigures.In"/> writes it.</summary>
    public static OpeningLine? Read(string text)
    {
        var line = text.AsSpan().Trim();
        foreach (var language in DraftLanguages.All)
        {
            if (Read(line, language.Figures) is { } figures)
            {
                return new(figures, language);
            }
        }

        return null;
    }

    private static DraftFigures? Read(ReadOnlySpan<char> line, LanguageFigures words)
    {
        var rest = line;
        if ((Take(ref rest, words.None) ?? Take(ref rest, words.Many) ?? Take(ref rest, words.One)) is not { } listed)
        {
            return null;
        }

        var inDepth = Take(ref rest, words.InDepth) ?? 0;
        var late = Take(ref rest, words.Late) ?? Take(ref rest, words.OneLate) ?? 0;
        return rest.SequenceEqual(words.End) ? new(listed, inDepth, late) : null;
    }

    /// <summary>Takes a piece off the beginning; null, and nothing taken, where it is not there.</summary>
    /// <returns>The number in it; 0 where it has none.</returns>
    private static int? Take(ref ReadOnlySpan<char> line, string piece)
    {
        var at = piece.IndexOf("{n}", StringComparison.Ordinal);
        var (before, after) = at < 0 ? (piece, "") : (piece[..at], piece[(at + 3)..]);
        if (!line.StartsWith(before, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = line[before.Length..];
        var end = rest.IndexOfAnyExceptInRange('0', '9') is >= 0 and var found ? found : rest.Length;
        if ((at >= 0 && end is < 1 or > MostDigits) || !rest[(at < 0 ? 0 : end)..].StartsWith(after, StringComparison.Ordinal))
        {
            return null;
        }

        line = rest[((at < 0 ? 0 : end) + after.Length)..];
        return at < 0 ? 0 : int.Parse(rest[..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
