using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Harvesting;

/// <summary>What a harvest is asked to cover: every curated list, the lists of some months, or some papers.</summary>
/// <param name="Months">Empty unless months were named.</param>
/// <param name="Identifiers">Empty unless papers were named.</param>
public sealed record HarvestScope(IReadOnlyList<Month> Months, IReadOnlyList<ArxivIdentifier> Identifiers)
{
    /// <summary>Whether a person has named <see cref="Identifiers"/> one by one; then those that arXiv lacked are asked for at once.</summary>
    public bool IsByName { get; init; } = true;

    public static HarvestScope Everything { get; } = new([], []);

    /// <summary>Whether lists that cannot be read are left out, and named by the plan, instead of ending it.</summary>
    public bool GoesOnWithoutUnread { get; init; }

    public bool IsEverything => Months.Count == 0 && Identifiers.Count == 0;
}
