using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;

namespace Sheaf.Store.Drafts;

/// <summary>Which months' drafts were made. The drafts themselves are files and the editor's.</summary>
internal sealed class DraftStore(Database database)
{
    /// <summary>Null where that month's draft was never made.</summary>
    public DraftRow? Find(Month month) =>
        database.Read(connection =>
        {
            using var find = new Statement(connection, "SELECT written FROM draft WHERE month = $month");
            using var rows = find.Query(("month", month));
            return rows.Read() ? new DraftRow(month, rows.Time(0)) : null;
        });

    /// <summary>That month's draft was made.</summary>
    /// <param name="month">The issue.</param>
    /// <param name="written">When.</param>
    public void Save(Month month, DateTimeOffset written) =>
        database.Write(connection =>
        {
            using var save = new Statement(
                connection,
                """
                INSERT INTO draft (month, written) VALUES ($month, $written)
                ON CONFLICT (month) DO UPDATE SET written = excluded.written
                """);
            save.Run(("month", month), ("written", written));
        });
}

/// <summary>That a month's draft was made.</summary>
/// <param name="Month">The issue.</param>
/// <param name="Written">When Sheaf last wrote it.</param>
internal sealed record DraftRow(Month Month, DateTimeOffset Written);
