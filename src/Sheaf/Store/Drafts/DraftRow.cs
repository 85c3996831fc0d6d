using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Drafts;

/// <summary>That a month's draft was made.</summary>
/// <param name="Month">The issue.</param>
/// <param name="Written">When Sheaf last wrote it.</param>
public sealed record DraftRow(Month Month, DateTimeOffset Written);
