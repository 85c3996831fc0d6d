using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Checking;

/// <summary>The paper that a list probably meant.</summary>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Title">arXiv's.</param>
/// <param name="Authors">In their order.</param>
/// <param name="Day">Of its first submission, UTC.</param>
/// <param name="Why">What speaks for it, as words that can follow a colon.</param>
public sealed record Suggestion(ArxivIdentifier Identifier, string Title, IReadOnlyList<Author> Authors, DateOnly Day, string Why)
{
    internal static Suggestion Of(Eprint paper, string why) =>
        new(paper.Identifier, paper.Title, paper.Authors, DateOnly.FromDateTime(paper.FirstSubmitted.UtcDateTime), why);
}
