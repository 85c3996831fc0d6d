using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Drafts;

namespace Sheaf.Ranking;

/// <summary>
/// A month's ranking, parted by what has been decided on its papers. Counting is all that a decision costs; the piles are made for those
/// who look at them.
/// </summary>
internal sealed class MonthPiles
{
    /// <summary>Of no pile: in a past issue, spoken of on a list, or withdrawn.</summary>
    private const byte Nowhere = byte.MaxValue;

    private readonly RankedMonth _month;
    private readonly byte[] _piles;
    private readonly Dictionary<SuggestionPile, IReadOnlyList<RankedWork>> _made = [];
    private readonly int[] _counts = new int[Enum.GetValues<SuggestionPile>().Length];

    /// <param name="month">All papers of the month.</param>
    /// <param name="decisions">The lists and past issues, the refused papers, and those that were put off.</param>
    /// <param name="withdrawn">Papers of the month that nobody is to be told of.</param>
    public MonthPiles(RankedMonth month, Decisions decisions, IReadOnlySet<string> withdrawn)
    {
        (_month, _piles) = (month, new byte[month.Papers.Count]);
        var (picks, refused, later) = (decisions.Picks, decisions.Refused.Papers, decisions.Later.Papers);
        for (var at = 0; at < _piles.Length; at++)
        {
            var paper = month.Papers[at];
            SuggestionPile? pile = picks.Listed.Contains(paper) ? SuggestionPile.Taken
                : refused.Contains(paper) ? SuggestionPile.Refused
                : picks.Named.Contains(paper) || withdrawn.Contains(month.Ranking.Papers[at].Identifier) ? null
                : later.Contains(paper) ? SuggestionPile.Later
                : SuggestionPile.Open;
            _piles[at] = pile is { } own ? (byte)own : Nowhere;
            if (pile is { } counted)
            {
                _counts[(int)counted]++;
            }
        }
    }

    public RankingRow Ranking => _month.Ranking;

    /// <summary>How many papers there are to decide on.</summary>
    public int Considered => _counts[(int)SuggestionPile.Open];

    /// <summary>How many papers are left out of them because they were put off.</summary>
    public int PutOff => _counts[(int)SuggestionPile.Later];

    /// <summary>How many papers a pile has.</summary>
    public int Count(SuggestionPile pile) => _counts[(int)pile];

    /// <summary>The works of a pile, the likeliest first.</summary>
    public IReadOnlyList<RankedWork> this[SuggestionPile pile]
    {
        get
        {
            lock (_made)
            {
                return _made.TryGetValue(pile, out var made) ? made : _made[pile] = Make(pile);
            }
        }
    }

    /// <summary>Where a paper stands in the ranking, from 0, whatever has been decided on it; null where it does not.</summary>
    public int? PlaceOf(string paper) => _month.PlaceOf(paper);

    /// <summary>The same work under other identifiers that are on no list and in no past issue.</summary>
    public IReadOnlyList<ArxivIdentifier> SameAs(string paper) =>
        [.. _month.Below(paper).Where(place => _piles[place] is not ((byte)SuggestionPile.Taken or Nowhere))
            .Select(place => _month.Papers[place])];

    private List<RankedWork> Make(SuggestionPile pile)
    {
        var rows = Ranking.Papers.Where((_, at) => _piles[at] == (byte)pile);
        return pile == SuggestionPile.Open ? Works(rows) : [.. rows.Select(paper => new RankedWork(paper, []))];
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
                if (!same.TryGetValue(work, out var others))
                {
                    same.Add(work, others = []);
                }

                others.Add(ArxivIdentifier.Parse(paper.Identifier));
            }
            else
            {
                shown.Add(new(paper, []));
            }
        }

        return [.. shown.Select(work => same.TryGetValue(work.Row.Identifier, out var others) ? work with { Same = others } : work)];
    }
}

/// <summary>A ranking with what is asked of it again and again, whatever was decided.</summary>
internal sealed class RankedMonth
{
    private readonly Dictionary<string, int> _places;
    private readonly Dictionary<string, List<int>> _below = [];

    public RankedMonth(RankingRow ranking)
    {
        Ranking = ranking;
        Papers = [.. ranking.Papers.Select(paper => ArxivIdentifier.Parse(paper.Identifier))];
        _places = ranking.Papers.Index().ToDictionary(paper => paper.Item.Identifier, paper => paper.Index);
        foreach (var (place, paper) in ranking.Papers.Index())
        {
            foreach (var above in paper.Same)
            {
                if (!_below.TryGetValue(above, out var below))
                {
                    _below.Add(above, below = []);
                }

                below.Add(place);
            }
        }
    }

    public RankingRow Ranking { get; }

    /// <summary>The papers of the ranking, in its order.</summary>
    public IReadOnlyList<ArxivIdentifier> Papers { get; }

    /// <summary>Where a paper stands, from 0; null where it does not.</summary>
    public int? PlaceOf(string paper) => _places.TryGetValue(paper, out var place) ? place : null;

    /// <summary>The places of papers below a paper that are the same work.</summary>
    public IReadOnlyList<int> Below(string paper) => _below.GetValueOrDefault(paper, []);
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
