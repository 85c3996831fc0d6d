using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store.Drafts;
using Sheaf.Store.Eprints;

namespace Sheaf.Ranking;

/// <summary>
/// The kept ranking of a month for who asks often, a window at a time: the ranking and the files of decisions are read again only where
/// they have changed. Makes no ranking.
/// </summary>
/// <param name="suggester">Says whether a ranking is up to date.</param>
/// <param name="papers">The words of the papers.</param>
/// <param name="rankings">What is kept.</param>
/// <param name="workspace">Whose decisions.</param>
/// <param name="time">By which the state of a ranking is looked at again.</param>
internal sealed class KeptSuggestions(
    Suggester suggester, PaperTextStore papers, RankingStore rankings, Workspace workspace, TimeProvider time)
{
    /// <summary>Whether papers have come meanwhile costs a count of them, and no decision hangs on it.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>What was picked long ago tells little of where one may stop now.</summary>
    private const int MostMonthsBack = 6;

    /// <summary>A file that is empty at this moment is read as such: when it has been saved, it is read again.</summary>
    private static readonly FilePace AtOnce = FilePace.Default with { Emptied = TimeSpan.Zero };

    /// <inheritdoc cref="CuratedFolder.OnUnreadable"/>
    public Action<UnreadList>? OnUnreadable { get; init; }

    private readonly Lock _lock = new();
    private readonly ParsedLists _parsed = new();
    private readonly Stamped<PublishedIssues> _published = new();
    private readonly Stamped<EditorsPicks> _picks = new();
    private readonly Stamped<SetAsidePapers> _refused = new();
    private readonly Stamped<SetAsidePapers> _later = new();
    private Decisions? _decisions;
    private Basis? _basis;
    private MonthPiles? _piles;
    private Decisions? _pilesBy;
    private HashSet<string>? _pilesWithout;

    /// <summary>A window of a pile of the month's suggestions.</summary>
    /// <param name="month">The month.</param>
    /// <param name="pile">Those of which decision.</param>
    /// <param name="after">How many of the pile are passed over, from its top.</param>
    /// <param name="take">How many are wanted.</param>
    /// <exception cref="CurationException">A list cannot be read until a person has changed something.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public MonthSuggestions Read(Month month, SuggestionPile pile, int after, int take)
    {
        var (decisions, piles, state) = Look(month);
        return piles is null
            ? new(month, 0, 0, []) { Kept = state, UnreadIssues = decisions.Picks.Unread }
            : suggester.Shown(piles, pile, after, take, decisions) with { Kept = state };
    }

    /// <summary>
    /// A window that begins behind a paper, whatever has been decided on that. Place and window are of one moment: a decision between the
    /// two would have a paper passed over.
    /// </summary>
    /// <param name="month">The month.</param>
    /// <param name="pile">Those of which decision.</param>
    /// <param name="behind">The paper.</param>
    /// <param name="take">How many are wanted.</param>
    /// <returns>The window, and how many of the pile stand above it.</returns>
    /// <inheritdoc cref="Read"/>
    public (MonthSuggestions Found, int After) ReadBehind(Month month, SuggestionPile pile, ArxivIdentifier behind, int take)
    {
        var (decisions, piles, state) = Look(month);
        if (piles is null)
        {
            return (new(month, 0, 0, []) { Kept = state, UnreadIssues = decisions.Picks.Unread }, 0);
        }

        var after = CountThrough(piles, pile, behind);
        return (suggester.Shown(piles, pile, after, take, decisions) with { Kept = state }, after);
    }

    /// <summary>All works of a pile, the likeliest first; none where no ranking is kept.</summary>
    /// <inheritdoc cref="Read"/>
    public IReadOnlyList<RankedWork> Pile(Month month, SuggestionPile pile) => Look(month).Piles?[pile] ?? [];

    /// <summary>The same work under other identifiers that are on no list and in no past issue.</summary>
    /// <inheritdoc cref="Read"/>
    public IReadOnlyList<ArxivIdentifier> SameAs(Month month, ArxivIdentifier paper) =>
        Look(month).Piles?.SameAs(paper.ToString()) ?? [];

    /// <summary>The works to decide on that are ranked above a paper, whatever has been decided on that.</summary>
    /// <inheritdoc cref="Read"/>
    public IReadOnlyList<RankedWork> OpenAbove(Month month, ArxivIdentifier paper) =>
        Look(month).Piles is { } piles && piles.PlaceOf(paper.ToString()) is { } place
            ? [.. piles[SuggestionPile.Open].TakeWhile(work => piles.PlaceOf(work.Row.Identifier) < place)]
            : [];

    /// <summary>Where a paper stands in the month's ranking, from 0; null where it does not.</summary>
    /// <inheritdoc cref="Read"/>
    public int? PlaceOf(Month month, ArxivIdentifier paper) => Look(month).Piles?.PlaceOf(paper.ToString());

    /// <summary>How many works of a pile are not ranked below a paper.</summary>
    /// <inheritdoc cref="Read"/>
    public int CountThrough(Month month, SuggestionPile pile, ArxivIdentifier paper) =>
        Look(month).Piles is { } piles ? CountThrough(piles, pile, paper) : 0;

    private static int CountThrough(MonthPiles piles, SuggestionPile pile, ArxivIdentifier paper) =>
        piles.PlaceOf(paper.ToString()) is { } place
            ? piles[pile].TakeWhile(work => piles.PlaceOf(work.Row.Identifier) <= place).Count()
            : 0;

    /// <summary>All that the editor's files say of papers at this moment.</summary>
    /// <inheritdoc cref="Read"/>
    public Decisions Decisions => DecisionsNow();

    /// <summary>The refused papers, as the file has them.</summary>
    /// <inheritdoc cref="Read"/>
    public SetAsidePapers Refused => DecisionsNow().Refused;

    /// <summary>The papers that were put off.</summary>
    /// <inheritdoc cref="Read"/>
    public SetAsidePapers Later => DecisionsNow().Later;

    /// <summary>Whether a paper is to be treated in depth.</summary>
    /// <inheritdoc cref="Read"/>
    public bool IsStarred(ArxivIdentifier paper) => DecisionsNow().Picks.IsStarred(paper);

    /// <summary>How many papers there are to decide on, are put off, refused and taken; all 0 where no ranking is kept.</summary>
    /// <inheritdoc cref="Read"/>
    public SuggestionCounts Count(Month month) => Look(month).Piles is { } piles
        ? new(piles.Considered, piles.PutOff, piles.Count(SuggestionPile.Refused), piles.Count(SuggestionPile.Taken))
        : new(0, 0, 0, 0);

    /// <summary>What changes whenever an answer of <see cref="Read"/> may.</summary>
    /// <inheritdoc cref="Read"/>
    public string Tag(Month month)
    {
        var (decisions, piles, state) = Look(month);
        return $"{decisions.Stamp:x}-{piles?.Ranking.Key ?? "none"}-{piles?.Ranking.Made.UtcTicks ?? 0}-{state}";
    }

    /// <summary>Where the papers of earlier months that were picked stood in the rankings that are kept of these months, from 1.</summary>
    /// <inheritdoc cref="Read"/>
    public IReadOnlyList<int> RanksOfPicksBefore(Month month)
    {
        var picks = DecisionsNow().Picks.Picks;
        return
        [
            .. rankings.Keys().Keys.Where(kept => kept < month).OrderDescending().Take(MostMonthsBack).SelectMany(
                earlier => rankings.PositionsOf(
                    earlier, picks.Where(pick => pick.Month is null || pick.Month == earlier).Select(pick => pick.Identifier.ToString()))),
        ];
    }

    private (Decisions Decisions, MonthPiles? Piles, KeptRanking State) Look(Month month)
    {
        lock (_lock)
        {
            var (decisions, basis) = (DecisionsNow(), BasisOf(month));
            if (basis.Ranking is null)
            {
                return (decisions, null, basis.State);
            }

            if (_piles is not { } piles || piles.Ranking != basis.Ranking.Ranking || !ReferenceEquals(_pilesBy, decisions)
                || basis.Withdrawn != _pilesWithout)
            {
                piles = new MonthPiles(basis.Ranking, decisions, basis.Withdrawn);
                (_piles, _pilesBy, _pilesWithout) = (piles, decisions, basis.Withdrawn);
            }

            return (decisions, piles, basis.State);
        }
    }

    /// <summary>What the store says of the month; asked again where another ranking is kept, and every two seconds.</summary>
    private Basis BasisOf(Month month)
    {
        var made = rankings.FindMade(month);
        if (_basis is { } known && known.Month == month && known.Ranking?.Ranking.Made == made
            && time.GetElapsedTime(known.Looked) < BetweenLooks)
        {
            return known;
        }

        var last = _basis?.Ranking is { } ranking && ranking.Ranking.Month == month && ranking.Ranking.Made == made
            ? ranking
            : null;
        var withdrawn = papers.Withdrawn(month).ToHashSet();
        return _basis = new(
            month, made is null ? null : last ?? (rankings.FindLast(month) is { } row ? new RankedMonth(row) : null),
            suggester.StateOf(month, DecisionsNow().Picks),
            _basis is { } before && before.Month == month && before.Withdrawn.SetEquals(withdrawn) ? before.Withdrawn : withdrawn,
            time.GetTimestamp());
    }

    private Decisions DecisionsNow()
    {
        lock (_lock)
        {
            _published.Refresh(Stamp(Files(workspace.Published)), () => new PublishedFolder(workspace.Published).Read());
            _picks.Refresh(
                Stamp(Files(workspace.Curated)) ^ BitOperations.RotateLeft(_published.Stamp, 1),
                () => EditorsPicks.Of(
                    new CuratedFolder(workspace.Curated) { Pace = AtOnce, Parsed = _parsed, OnUnreadable = OnUnreadable }.Read(),
                    _published.Value!));
            _refused.Refresh(
                Stamp([new FileInfo(workspace.Refused)]), () => new SetAsideList(workspace.Refused) { Pace = AtOnce }.Read());
            _later.Refresh(Stamp([new FileInfo(workspace.Later)]), () => new SetAsideList(workspace.Later) { Pace = AtOnce }.Read());
            var stamp = _picks.Stamp ^ BitOperations.RotateLeft(_refused.Stamp, 2) ^ BitOperations.RotateLeft(_later.Stamp, 3);
            return _decisions is { } known && known.Stamp == stamp
                ? known
                : _decisions = new Decisions(stamp, _picks.Value!, _refused.Value!, _later.Value!);
        }
    }

    /// <summary>A digest of names, sizes and times of files.</summary>
    private static ulong Stamp(IEnumerable<FileInfo> files)
    {
        var text = new StringBuilder();
        foreach (var file in files)
        {
            text.Append(file.Name).Append('\0').Append(file.Exists ? file.Length : -1).Append(' ')
                .Append(file.Exists ? file.LastWriteTimeUtc.Ticks : 0).Append('\n');
        }

        return BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static IEnumerable<FileInfo> Files(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal)
        : [];

    /// <summary>What files say, read again where they have changed.</summary>
    private sealed class Stamped<T>
        where T : class
    {
        public ulong Stamp { get; private set; }

        public T? Value { get; private set; }

        public void Refresh(ulong stamp, Func<T> read)
        {
            if (Value is null || Stamp != stamp)
            {
                (Value, Stamp) = (read(), stamp);
            }
        }
    }

    /// <param name="Month">The month.</param>
    /// <param name="Ranking">That is kept; null for none.</param>
    /// <param name="State">How it stands with it.</param>
    /// <param name="Withdrawn">Papers of the month that nobody is to be told of.</param>
    /// <param name="Looked">When that was asked.</param>
    private sealed record Basis(Month Month, RankedMonth? Ranking, KeptRanking State, HashSet<string> Withdrawn, long Looked);
}

/// <summary>How many papers of a month's ranking are in which state.</summary>
/// <param name="Open">There to decide on.</param>
/// <param name="Later">Put off.</param>
/// <param name="Refused">Refused.</param>
/// <param name="Taken">On a list.</param>
internal sealed record SuggestionCounts(int Open, int Later, int Refused, int Taken);

/// <summary>All that an editor's files say of papers.</summary>
/// <param name="Stamp">Of the files as they were.</param>
/// <param name="Picks">Lists and past issues.</param>
/// <param name="Refused">Refused papers.</param>
/// <param name="Later">Papers put off.</param>
internal sealed record Decisions(ulong Stamp, EditorsPicks Picks, SetAsidePapers Refused, SetAsidePapers Later)
{
    /// <summary>Reads the rest where lists and past issues have been read already.</summary>
    /// <param name="workspace">Whose files.</param>
    /// <param name="picks">Of the lists and issues.</param>
    public static Decisions Of(Workspace workspace, EditorsPicks picks) =>
        new(0, picks, new SetAsideList(workspace.Refused).Read(), new SetAsideList(workspace.Later).Read());
}
