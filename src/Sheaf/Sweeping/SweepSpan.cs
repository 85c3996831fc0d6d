using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Sweeping;

/// <summary>Consecutive months, or what is left of them, that are swept as one sequence.</summary>
/// <param name="Months">The months, at least one.</param>
/// <param name="From">The first moment, a full minute: the beginning of the first month or, of one swept before, where that sweep came to.</param>
internal sealed record SweepSpan(IReadOnlyList<Month> Months, DateTimeOffset From)
{
    public Month First => Months[0];

    public Month Last => Months[^1];

    /// <summary>Whether the first month is swept from its beginning.</summary>
    public bool IsWhole => From == First.Start;

    /// <summary>The first moment behind the span.</summary>
    public DateTimeOffset Until => Last.Next.Start;

    /// <summary>For readers: <c>2024-04 to 2024-06</c>.</summary>
    public string Title => First == Last ? First.ToString() : $"{First} to {Last}";
}
