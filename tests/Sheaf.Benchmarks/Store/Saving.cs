using BenchmarkDotNet.Attributes;
using Sheaf.Arxiv.Eprints;
using Sheaf.Store.Eprints;

namespace Sheaf.Benchmarks.Store;

/// <summary>Keeping what arXiv says, in batches of a thousand, in a store that is new each time.</summary>
public class Saving : IDisposable
{
    private const int Batches = 5;
    private const int BatchSize = 1000;

    private static readonly DateTimeOffset Fetched = new(2024, 5, 10, 8, 0, 0, TimeSpan.Zero);

    private readonly List<IReadOnlyList<EprintRecord>> _batches = [.. InventedRecords.Of(Batches * BatchSize).Chunk(BatchSize)];
    private IReadOnlyList<IReadOnlyList<TableRows>> _rows = [];
    private NewStore? _store;

    /// <summary>The rows that the store makes of each batch, for the floor to insert.</summary>
    [GlobalSetup]
    public void ReadRows()
    {
        var rows = new List<IReadOnlyList<TableRows>>();
        foreach (var batch in _batches)
        {
            using var store = new NewStore();
            new EprintStore(store.Database).Save(batch, Fetched);
            rows.Add(BareInserts.RowsOf(store.File));
        }

        _rows = rows;
    }

    internal static Paired Sides()
    {
        var saving = new Saving();
        saving.ReadRows();
        return new Paired(saving.BareInsertsOfTheRows, saving.EprintStore) { Before = saving.Begin, After = saving.Dispose, Calls = 1 };
    }

    [IterationSetup]
    public void Begin() => _store = new NewStore();

    [IterationCleanup]
    public void Dispose()
    {
        _store?.Dispose();
        _store = null;
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Batches * BatchSize)]
    public void BareInsertsOfTheRows()
    {
        using var inserts = new BareInserts(_store!.File);
        foreach (var batch in _rows)
        {
            inserts.Run(batch);
        }
    }

    [Benchmark(OperationsPerInvoke = Batches * BatchSize)]
    public void EprintStore()
    {
        var store = new EprintStore(_store!.Database);
        foreach (var batch in _batches)
        {
            store.Save(batch, Fetched);
        }
    }
}
