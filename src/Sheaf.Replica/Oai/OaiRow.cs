namespace Sheaf.Replica.Oai;

/// <summary>A paper in the order in which lists have it: by the time of the last change of its record, then by identifier.</summary>
internal sealed class OaiRow(CorpusPaper paper) : IComparable<OaiRow>
{
    private HashSet<string>? _sets;

    public CorpusPaper Paper => paper;

    public DateTimeOffset Modified { get; } = OaiRecord.LastModified(paper);

    /// <summary>The day as the header tells it.</summary>
    public string Day { get; } = OaiRecord.Datestamp(paper);

    public bool IsIn(string? set) => set is null || (_sets ??= OaiSets.OfAllLevels(paper)).Contains(set);

    public int CompareTo(OaiRow? other) =>
        other is null ? 1 : (Modified.CompareTo(other.Modified), string.CompareOrdinal(paper.Id, other.Paper.Id)) switch
        {
            (0, var byName) => byName,
            (var byTime, _) => byTime,
        };
}
