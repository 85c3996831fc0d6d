using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Text;

namespace Sheaf.Store.Eprints;

/// <summary>Columns of a row as the store's own values.</summary>
internal static class Columns
{
    public static string? TextOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static string? TextOrNull(this SqliteDataReader row, string column) => row.TextOrNull(row.GetOrdinal(column));

    public static int? NumberOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static DateTimeOffset Time(this SqliteDataReader row, int column) => UtcText.Parse(row.GetString(column));

    public static DateTimeOffset Time(this SqliteDataReader row, string column) => row.Time(row.GetOrdinal(column));

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static Month? MonthOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : Month.Parse(row.GetString(column));

    public static ArxivIdentifier Identifier(this SqliteDataReader row, int column) => ArxivIdentifier.Parse(row.GetString(column));

    public static ArxivIdentifier? IdentifierOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Identifier(column);

    public static IReadOnlyList<string> List(this SqliteDataReader row, int column) => TextList.Read(row.GetString(column));
}
