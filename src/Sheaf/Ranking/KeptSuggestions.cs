using System.Text;
using Sheaf.Arxiv.Identifiers;
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

    private readonly Lock _lock = new();
    private Decisions? _decisions;
    private View? _view;

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

    /// <summary>All works of a pile, the likeliest first; none where no ranking is kept.</summary>
    /// <inheritdoc cref="Read"/>
    public IReadOnlyList<RankedWork> Pile(Month month, SuggestionPile pile) => Look(month).Piles?[pile] ?? [];

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
        Look(month).Piles is { } piles && piles.PlaceOf(paper.ToString()) is { } place
            ? piles[pile].TakeWhile(work => piles.PlaceOf(work.Row.Identifier) <= place).Count()
            : 0;

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
        ? new(piles.Considered, piles.PutOff, piles[SuggestionPile.Refused].Count, piles[SuggestionPile.Taken].Count)
        : new(0, 0, 0, 0);

    /// <summary>What changes whenever an answer of <see cref="Read"/> may.</summary>
    /// <inheritdoc cref="Read"/>
    public string Tag(Month month)
    {
        var (decisions, piles, state) = Look(month);
        return $"{decisions.Stamp:x}-{piles?.Ranking.Key ?? "none"}-{piles?.Ranking.Made.UtcTicks ?? 0}-{state}";
    }

    /// <summary>Where the papers of earlier months that were picked stood in the rankings that are kept of these months.</summary>
    /// <inheritdoc cref="Read"/>
    public IReadOnlyList<int> RanksOfPicksBefore(Month month)
    {
        var decisions = DecisionsNow();
        var ranks = new List<int>();
        foreach (var earlier in rankings.Keys().Keys.Where(kept => kept < month))
        {
            var picked = decisions.Picks.Picks.Where(pick => (pick.Month ?? earlier) == earlier).Select(pick => pick.Identifier.ToString())
                .ToHashSet();
            if (picked.Count > 0 && rankings.FindLast(earlier) is { Picks: > 0 } ranking)
            {
                ranks.AddRange(ranking.Papers.Index().Where(paper => picked.Contains(paper.Item.Identifier)).Select(paper => paper.Index + 1));
            }
        }

        return ranks;
    }

    private (Decisions Decisions, MonthPiles? Piles, KeptRanking State) Look(Month month)
    {
        lock (_lock)
        {
            var decisions = DecisionsNow();
            var key = rankings.FindKey(month);
            if (_view is { } view && view.Month == month && view.Key == key && view.Stamp == decisions.Stamp
                && time.GetElapsedTime(view.Looked) < BetweenLooks)
            {
                return (decisions, view.Piles, view.State);
            }

            var ranking = key is null ? null
                : _view?.Piles?.Ranking is { } last && last.Month == month && last.Key == key && rankings.FindMade(month) == last.Made ? last
                : rankings.FindLast(month);
            var state = suggester.StateOf(month, decisions.Picks);
            var piles = ranking is null
                ? null
                : MonthPiles.Of(ranking, decisions.Picks, decisions.Refused, decisions.Later, papers.Withdrawn(month).ToHashSet());
            _view = new(month, key, decisions.Stamp, time.GetTimestamp(), piles, state);
            return (decisions, piles, state);
        }
    }

    private Decisions DecisionsNow()
    {
        lock (_lock)
        {
            var stamp = Stamp();
            return _decisions is { } known && known.Stamp == stamp ? known : _decisions = Decisions.Read(workspace, stamp);
        }
    }

    /// <summary>A digest of names, sizes and times of all files that say what was decided.</summary>
    private ulong Stamp()
    {
        var text = new StringBuilder();
        foreach (var file in Files(workspace.Curated).Concat(Files(workspace.Published))
            .Concat([new FileInfo(workspace.Refused), new FileInfo(workspace.Later)]))
        {
            _ = text.Append(file.Name).Append('\0').Append(file.Exists ? file.Length : -1).Append(' ')
                .Append(file.Exists ? file.LastWriteTimeUtc.Ticks : 0).Append('\n');
        }

        var hash = 14695981039346656037ul;
        foreach (var chunk in text.GetChunks())
        {
            foreach (var letter in chunk.Span)
            {
                hash = (hash ^ letter) * 1099511628211;
            }
        }

        return hash;
    }

    private static IEnumerable<FileInfo> Files(string folder) => Directory.Exists(folder)
        ? new DirectoryInfo(folder).EnumerateFiles().OrderBy(file => file.Name, StringComparer.Ordinal)
        : [];

    private sealed record View(Month Month, string? Key, ulong Stamp, long Looked, MonthPiles? Piles, KeptRanking State);
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
    public static Decisions Read(Workspace workspace, ulong stamp) => Of(workspace, EditorsPicks.Read(workspace)) with { Stamp = stamp };

    /// <summary>With lists and past issues that have been read already.</summary>
    public static Decisions Of(Workspace workspace, EditorsPicks picks) =>
        new(0, picks, new SetAsideList(workspace.Refused).Read(), new SetAsideList(workspace.Later).Read());
}
