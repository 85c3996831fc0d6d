using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Replica;

namespace Sheaf.Benchmarks;

/// <summary>
/// Parsing abstract pages against AngleSharp's bare parse of the same pages into a tree. The goal is 0.8 of its speed. The pages are those
/// arXiv's own software served, where the reference data is at hand, else the local arXiv's.
/// </summary>
public class AbstractPages
{
    private const int Count = 20;

    private readonly List<(string Html, Uri Address)> _pages = [];

    [GlobalSetup]
    public async Task ReadAsync()
    {
        var folder = Path.Combine(ReferenceFolder.Path, "abs-pages", "db");
        if (!Directory.Exists(folder))
        {
            await AskReplicaAsync();
            return;
        }

        var files = Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal).ToList();
        foreach (var file in files.Where((_, index) => index % Math.Max(1, files.Count / Count) == 0).Take(Count))
        {
            var id = Path.GetFileNameWithoutExtension(file).Replace('_', '/');
            _pages.Add((await File.ReadAllTextAsync(file), new Uri("https://arxiv.org/abs/" + id)));
        }
    }

    [Benchmark(Baseline = true)]
    public int BareParse() => _pages.Sum(page => new HtmlParser().ParseDocument(page.Html).DocumentElement is null ? 0 : 1);

    [Benchmark]
    public int Sheaf() => _pages.Sum(page => AbstractPageParser.Parse(page.Html, page.Address).Title!.Length > 0 ? 1 : 0);

    private async Task AskReplicaAsync()
    {
        var papers = InventedRecords.Pages(Count).Select(record => new CorpusPaper
        {
            Id = record.Identifier.ToString(),
            Title = record.Title!,
            Authors = [.. record.Authors!.Select(author => new CorpusAuthor(author.Name))],
            Abstract = record.Abstract!,
            Categories = record.Categories!,
            FirstSubmitted = record.FirstSubmitted!.Value,
        });
        await using var arxiv = await ReplicaServer.StartAsync(Corpus.Of(papers), new ReplicaOptions(), CancellationToken.None);
        using var http = new HttpClient();
        foreach (var record in InventedRecords.Pages(Count))
        {
            var address = new Uri(arxiv.SiteBase, $"abs/{record.Identifier}");
            _pages.Add((await http.GetStringAsync(address), address));
        }
    }
}
