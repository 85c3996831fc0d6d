using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Store.Drafts;

namespace Sheaf.Ranking;

/// <summary>A month's ranking, parted by what has been decided on its papers.</summary>
internal sealed class MonthPiles
{
    private readonly Dictionary<SuggestionPile, IReadOnlyList<RankedWork>> _piles;
    private Dictionary<string, int>? _places;

    private MonthPiles(RankingRow ranking, Dictionary<SuggestionPile, IReadOnlyList<RankedWork>> piles, int considered, int putOff) =>
        (Ranking, _piles, Considered, PutOff) = (ranking, piles, considered, putOff);

    public RankingRow Ranking { get; }

    /// <summary>How many papers there are to decide on.</summary>
    public int Considered { get; }

    /// <summary>How many papers are left out of them because they were put off.</summary>
    public int PutOff { get; }

    /// <param name="ranking">All papers of the month.</param>
    /// <param name="picks">The lists and past issues.</param>
    /// <param name="refused">The refused papers.</param>
    /// <param name="later">Those that were put off.</param>
    /// <param name="withdrawn">Papers of the month that nobody is to be told of.</param>
    public static MonthPiles Of(
        RankingRow ranking, EditorsPicks picks, SetAsidePapers refused, SetAsidePapers later, IReadOnlySet<string> withdrawn)
    {
        var named = Texts(picks.Named);
        var (refusedIds, laterIds) = (Texts(refused.Papers), Texts(later.Papers));
        var open = ranking.Papers.Where(
            paper => !named.Contains(paper.Identifier) && !refusedIds.Contains(paper.Identifier)
                && !withdrawn.Contains(paper.Identifier)).ToList();
        var candidates = open.Where(paper => !laterIds.Contains(paper.Identifier)).ToList();
        var listed = Texts(picks.Listed);
        return new(
            ranking,
            new()
            {
                [SuggestionPile.Open] = Works(candidates),
                [SuggestionPile.Later] = Single(open.Where(paper => laterIds.Contains(paper.Identifier))),
                [SuggestionPile.Refused] = Single(
                    ranking.Papers.Where(paper => refusedIds.Contains(paper.Identifier) && !listed.Contains(paper.Identifier))),
                [SuggestionPile.Taken] = Single(ranking.Papers.Where(paper => listed.Contains(paper.Identifier))),
            },
            candidates.Count,
            open.Count - candidates.Count);
    }

    /// <summary>The works of a pile, the likeliest first.</summary>
    public IReadOnlyList<RankedWork> this[SuggestionPile pile] => _piles[pile];

    /// <summary>Where a paper stands in the ranking, from 0, whatever has been decided on it; null where it does not.</summary>
    public int? PlaceOf(string paper)
    {
        _places ??= Ranking.Papers.Index().ToDictionary(ranked => ranked.Item.Identifier, ranked => ranked.Index);
        return _places.TryGetValue(paper, out var place) ? place : null;
    }

    /// <summary>Each work once, with what else is the same of all the papers.</summary>
    private static List<RankedWork> Works(IEnumerable<RankedRow> candidates)
    {
        var works = new WorksOfARanking();
        var shown = new List<RankedWork>();
        var same = new Dictionary<string, List<ArxivIdentifier>>();
        foreach (var paper in candidates)
        {
            if (works.Find(paper.Identifier, paper.Same) is { } work)
            {
                same[work].Add(ArxivIdentifier.Parse(paper.Identifier));
            }
            else
            {
                same.Add(paper.Identifier, []);
                shown.Add(new(paper, same[paper.Identifier]));
            }
        }

        return shown;
    }

    private static List<RankedWork> Single(IEnumerable<RankedRow> papers) => [.. papers.Select(paper => new RankedWork(paper, []))];

    private static HashSet<string> Texts(IEnumerable<ArxivIdentifier> papers) => [.. papers.Select(paper => paper.ToString())];
}

/// <summary>What has been decided on a suggestion.</summary>
internal enum SuggestionPile
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>It was put off.</summary>
    Later,

    Refused,

    /// <summary>It is on a list.</summary>
    Taken,
}

/// <param name="Row">The likeliest paper of the work.</param>
/// <param name="Same">The same work under other identifiers.</param>
internal sealed record RankedWork(RankedRow Row, IReadOnlyList<ArxivIdentifier> Same);
