using Sheaf.Replica.Faults;

namespace Sheaf.Replica.Queries;

/// <summary>The results that stand on one page.</summary>
internal static class ResultPage
{
    public static IEnumerable<Found> Of(List<Found> found, QueryParameters parameters, FaultKind? fault)
    {
        var (start, count) = (Math.Min(parameters.Start, found.Count), parameters.MaxResults);
        var page = found.Skip(start);
        return fault switch
        {
            FaultKind.Vacant => [],
            FaultKind.Shortened => page.Take(Math.Min(count, found.Count - start) / 2),
            FaultKind.Moved => Without(page, Math.Min(count, found.Count - start) / 2).Take(count),
            _ => page.Take(count),
        };
    }

    private static IEnumerable<Found> Without(IEnumerable<Found> page, int gone) => page.Where((_, place) => place != gone);
}
