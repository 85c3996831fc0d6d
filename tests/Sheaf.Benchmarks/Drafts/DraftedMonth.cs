using BenchmarkDotNet.Attributes;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Benchmarks.Store;
using Sheaf.Drafts;
using Sheaf.Lists;
using Sheaf.Ranking;
using Sheaf.Settings;
using Sheaf.Store.Drafts;
using Sheaf.Store.Eprints;

namespace Sheaf.Benchmarks.Drafts;

/// <summary>
/// Composing and rendering a month from a store of 100,000 papers: the list read, its papers found, a sentence chosen for each, all
/// written.
/// </summary>
public class DraftedMonth : IDisposable
{
    private const int Stored = 100_000;
    private const int BatchSize = 1000;

    private readonly NewStore _store = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-benchmark-");
    private BareReads? _rows;
    private DraftMaker? _maker;
    private DraftWriter? _writer;
    private IReadOnlyList<string> _identifiers = [];

    /// <summary>How many papers are on the list.</summary>
    [Params(1000, 2000, 4000)]
    public int Papers { get; set; } = 2000;

    /// <summary>The store filled, every fiftieth paper or so on the list of April 2024.</summary>
    [GlobalSetup]
    public void Fill()
    {
        var all = new List<string>(Stored);
        foreach (var batch in InventedRecords.Of(Stored).Chunk(BatchSize))
        {
            new EprintStore(_store.Database).Save(batch, new DateTimeOffset(2024, 5, 10, 8, 0, 0, TimeSpan.Zero));
            all.AddRange(batch.Select(record => record.Identifier.ToString()));
        }

        _identifiers = [.. all.Where((_, at) => at % (Stored / Papers) == 0).Take(Papers)];
        var workspace = new Workspace(_folder.FullName);
        workspace.EnsureCreated();
        File.WriteAllLines(workspace.CuratedFile(new Month(2024, 4)), _identifiers.Select(identifier => $"- {identifier}"));
        var local = new LocalParts(_store.Database, workspace, new SheafSettings(), TimeProvider.System);
        (_maker, _writer) = (local.Drafts, local.DraftWriter);
        _rows = new BareReads(_store.File);

        // The sentences of a month are chosen with its first draft, and kept.
        _writer.Write(_maker.Compose(new Month(2024, 4)));
    }

    internal static Paired Sides() => Sides(new DraftedMonth());

    /// <summary>A month of 4,000 against four of 1,000: as fast where the cost grows with the number of papers and no faster.</summary>
    internal static Paired Growth()
    {
        var (small, large) = (new DraftedMonth { Papers = 1000 }, new DraftedMonth { Papers = 4000 });
        small.Fill();
        large.Fill();
        return new Paired(() => Repeat(4, () => small.Draft()), () => large.Draft());
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _rows?.Dispose();
        _store.Dispose();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public int BareReadsOfTheRows() => _rows!.Run(_identifiers);

    [Benchmark]
    public string Draft() => _writer!.Render(_maker!.Compose(new Month(2024, 4)));

    private static Paired Sides(DraftedMonth month)
    {
        month.Fill();
        return new Paired(() => month.BareReadsOfTheRows(), () => month.Draft());
    }

    private static void Repeat(int times, Action action)
    {
        for (var time = 0; time < times; time++)
        {
            action();
        }
    }
}
