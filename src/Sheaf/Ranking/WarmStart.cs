using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>What other people's published lists teach about taste in general: a beginning for an editor with few picks of their own.</summary>
/// <param name="LastMonth">The last month of the lists that it was learnt from: it must not be used for that month or one before.</param>
/// <param name="Words">
/// Weights in log-odds. Keys begin with <c>t:</c> for a word of a title, or two with a space between them, <c>a:</c> for those of an abstract, and <c>c:</c> for a category.
/// </param>
internal sealed record WarmStart(Month LastMonth, IReadOnlyDictionary<string, double> Words)
{
    /// <summary>Whether it knows nothing of this month or of what came later.</summary>
    public bool MayServe(Month month) => LastMonth.CompareTo(month) < 0;
}
