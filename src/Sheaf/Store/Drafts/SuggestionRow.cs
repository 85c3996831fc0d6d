using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Drafts;

/// <summary>The sentence that was chosen for a paper.</summary>
/// <param name="Identifier">The paper.</param>
/// <param name="Digest">Of what it was chosen from, and of the program that chose; in lower-case hexadecimal.</param>
/// <param name="Sentence">Null where there is none.</param>
public sealed record SuggestionRow(ArxivIdentifier Identifier, string Digest, string? Sentence);
