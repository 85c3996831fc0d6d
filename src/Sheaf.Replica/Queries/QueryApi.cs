using System.Text;
using Sheaf.Replica.Requests;

namespace Sheaf.Replica.Queries;

/// <summary>The query API: looks papers up by id or by a search, and answers in Atom.</summary>
internal sealed class QueryApi(Corpus corpus, TimeProvider time)
{
    private const string AtomType = "application/atom+xml; charset=utf-8";

    private readonly Dictionary<string, Found> _known = Index(corpus);

    public Answer Answer(ReceivedRequest request)
    {
        try
        {
            var parameters = QueryParameters.Of(request.Query());
            var found = Ordered(Find(parameters), parameters);
            var page = found.Skip(parameters.Start).Take(parameters.MaxResults);
            return Atom(200, AtomFeed.OfResults(parameters, page, found.Count, time.GetUtcNow()));
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
        var candidates = parameters.Ids.Count > 0
            ? parameters.Ids.Select(id => _known.GetValueOrDefault(id)).OfType<Found>()
            : corpus.Papers.Keys.Select(id => _known.GetValueOrDefault(id)).OfType<Found>();
        if (parameters.SearchQuery.Length > 0)
        {
            var matches = SearchQuery.Parse(parameters.SearchQuery);
            candidates = candidates.Where(candidate => matches(candidate));
        }

        return [.. candidates.DistinctBy(found => found.Name, StringComparer.Ordinal)];
    }

    private static List<Found> Ordered(List<Found> found, QueryParameters parameters)
    {
        IEnumerable<Found> ordered = parameters.SortBy switch
        {
            "submittedDate" => found.OrderBy(paper => paper.History.First.Submitted).ThenBy(paper => paper.Name, StringComparer.Ordinal),
            "lastUpdatedDate" => found.OrderBy(paper => paper.Version.Submitted).ThenBy(paper => paper.Name, StringComparer.Ordinal),
            _ => NotAsAsked(found),
        };
        return [.. parameters.Ascending ? ordered : ordered.Reverse()];
    }

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
