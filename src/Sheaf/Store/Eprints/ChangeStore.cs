using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Eprints;

/// <summary>What arXiv changed about papers that Sheaf had read before.</summary>
internal sealed class ChangeStore(Database database)
{
    /// <summary>
    /// The changes of these papers that were noticed after a moment, in their order and the order in which they were noticed.
    /// </summary>
    public IReadOnlyList<PaperChange> Since(DateTimeOffset moment, IEnumerable<ArxivIdentifier> identifiers) =>
        database.Read(connection =>
        {
            using var find = new Statement(
                connection,
                "SELECT what, before, after, noticed FROM change WHERE identifier = $identifier AND noticed > $moment "
                + "ORDER BY noticed, what");
            return identifiers.SelectMany(identifier => Changes(identifier, find.Query(
                ("identifier", identifier), ("moment", moment)))).ToList();
        });

    private static IEnumerable<PaperChange> Changes(ArxivIdentifier identifier, SqliteDataReader rows)
    {
        using (rows)
        {
            while (rows.Read())
            {
                yield return new PaperChange(identifier, rows.GetString(0), rows.TextOrNull(1), rows.TextOrNull(2), rows.Time(3));
            }
        }
    }
}
