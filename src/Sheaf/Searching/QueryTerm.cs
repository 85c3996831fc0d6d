namespace Sheaf.Searching;

/// <summary>Words that follow each other, as a question asks for them.</summary>
/// <param name="Words">Folded; at least one.</param>
/// <param name="IsPrefix">Whether the last is the beginning of a word.</param>
/// <param name="Column">Where they are looked for; null for everywhere.</param>
internal sealed record QueryTerm(IReadOnlyList<string> Words, bool IsPrefix, string? Column);
