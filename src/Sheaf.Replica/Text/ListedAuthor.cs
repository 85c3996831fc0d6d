namespace Sheaf.Replica.Text;

/// <summary>One author of a paper with the affiliations arXiv gives it.</summary>
internal sealed record ListedAuthor(PersonName Name, IReadOnlyList<string> Affiliations);
