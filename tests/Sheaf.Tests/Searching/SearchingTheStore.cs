using System.Globalization;
using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Store;
using Sheaf.Store.Eprints;
using Sheaf.Store.Search;
using Sheaf.Tests.Store;

namespace Sheaf.Tests.Searching;

/// <summary><c>sheaf search</c>, over real stores.</summary>
public sealed class SearchingTheStore
{
    [Theory]
    [InlineData("gears", "2404.00001 2404.00002 math/9901001")]
    [InlineData("gear", "2404.00001 2404.00002 math/9901001")]
    [InlineData("turning gears", "2404.00001")]
    [InlineData("\"gears of wood\"", "2404.00002")]
    [InlineData("gears -wood", "2404.00001 math/9901001")]
    [InlineData("wood OR wheels", "2404.00002 2405.00003")]
    [InlineData("whe*", "2405.00003")]
    [InlineData("low-rank", "2405.00003")]
    [InlineData("low rank", "2405.00003")]
    [InlineData("GPT-4o", "2405.00003")]
    [InlineData("C++", "2404.00002")]
    [InlineData("$O(n)$ isn't", "2404.00002")]
    [InlineData("author:godel", "math/9901001")]
    [InlineData("title:wood", "2404.00002")]
    [InlineData("title:turning", "")]
    [InlineData("abstract:turning", "2404.00001")]
    [InlineData("erdos", "math/9901001")]
    [InlineData("nowhere", "")]
    public async Task Words_find_papers_however_they_are_written(string query, string found)
    {
        await using var bench = await AFewPapersAsync();

        Assert.Equal(found, await FoundAsync(bench, query));
    }

    [Theory]
    [InlineData("2404.00001 2404.00002", "--category", "cs.LG")]
    [InlineData("math/9901001", "--category", "cs.NA")]
    [InlineData("2404.00001 2404.00002 math/9901001", "--category", "cs.*")]
    [InlineData("math/9901001", "--author", "Gödel")]
    [InlineData("math/9901001", "--author", "Kurt Godel")]
    [InlineData("math/9901001", "--author", "Gödel, Jr., Kurt")]
    [InlineData("2404.00002", "--from", "2024-04-02", "--to", "2024-04-02")]
    [InlineData("2404.00001 2404.00002", "--from", "2024", "--to", "2024-04")]
    [InlineData("2404.00001", "--from", "2024-04", "--to", "2024-04-01", "--category", "cs.LG", "--author", "specimen")]
    public async Task Filters_leave_out_the_others(string found, params string[] filters)
    {
        await using var bench = await AFewPapersAsync();

        Assert.Equal(found, await FoundAsync(bench, ["gears", .. filters]));
    }

    [Theory]
    [InlineData("gears \"of wood", "character 7")]
    [InlineData("(gears", "")]
    [InlineData("gears OR", "")]
    [InlineData("colour:red*:", "")]
    [InlineData("...", "no word")]
    [InlineData("NEAR(a b, 2) ^x {a}: \"\" AND AND", "")]
    public async Task No_question_ends_in_a_fault_of_the_database(string query, string says)
    {
        await using var bench = await AFewPapersAsync();

        var ran = await bench.RunAsync("search", query);

        Assert.True(ran.Exit is 0 or 2, $"exit code {ran.Exit}: {ran.Error}");
        Assert.Contains(says, ran.Output + ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("fts5", ran.Error, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_excerpt_shows_where_the_words_are()
    {
        await using var bench = await AFewPapersAsync();

        var ran = await bench.RunAsync("search", "turning gears", "--json");

        using var document = JsonDocument.Parse(ran.Output);
        var result = document.RootElement.GetProperty("results")[0];
        Assert.Contains("turning", result.GetProperty("excerpt").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["Gears"],
            result.GetProperty("titleParts").EnumerateArray().Where(part => part.GetProperty("hit").GetBoolean())
                .Select(part => part.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_changed_paper_is_found_by_what_it_says_now()
    {
        await using var bench = await AFewPapersAsync();
        Assert.Equal("2404.00001", await FoundAsync(bench, "turning"));

        Save(bench, Paper("2404.00001", 1, "On Levers", "They lift."));

        Assert.Equal("", await FoundAsync(bench, "turning"));
        Assert.Equal("2404.00001", await FoundAsync(bench, "levers"));
    }

    [Fact]
    public async Task Repacking_the_store_confuses_no_paper_with_another()
    {
        await using var bench = await AFewPapersAsync();
        await FoundAsync(bench, "gears");
        await bench.TellStoreAsync("DELETE FROM eprint WHERE identifier = '2404.00001'; VACUUM");

        Assert.Equal("2404.00002", await FoundAsync(bench, "wood"));
        Assert.Equal("2405.00003", await FoundAsync(bench, "wheels"));
    }

    [Fact]
    public async Task Without_a_store_it_says_how_to_get_one()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("search", "gears");

        Assert.Equal(2, ran.Exit);
        Assert.Contains("sheaf import", ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(bench.Store));
    }

    [Fact]
    public async Task Of_very_many_papers_the_newest_are_compared_and_that_is_said()
    {
        await using var bench = await Workbench.StartAsync([]);
        Save(bench, [
            .. Enumerable.Range(1, SearchIndex.MostRanked).Select(number => Paper(
                string.Create(CultureInfo.InvariantCulture, $"2404.{number:D5}"), 10 + (number / 1000), "Wheels",
                "They turn gears, at times.")),
            Paper("2404.09999", 1, "Gears", "Gears."),
        ]);

        var ran = await bench.RunAsync("search", "gears", "--top", "3");
        var fewer = await bench.RunAsync("search", "gears", "--top", "3", "--to", "2024-04-14");
        await using var desk = await ServedDesk.OpenAsync(bench);
        var page = await desk.PageAsync("/search?q=gears");
        var byDay = await desk.PageAsync("/search?q=gears&order=newest&behind=2404.00003");

        Assert.DoesNotContain("2404.09999", ran.Output, StringComparison.Ordinal);
        Assert.Contains("the best of the newest 5,000", ran.Error, StringComparison.Ordinal);
        Assert.StartsWith("  1  2404.09999", fewer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("the newest", fewer.Error, StringComparison.Ordinal);
        Assert.Contains("More than 1,000 papers", page, StringComparison.Ordinal);
        Assert.Contains("the newest 5,000 of them are put in this order", page, StringComparison.Ordinal);
        Assert.Contains("data-id=\"2404.09999\"", byDay, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"bound\"", byDay, StringComparison.Ordinal);
    }

    /// <summary>In the order of the identifiers.</summary>
    private static async Task<string> FoundAsync(Workbench bench, params string[] query)
    {
        var ran = await bench.RunAsync(["search", "--json", .. query]);
        Assert.Equal(0, ran.Exit);
        using var document = JsonDocument.Parse(ran.Output);
        return string.Join(
            ' ',
            document.RootElement.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("id").GetString())
                .Order(StringComparer.Ordinal));
    }

    private static async Task<Workbench> AFewPapersAsync()
    {
        var bench = await Workbench.StartAsync([]);
        Save(
            bench,
            Paper("2404.00001", 1, "On Gears", "We see them turning."),
            Paper("2404.00002", 2, "Gears of Wood in C++", "In $O(n)$ time this isn't hard."),
            Paper("2405.00003", 40, "Low-Rank Wheels", "GPT-4o likes them.") with { Categories = ["math.AG"] },
            Paper(
                "math/9901001", -9000, @"Erd\H{o}s on Gears", "A proof.") with
            { Categories = ["math.NA"], Authors = [new("Kurt Gödel")] });
        return bench;
    }

    private static void Save(Workbench bench, params EprintRecord[] records)
    {
        using var store = new Database(bench.Store);
        store.EnsureCreated();
        new EprintStore(store).Save(records, Invented.Today);
    }

    private static EprintRecord Paper(string id, int day, string title, string summary)
    {
        var submitted = new DateTimeOffset(2024, 3, 31, 12, 0, 0, TimeSpan.Zero).AddDays(day);
        return Invented.Atom(id) with
        {
            Title = title,
            Abstract = summary,
            Authors = [new("Ada Specimen")],
            Categories = ["cs.LG"],
            FirstSubmitted = submitted,
            LastSubmitted = submitted,
        };
    }
}
