using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store;

/// <summary>That a month's draft was made.</summary>
/// <param name="Month">The issue.</param>
/// <param name="Written">When Sheaf last wrote it.</param>
/// <param name="Sha256">Of what Sheaf last wrote, in lower-case hexadecimal.</param>
public sealed record DraftRow(Month Month, DateTimeOffset Written, string Sha256);
