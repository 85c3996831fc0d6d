using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.TestKit.Ranking;

/// <summary>A paper of the reference months.</summary>
/// <param name="Month">The file's: that of the identifier.</param>
/// <param name="Paper">As Sheaf would know it; an abstract that its source cut short counts as not known.</param>
/// <param name="Text">Title and abstract as the source has them, for the recipe to compare with.</param>
/// <param name="IsCandidate">Whether it may be ranked: of the plain daily dump, with complete authors and an abstract.</param>
internal sealed record MonthPaper(Month Month, TastePaper Paper, string Text, bool IsCandidate);
