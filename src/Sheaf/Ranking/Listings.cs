using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>Papers that services listed among those that people noticed. Only that they did counts; votes never do.</summary>
/// <param name="days">The first day on which each was listed.</param>
internal sealed class Listings(IReadOnlyDictionary<ArxivIdentifier, DateOnly> days)
{
    /// <summary>A paper of a month's end is listed within so many days of the next.</summary>
    public const int DaysAfter = 10;

    public static Listings None { get; } = new(new Dictionary<ArxivIdentifier, DateOnly>());

    public bool IsEmpty => days.Count == 0;

    /// <summary>The last day whose lists count for a month, whenever they were asked for.</summary>
    public static DateOnly LastDay(Month month) => month.LastDay.AddDays(DaysAfter);

    /// <summary>Whether a paper was listed in time for a month.</summary>
    public bool Have(ArxivIdentifier paper, Month month) => days.TryGetValue(paper, out var day) && day <= LastDay(month);
}
