using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Sheaf.Arxiv.Snapshots;
using Sheaf.Importing;
using Sheaf.Store;
using Sheaf.Store.Eprints;

namespace Sheaf.Tests.Importing;

/// <summary><c>sheaf import</c> of metadata snapshots.</summary>
public sealed class ImportingASnapshot
{
    private const string Gears =
        """{"id":"2404.00001","title":"On Gears\n  and Wheels","authors":"Ada Specimen, Jos\\'e van der Berg","abstract":"  Gears """
        + """turn.\n","categories":"cs.CL stat.ML","comments":null,"doi":null,"journal-ref":null,"report-no":null,"license":null"""
        + ""","versions":[{"version":"v1","created":"Tue, 30 Apr 2024 21:20:17 GMT"},{"version":"v2","created":"Thu, 2 May 2024 """
        + """01:29:17 GMT"}],"update_date":"2024-05-03","authors_parsed":[["Specimen","Ada",""],["van der Berg","José",""]]}""";
    private const string Bare =
        """{"id":"hep-th/9901001","title":"Old Gears","versions":[{"version":"v1","created":"Fri, 1 Jan 1999 00:30:00 """
        + """GMT"}],"who":{"knows":[1,2]}}""";

    [Fact]
    public async Task Identifier_title_and_versions_are_enough()
    {
        await using var bench = await Workbench.StartAsync([]);
        Write(bench, Gears, Bare);

        var ran = await bench.RunAsync("import", bench.PathOf("snapshot.json"), "--json");

        Assert.Equal(0, ran.Exit);
        using var document = JsonDocument.Parse(ran.Output);
        Assert.Equal(
            (2, 2, 0),
            (document.RootElement.GetProperty("papers").GetInt32(), document.RootElement.GetProperty("stored")
                .GetInt32(), document.RootElement.GetProperty("skipped").GetArrayLength()));
        Assert.Equal(
            "On Gears and Wheels|2|2024-04-30T21:20:17Z",
            await bench.AskStoreAsync(
                "SELECT title || '|' || latest_version || '|' || first_submitted FROM eprint WHERE identifier = '2404.00001'"));
        Assert.Equal(
            "José van der Berg", await bench.AskStoreAsync("SELECT name FROM author WHERE identifier = '2404.00001' AND position = 2"));
        Assert.Equal("0", await bench.AskStoreAsync("SELECT count(*) FROM author WHERE identifier = 'hep-th/9901001'"));
    }

    [Fact]
    public async Task It_stores_what_saving_the_same_records_one_by_one_stores()
    {
        var lines = File.ReadLines(ReferenceData.PathOf("complete-records", "kaggle-snapshot-sample.jsonl")).ToList();
        await using var bench = await Workbench.StartAsync([]);
        Write(bench, [.. lines]);
        Assert.Equal(0, (await bench.RunAsync("import", bench.PathOf("snapshot.json"))).Exit);

        await using var other = await Workbench.StartAsync([]);
        using (var store = new Database(other.Store))
        {
            store.EnsureCreated();
            var records = lines.Select(line => SnapshotLine.Read(Encoding.UTF8.GetBytes(line), out _)!).ToList();
            new EprintStore(store).Save(records, DateTimeOffset.UnixEpoch);
            new SnapshotStore(store).Finish(
                bookmark: null, new SnapshotEnd(records.Max(record => record.LastSubmitted), [], [], DateTimeOffset.UnixEpoch));
        }

        await other.RunAsync("search", "gears");

        Assert.Equal(other.Dump("fetched", "updated"), bench.Dump("fetched", "updated"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("two gzip members")]
    public async Task The_packing_is_told_by_the_bytes(string packing)
    {
        await using var bench = await Workbench.StartAsync([]);
        var text = Encoding.UTF8.GetBytes($"\ufeff{Gears}\r\n{Bare}");
        File.WriteAllBytes(bench.PathOf("snapshot"), packing switch
        {
            "" => text,
            "gzip" => Packed(text),
            _ => [.. Packed(text[..100]), .. Packed(text[100..])],
        });

        Assert.Equal(0, (await bench.RunAsync("import", bench.PathOf("snapshot"))).Exit);

        Assert.Equal("2", await bench.AskStoreAsync("SELECT count(*) FROM eprint"));
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[1]")]
    [InlineData("{\"id\":\"2404.00003\",\"title\":\"Cut")]
    [InlineData("{\"id\":\"2404.00003\",\"title\":\"\",\"versions\":[{\"version\":\"v1\",\"created\":\"Tue, 30 Apr 2024 21:20:17 GMT\"}]}")]
    [InlineData(
        "{\"id\":\"2413.00003\",\"title\":\"No month\",\"versions\":[{\"version\":\"v1\",\"created\":\"Tue, 30 Apr 2024 21:20:17 GMT\"}]}")]
    [InlineData("{\"id\":\"2404.00003\",\"title\":\"No versions\"}")]
    [InlineData("{\"id\":\"2404.00003\",\"title\":\"Odd day\",\"versions\":[{\"version\":\"v1\",\"created\":\"yesterday\"}]}")]
    [InlineData(
        "{\"id\":\"2404.00003\",\"title\":\"\\ud800\",\"versions\":[{\"version\":\"v1\",\"created\":\"Tue, 30 Apr 2024 21:20:17 GMT\"}]}")]
    [InlineData("{\"id\":7,\"title\":\"A number\",\"versions\":[]}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public async Task A_line_that_cannot_be_used_is_named_and_costs_no_other(string line)
    {
        await using var bench = await Workbench.StartAsync([]);
        Write(bench, Gears, line, Bare);

        var ran = await bench.RunAsync("import", bench.PathOf("snapshot.json"), "--json");

        Assert.Equal(1, ran.Exit);
        using var document = JsonDocument.Parse(ran.Output);
        var skipped = Assert.Single(document.RootElement.GetProperty("skipped").EnumerateArray());
        Assert.Equal(2, skipped.GetProperty("line").GetInt32());
        Assert.NotEmpty(skipped.GetProperty("reason").GetString()!);
        Assert.Equal("2", await bench.AskStoreAsync("SELECT count(*) FROM eprint"));
    }

    [Fact]
    public async Task A_second_import_writes_nothing()
    {
        await using var bench = await Workbench.StartAsync([]);
        Write(bench, Gears, Bare);
        await bench.RunAsync("import", bench.PathOf("snapshot.json"));
        var before = bench.Dump();

        var ran = await bench.RunAsync("import", bench.PathOf("snapshot.json"));

        Assert.Contains("0 new, 0 changed, 2 there already", ran.Output, StringComparison.Ordinal);
        Assert.Equal(before, bench.Dump());
    }

    [Fact]
    public async Task What_a_page_said_is_not_overwritten()
    {
        await using var bench = await Workbench.StartAsync(
            [InventedPapers.One("2404.00001", new DateTimeOffset(2024, 4, 30, 21, 20, 17, TimeSpan.Zero))]);
        await bench.RunAsync("harvest", "2404.00001");
        Write(bench, Gears);

        await bench.RunAsync("import", bench.PathOf("snapshot.json"));

        Assert.Equal("Widgets of kind 2404.00001", await bench.AskStoreAsync("SELECT title FROM eprint"));
    }

    [Fact]
    public async Task An_import_that_was_stopped_goes_on_where_it_was()
    {
        await using var bench = await Workbench.StartAsync([]);
        Write(
            bench,
            [.. Enumerable.Range(1, 6_000)
                .Select(number => Bare.Replace("9901001", $"99{1 + (number / 900):D2}{1 + (number % 900):D3}", StringComparison.Ordinal))]);
        using var store = new Database(bench.Store);
        store.EnsureCreated();
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(bench, store, new Stop(stop), stop.Token));
        var part = long.Parse(await bench.AskStoreAsync("SELECT count(*) FROM eprint"), System.Globalization.CultureInfo.InvariantCulture);
        var report = await RunAsync(bench, store, new Stop(null), TestContext.Current.CancellationToken);

        Assert.InRange(part, 1, 5_999);
        Assert.Equal((6_000, 6_000), (report.Lines, report.Papers));
        Assert.True(report.Resumed > 0);
        Assert.Equal("6000", await bench.AskStoreAsync("SELECT count(*) FROM eprint"));
    }

    private static async Task<ImportReport> RunAsync(
        Workbench bench, Database store, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        using var file = SnapshotFile.Open(bench.PathOf("snapshot.json"));
        var import = new SnapshotImport(new SnapshotStore(store), TimeProvider.System);
        return import.Finish(await import.RunAsync(file, progress, cancellationToken));
    }

    private static void Write(Workbench bench, params string[] lines) =>
        File.WriteAllText(bench.PathOf("snapshot.json"), string.Join('\n', lines) + "\n");

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>Stops after the first batch.</summary>
    private sealed class Stop(CancellationTokenSource? source) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => source?.Cancel();
    }
}
