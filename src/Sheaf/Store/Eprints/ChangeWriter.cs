using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Store.Eprints;

/// <summary>Notes what arXiv changed, within one unit of work.</summary>
internal sealed class ChangeWriter(SqliteConnection connection) : IDisposable
{
    /// <summary>What another source has told already is not noted again.</summary>
    private readonly Statement _note = new(
        connection,
        """
        INSERT INTO change (identifier, what, before, after, noticed)
        SELECT $identifier, $what, $before, $after, $noticed
        WHERE (SELECT after IS NOT $after FROM change WHERE identifier = $identifier AND what = $what ORDER BY noticed DESC LIMIT 1) IS NOT 0
        ON CONFLICT (identifier, what, noticed) DO UPDATE SET after = excluded.after
        """);

    public void Dispose() => _note.Dispose();

    /// <param name="before">What the source said until now.</param>
    /// <param name="after">What it says from now on.</param>
    /// <param name="noticed">When it was heard to say so.</param>
    public void Note(EprintRecord before, EprintRecord after, DateTimeOffset noticed)
    {
        foreach (var change in PaperChange.Between(before, after, noticed))
        {
            _note.Run(
                ("identifier", change.Identifier), ("what", change.What), ("before", change.Before), ("after", change.After),
                ("noticed", change.Noticed));
        }
    }
}
