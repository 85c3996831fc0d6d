using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Lists;

/// <summary>One entry among those of all curated files.</summary>
/// <param name="List">The file's name.</param>
/// <param name="Position">Its place in the file, from 1.</param>
/// <param name="Month">The month it belongs to: the file's, else that of the paper's version 1; null while the store does not know that.</param>
/// <param name="Entry">The entry itself.</param>
public sealed record EntryRow(string List, int Position, Month? Month, CuratedEntryRow Entry);
