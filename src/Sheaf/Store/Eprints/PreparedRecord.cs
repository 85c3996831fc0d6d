using Sheaf.Arxiv.Eprints;
using Sheaf.Text;

namespace Sheaf.Store.Eprints;

/// <summary>
/// A record with all that storing it takes and that needs no connection, for the case that nothing is known of its paper yet: made on one
/// thread while another one writes.
/// </summary>
internal sealed class PreparedRecord
{
    public PreparedRecord(EprintRecord record, DateTimeOffset fetched)
    {
        (Record, Fetched) = (record, UtcText.From(fetched));
        Json = RecordJson.Write(record);
        Eprint = Eprint.Merge([record]);
        Row = Eprint is null ? null : EprintTable.Row(new StoredEprint(Eprint, fetched));
    }

    public EprintRecord Record { get; }

    /// <summary>When it was received, as the store writes it.</summary>
    internal string Fetched { get; }

    internal string Json { get; }

    /// <summary>Null where the record alone does not make one.</summary>
    internal Eprint? Eprint { get; }

    internal (string Column, object? Value)[]? Row { get; }
}
