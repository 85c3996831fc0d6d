namespace Sheaf.Searching;

/// <summary>Which papers are looked at.</summary>
/// <param name="Category">A category or an archive; null for any.</param>
/// <param name="Author">A surname or a name; null for any.</param>
/// <param name="From">The first day of first versions; null for any.</param>
/// <param name="To">The last one; null for any.</param>
internal sealed record SearchFilter(string? Category, string? Author, DateOnly? From, DateOnly? To);
