using Sheaf.Store.Eprints;

namespace Sheaf.Store.Search;

/// <summary>Which papers of the index are asked for.</summary>
/// <param name="Match">An expression of FTS5; null for every paper.</param>
/// <param name="First">The lowest number.</param>
/// <param name="Last">The highest one.</param>
internal sealed record SearchScope(string? Match, long First, long Last)
{
    /// <summary>The numbers of those that alone are meant; null for all.</summary>
    public IReadOnlyList<long>? Among { get; private init; }

    /// <summary>As the statements of <see cref="SearchSql"/> take it.</summary>
    public IEnumerable<(string Name, object? Value)> Values
    {
        get
        {
            yield return ("first", First);
            yield return ("last", Last);
            if (Match is not null)
            {
                yield return ("match", Match);
            }

            if (Among is not null)
            {
                yield return ("among", $"[{string.Join(',', Among)}]");
            }
        }
    }

    /// <param name="match">An expression of FTS5; null for every paper.</param>
    /// <param name="from">The first day on which a paper's first version came; null for any.</param>
    /// <param name="to">The last one.</param>
    public static SearchScope Of(string? match, DateOnly? from, DateOnly? to) => new(
        match, from is { } begin ? PaperNumber.FirstOf(begin) : 0, to is { } end ? PaperNumber.LastOf(end) : long.MaxValue);

    /// <summary>Those alone that have one of these numbers; what is older or newer than all of them is not looked at.</summary>
    public SearchScope Within(IReadOnlyList<long> numbers) => numbers.Count == 0
        ? this with { Among = numbers, Last = -1 }
        : this with { Among = numbers, First = Math.Max(First, numbers.Min()), Last = Math.Min(Last, numbers.Max()) };
}
