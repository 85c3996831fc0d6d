namespace Sheaf.Store.Search;

/// <summary>What of a paper can be searched.</summary>
/// <param name="Identifier">Canonical.</param>
/// <param name="Title">With its TeX.</param>
/// <param name="Abstract">With its TeX.</param>
/// <param name="FirstDay">The UTC day of its first version.</param>
/// <param name="Authors">Names in natural order.</param>
/// <param name="Categories">Canonical names.</param>
internal sealed record SearchedPaper(string Identifier, string Title, string Abstract, DateOnly FirstDay, IReadOnlyList<string> Authors, IReadOnlyList<string> Categories);

/// <summary>What the index is given of a paper: words with blanks between.</summary>
/// <param name="Title">Of its title.</param>
/// <param name="Abstract">Of its abstract.</param>
/// <param name="Authors">Of its authors' names.</param>
/// <param name="Marks">By which it is filtered and which nobody can type.</param>
internal sealed record IndexedWords(string Title, string Abstract, string Authors, string Marks);
