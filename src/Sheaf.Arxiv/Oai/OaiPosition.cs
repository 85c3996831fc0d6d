namespace Sheaf.Arxiv.Oai;

/// <summary>How far a list has been read.</summary>
/// <param name="Token">What the next page is asked for with, as arXiv gave it; null: from the beginning, or from <paramref name="Datestamp"/>.</param>
/// <param name="Datestamp">The latest datestamp seen: from the day before it on a list is begun anew when the token has expired. Null: none yet.</param>
public sealed record OaiPosition(string? Token, DateOnly? Datestamp);
