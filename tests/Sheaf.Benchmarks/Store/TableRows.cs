namespace Sheaf.Benchmarks.Store;

/// <summary>The rows of one table.</summary>
internal sealed record TableRows(string Table, IReadOnlyList<string> Columns, IReadOnlyList<object[]> Rows);
