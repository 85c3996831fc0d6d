namespace Sheaf.Replica.Oai;

/// <summary>All records in the order of their last changes. A record that is edited moves to the end.</summary>
internal sealed class OaiRows(Corpus corpus)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, CorpusPaper> _edited = new(StringComparer.Ordinal);
    private List<OaiRow>? _rows;

    /// <summary>The paper with the time of its last change.</summary>
    public CorpusPaper AsIs(CorpusPaper paper)
    {
        lock (_lock)
        {
            return _edited.GetValueOrDefault(paper.Id, paper);
        }
    }

    /// <summary>The rows of a list behind its first <paramref name="skip"/>, at most so many.</summary>
    public List<OaiRow> Of(OaiSelection selection, int count)
    {
        lock (_lock)
        {
            var rows = Sorted();
            return [.. rows.Skip(FirstOf(rows, selection.From)).TakeWhile(row => string.CompareOrdinal(row.Day, selection.Until) <= 0)
                .Where(row => row.IsIn(selection.Set)).Skip(selection.Skip).Take(count)];
        }
    }

    /// <summary>The last record that a list has handed out before its position is edited now.</summary>
    public void EditBehind(OaiSelection selection, DateTimeOffset now)
    {
        lock (_lock)
        {
            var rows = Sorted();
            var handedOut = rows.Skip(FirstOf(rows, selection.From)).Where(row => row.IsIn(selection.Set)).Take(selection.Skip)
                .LastOrDefault();
            if (handedOut is not null)
            {
                rows.Remove(handedOut);
                rows.Add(new OaiRow(_edited[handedOut.Paper.Id] = handedOut.Paper with { LastModified = now }));
            }
        }
    }

    private static int FirstOf(List<OaiRow> rows, string day)
    {
        var (low, high) = (0, rows.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(rows[middle].Day, day) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private List<OaiRow> Sorted() => _rows ??= [.. corpus.Papers.Values.Select(paper => new OaiRow(paper)).Order()];
}
