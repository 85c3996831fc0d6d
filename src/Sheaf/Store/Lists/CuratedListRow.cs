using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Lists;

/// <summary>One curated file as it was read.</summary>
/// <param name="Name">The file's name: <c>2024-04.md</c>.</param>
/// <param name="Month">The month the name says; null where it says none.</param>
/// <param name="Sha256">Of the file's bytes, in lower-case hexadecimal.</param>
/// <param name="Entries">In file order.</param>
public sealed record CuratedListRow(string Name, Month? Month, string Sha256, IReadOnlyList<CuratedEntryRow> Entries);
