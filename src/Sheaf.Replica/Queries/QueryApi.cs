using System.Text;
using Sheaf.Replica.Faults;
using Sheaf.Replica.Requests;

namespace Sheaf.Replica.Queries;

/// <summary>The query API: looks papers up by id or by a search, and answers in Atom.</summary>
internal sealed class QueryApi(Corpus corpus, TimeProvider time)
{
    private const string AtomType = "application/atom+xml; charset=utf-8";

    private readonly Dictionary<string, Found> _known = Index(corpus);
    private readonly Lazy<Found[]> _byDay = new(
        () => [.. InOrderOfDays(Index(corpus).Where(known => known.Key == known.Value.Paper.Id).Select(known => known.Value))]);
    private Answer? _last;

    /// <param name="request">The request.</param>
    /// <param name="fault">What goes wrong with the list; null: nothing.</param>
    public Answer Answer(ReceivedRequest request, FaultKind? fault = null)
    {
        try
        {
            if (fault == FaultKind.Repeated && _last is { } last)
            {
                return last;
            }

            var parameters = QueryParameters.Of(request.Query());
            var found = Find(parameters);
            var page = ResultPage.Of(found, parameters, fault);
            return _last = Atom(200, AtomFeed.OfResults(parameters, page, found.Count, time.GetUtcNow()));
        }
        catch (QueryRefusedException refused)
        {
            return Refuse(refused, time.GetUtcNow());
        }
    }

    public static Answer Refuse(QueryRefusedException refused, DateTimeOffset now) => Atom(refused.Status, AtomFeed.OfError(refused, now));

    private static Answer Atom(int status, string feed) => new(status, AtomType, Encoding.UTF8.GetBytes(feed));

    // Every spelling that is looked up with success: the bare id and each version. Anything else is unknown, however close.
    private static Dictionary<string, Found> Index(Corpus corpus)
    {
        var known = new Dictionary<string, Found>(StringComparer.Ordinal);
        foreach (var paper in corpus.Papers.Values.Where(paper => paper.Deleted is null))
        {
            var history = History.Of(paper);
            known.Add(paper.Id, new Found(paper, history, history.Latest));
            foreach (var version in history.Versions)
            {
                known.Add($"{paper.Id}v{version.Version}", new Found(paper, history, version));
            }
        }

        return known;
    }

    private List<Found> Find(QueryParameters parameters)
    {
        if (parameters.Ids.Count == 0)
        {
            return Ordered(Matching(SearchQuery.Parse(parameters.SearchQuery)), parameters, isByDay: true);
        }

        var candidates = parameters.Ids.Select(id => _known.GetValueOrDefault(id)).OfType<Found>();
        if (parameters.SearchQuery.Length > 0)
        {
            candidates = candidates.Where(SearchQuery.Parse(parameters.SearchQuery).Matches);
        }

        return Ordered([.. candidates.DistinctBy(found => found.Name, StringComparer.Ordinal)], parameters, isByDay: false);
    }

    /// <summary>In order of their first days: only those between the days that the condition allows are looked at.</summary>
    private List<Found> Matching(Condition condition)
    {
        var papers = _byDay.Value;
        var (low, high) = (0, papers.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = papers[middle].History.First.Submitted < condition.From ? (middle + 1, high) : (low, middle);
        }

        return [.. papers.Skip(low).TakeWhile(paper => paper.History.First.Submitted <= condition.To).Where(condition.Matches)];
    }

    private static List<Found> Ordered(List<Found> found, QueryParameters parameters, bool isByDay)
    {
        if (parameters.SortBy == "submittedDate" && isByDay && parameters.Ascending)
        {
            return found;
        }

        IEnumerable<Found> ordered = parameters.SortBy switch
        {
            "submittedDate" => InOrderOfDays(found),
            "lastUpdatedDate" => found.OrderBy(paper => paper.Version.Submitted).ThenBy(paper => paper.Name, StringComparer.Ordinal),
            _ => NotAsAsked(found),
        };
        return [.. parameters.Ascending ? ordered : ordered.Reverse()];
    }

    private static IEnumerable<Found> InOrderOfDays(IEnumerable<Found> found) =>
        found.OrderBy(paper => paper.History.First.Submitted).ThenBy(paper => paper.Name, StringComparer.Ordinal);

    // Nobody may rely on the order of an id list being kept, so it never is; but the same question has the same answer.
    private static List<Found> NotAsAsked(List<Found> found)
    {
        var ordered = found.OrderBy(paper => Scramble(paper.Name)).ThenBy(paper => paper.Name, StringComparer.Ordinal).ToList();
        if (ordered.AsEnumerable().Reverse().SequenceEqual(found))
        {
            ordered.Reverse();
        }

        return ordered;
    }

    private static uint Scramble(string name) => name.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}
