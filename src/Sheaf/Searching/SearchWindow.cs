using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Searching;

/// <summary>Which of all that is found are wanted. Windows begin at papers, so that none is passed over where others come or go.</summary>
/// <param name="Take">So many at most.</param>
internal sealed record SearchWindow(int Take)
{
    /// <summary>The newest first, even where words are asked for.</summary>
    public bool IsNewestFirst { get; init; }

    /// <summary>The paper behind which it begins; null for the first window.</summary>
    public ArxivIdentifier? Behind { get; init; }

    /// <summary>The paper before which it ends, which goes before <see cref="Behind"/>.</summary>
    public ArxivIdentifier? Before { get; init; }

    /// <summary>Of these papers alone; null for all.</summary>
    public IReadOnlySet<ArxivIdentifier>? Among { get; init; }

    /// <summary>None of these.</summary>
    public Func<ArxivIdentifier, bool> IsLeftOut { get; init; } = _ => false;

    /// <summary>Whether it is to be told how many there are in all.</summary>
    public bool IsCounted { get; init; } = true;

    internal bool Has(ArxivIdentifier paper) => Among?.Contains(paper) != false && !IsLeftOut(paper);
}

/// <summary>A window of what a search found.</summary>
/// <param name="Papers">In their order.</param>
/// <param name="Count">How many there are in all; <see cref="MostCounted"/> and one where there are more than that.</param>
internal sealed record FoundWindow(IReadOnlyList<FoundPaper> Papers, int Count)
{
    /// <summary>More are not counted: that would take longer than finding the first of them.</summary>
    public const int MostCounted = 1_000;

    /// <summary>Whether there may be papers before these.</summary>
    public bool HasBefore { get; init; }

    /// <summary>Whether others follow.</summary>
    public bool HasMore { get; init; }

    /// <summary>Whether so many have what is looked for that only the newest of them were compared.</summary>
    public bool IsBounded { get; init; }
}
