using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Sheaf.Importing;

namespace Sheaf.Tests.Importing;

/// <summary>A second snapshot: what is new in it, what has changed, and what it has no more.</summary>
public sealed class ANewerSnapshot
{
    private static readonly int[] Forty = [.. Enumerable.Range(1, 40)];

    [Fact]
    public async Task Says_what_is_new_what_has_changed_and_what_is_gone()
    {
        await using var bench = await Workbench.StartAsync([]);
        await ImportAsync(bench, Lines(Forty));
        var before = await bench.AskStoreAsync("SELECT fetched || json FROM record WHERE identifier = '2404.00003'");

        var (exit, told) = await ImportAsync(bench, [.. Lines(Forty[2..]).Skip(1), Line(3, "Gears, Revised"), Line(41, "Newer Gears")]);

        Assert.Equal((0, 1, 1), (exit, Number(told, "new"), Number(told, "changed")));
        Assert.Equal((37, 2), (Number(told, "unchanged"), Number(told, "gone")));
        Assert.Equal(["2404.00001", "2404.00002"], Names(told));
        Assert.NotEqual(before, await bench.AskStoreAsync("SELECT fetched || json FROM record WHERE identifier = '2404.00003'"));
        Assert.Equal("41", await bench.AskStoreAsync("SELECT count(*) FROM eprint"));
    }

    [Fact]
    public async Task Tells_what_is_gone_once()
    {
        await using var bench = await Workbench.StartAsync([]);
        await ImportAsync(bench, Lines(Forty));
        var first = await bench.RunAsync("import", Write(bench, Lines(Forty[1..])));
        var before = bench.Dump();

        var second = await bench.RunAsync("import", bench.PathOf("snapshot.json"));

        Assert.Contains("Gone: 1 paper of earlier snapshots is not in this file: 2404.00001.", first.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing has changed since an earlier import.", second.Output, StringComparison.Ordinal);
        Assert.Contains("1 paper that earlier imports told to be gone is still not in it.", second.Output, StringComparison.Ordinal);
        Assert.Equal(before, bench.Dump());
    }

    [Fact]
    public async Task May_bring_a_paper_back()
    {
        await using var bench = await Workbench.StartAsync([]);
        await ImportAsync(bench, Lines(Forty));
        await ImportAsync(bench, Lines(Forty[1..]));
        await ImportAsync(bench, Lines(Forty));

        var (_, told) = await ImportAsync(bench, Lines(Forty[1..]));

        Assert.Equal(1, Number(told, "gone"));
    }

    [Theory]
    [InlineData("in the middle of a line")]
    [InlineData("between two lines, compressed")]
    [InlineData("in the middle of a line, compressed")]
    public async Task That_is_cut_off_tells_nothing_of_what_is_gone(string where)
    {
        await using var bench = await Workbench.StartAsync([]);
        var whole = Encoding.UTF8.GetBytes(string.Join('\n', Lines(Forty)) + "\n");
        File.WriteAllBytes(bench.PathOf("snapshot.json"), whole);
        await bench.RunAsync("import", bench.PathOf("snapshot.json"));
        var line = whole.Length / Forty.Length;
        File.WriteAllBytes(bench.PathOf("snapshot.json"), where switch
        {
            "in the middle of a line" => whole[..((line * 38) + 40)],
            "between two lines, compressed" => Packed(whole[..(line * 38)])[..^9],
            _ => Packed(whole)[..^40],
        });

        var ran = await bench.RunAsync("import", bench.PathOf("snapshot.json"), "--json");

        using var told = JsonDocument.Parse(ran.Output);
        Assert.Equal(where.StartsWith("between", StringComparison.Ordinal) ? 0 : 1, ran.Exit);
        Assert.Equal(JsonValueKind.Null, told.RootElement.GetProperty("gone").ValueKind);
        Assert.Equal(JsonValueKind.Null, told.RootElement.GetProperty("lacking").ValueKind);
        Assert.Equal("0", await bench.AskStoreAsync("SELECT count(*) FROM snapshot_gone"));
    }

    [Fact]
    public async Task That_is_compressed_tells_what_is_gone()
    {
        await using var bench = await Workbench.StartAsync([]);
        await ImportAsync(bench, Lines(Forty));
        File.WriteAllBytes(bench.PathOf("snapshot.json"), Packed(Encoding.UTF8.GetBytes(string.Join('\n', Lines(Forty[1..])))));

        var ran = await bench.RunAsync("import", bench.PathOf("snapshot.json"));

        Assert.Contains("Gone: 1 paper", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_is_a_part_of_one_tells_nothing_of_what_is_gone()
    {
        await using var bench = await Workbench.StartAsync([]);
        await ImportAsync(bench, Lines(Forty));

        var ran = await bench.RunAsync("import", Write(bench, Lines(Forty[..9])));
        var (_, told) = await ImportAsync(bench, Lines(Forty[..9]));

        Assert.Contains("31 papers of earlier snapshots are not in this file: so many that it seems to be a part", ran.Output);
        Assert.Equal((JsonValueKind.Null, 31), (told.GetProperty("gone").ValueKind, Number(told, "lacking")));
        Assert.Equal("0", await bench.AskStoreAsync("SELECT count(*) FROM snapshot_gone"));
    }

    [Fact]
    public async Task That_lacks_a_whole_month_is_a_part_of_one()
    {
        await using var bench = await Workbench.StartAsync([]);
        var old = Enumerable.Range(1, 600).Select(number => Line(number, "Gears").Replace("2404.", "2403.", StringComparison.Ordinal));
        await ImportAsync(bench, [.. old, .. Lines(Forty[..24])]);

        var (_, told) = await ImportAsync(bench, [.. old]);

        Assert.Equal((JsonValueKind.Null, 24), (told.GetProperty("gone").ValueKind, Number(told, "lacking")));
    }

    [Fact]
    public async Task That_is_none_but_an_older_one_tells_nothing_of_what_is_gone()
    {
        await using var bench = await Workbench.StartAsync([]);
        var newest = Line(41, "Newest Gears").Replace("30 Apr 2024", "30 May 2024", StringComparison.Ordinal);
        await ImportAsync(bench, [.. Lines(Forty), newest]);

        var ran = await bench.RunAsync("import", Write(bench, Lines(Forty)));

        Assert.Contains("1 paper of earlier snapshots is not in this file, which ends earlier", ran.Output, StringComparison.Ordinal);
        Assert.Equal("0", await bench.AskStoreAsync("SELECT count(*) FROM snapshot_gone"));
    }

    [Fact]
    public async Task Followed_by_an_older_one_stays_as_it_is()
    {
        await using var bench = await Workbench.StartAsync([]);
        var revised = Line(3, "Gears, Revised").Replace(
            "GMT\"}]", "GMT\"},{\"version\":\"v2\",\"created\":\"Thu, 30 May 2024 21:20:17 GMT\"}]", StringComparison.Ordinal);
        await ImportAsync(bench, Lines(Forty));
        await ImportAsync(bench, [.. Lines(Forty[1..]).Where(line => line != Line(3, "Gears")), revised]);
        var before = bench.Dump();

        var (_, told) = await ImportAsync(bench, Lines(Forty));

        Assert.Equal((0, 0), (Number(told, "new"), Number(told, "changed")));
        Assert.Equal("Gears, Revised", await bench.AskStoreAsync("SELECT title FROM eprint WHERE identifier = '2404.00003'"));
        Assert.Equal("2404.00001", await bench.AskStoreAsync("SELECT identifier FROM snapshot_gone"));
        Assert.Equal(before, bench.Dump());
    }

    [Fact]
    public async Task Is_told_of_as_a_whole_where_its_import_was_stopped_over_the_index()
    {
        await using var bench = await Workbench.StartAsync([]);
        await ImportAsync(bench, Lines(Forty));
        await bench.TellStoreAsync(
            "CREATE TRIGGER stop BEFORE DELETE ON search_pending BEGIN SELECT RAISE(ABORT, 'stopped'); END");
        string[] newer = [.. Lines(Forty[1..]), Line(41, "Newer Gears")];
        Assert.Equal(4, (await bench.RunAsync("import", Write(bench, newer))).Exit);
        await bench.TellStoreAsync("DROP TRIGGER stop");

        var (exit, told) = await ImportAsync(bench, newer);

        Assert.Equal((0, 1, 39), (exit, Number(told, "new"), Number(told, "unchanged")));
        Assert.Equal((1, 1), (Number(told, "gone"), Number(told, "lacking")));
        Assert.Equal("41", await bench.AskStoreAsync("SELECT count(*) FROM search_paper"));
    }

    [Fact]
    public async Task Takes_no_paper_for_gone_whose_line_may_be_damaged()
    {
        await using var bench = await Workbench.StartAsync([]);
        await ImportAsync(bench, Lines(Forty));
        var lines = Lines(Forty);
        lines[4] = lines[4][20..];

        var (exit, told) = await ImportAsync(bench, lines);

        Assert.Equal((1, JsonValueKind.Null, 1), (exit, told.GetProperty("gone").ValueKind, Number(told, "lacking")));
    }

    [Fact]
    public async Task Has_a_paper_of_which_a_line_tells_no_more_than_its_identifier()
    {
        await using var bench = await Workbench.StartAsync([]);
        await ImportAsync(bench, Lines(Forty));
        var lines = Lines(Forty);
        lines[4] = """{"versions":[],"id":"2404.00005"}""";

        var (exit, told) = await ImportAsync(bench, lines);

        Assert.Equal((1, 0), (exit, Number(told, "gone")));
    }

    [Fact]
    public void Is_compared_without_keeping_its_identifiers_as_texts()
    {
        var papers = new IdentifierSet();
        string[] some = ["0704.0001", "0704.9999", "2404.00001", "2404.99999", "hep-th/9901001", "math.GT/0309136", "solv-int/9901999"];
        Array.ForEach(some, paper => papers.Add(paper));

        Assert.All(some, paper => Assert.True(papers.Contains(paper), paper));
        Assert.All(
            ["0704.0002", "2404.00002", "2403.00001", "2404.99998", "hep-th/9901002", "hep-ph/9901001", "hep-th/9902001"],
            paper => Assert.False(papers.Contains(paper), paper));
    }

    private static string[] Lines(int[] numbers) => [.. numbers.Select(number => Line(number, "Gears"))];

    private static string Line(int number, string title) =>
        $$"""{"id":"2404.{{number:D5}}","title":"{{title}}","versions":[{"version":"v1","created":"Tue, 30 Apr 2024 21:20:17 GMT"}]}""";

    private static string Write(Workbench bench, string[] lines)
    {
        File.WriteAllText(bench.PathOf("snapshot.json"), string.Join('\n', lines) + "\n");
        return bench.PathOf("snapshot.json");
    }

    private static async Task<(int Exit, JsonElement Told)> ImportAsync(Workbench bench, string[] lines)
    {
        var ran = await bench.RunAsync("import", Write(bench, lines), "--json");
        using var told = JsonDocument.Parse(ran.Output);
        return (ran.Exit, told.RootElement.Clone());
    }

    private static int Number(JsonElement told, string key) => told.GetProperty(key).GetInt32();

    private static IEnumerable<string?> Names(JsonElement told) =>
        told.GetProperty("lackingPapers").EnumerateArray().Select(paper => paper.GetString());

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
