using System.Globalization;
using System.Text.Json;
using Sheaf.Replica;

namespace Sheaf.Benchmarks.AbstractPages;

/// <summary>
/// Pages of arXiv's own software where the reference data is at hand (<c>SHEAF_REFERENCE_DATA</c>, else <c>../shared/data</c>), else pages
/// of the local arXiv about papers that do not exist.
/// </summary>
internal static class SamplePages
{
    private static readonly string[] Categories = ["cs.CL", "cs.LG"];

    public static IReadOnlyList<string> Load(int count)
    {
        var data = Environment.GetEnvironmentVariable("SHEAF_REFERENCE_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine("..", "shared", "data");
        var folder = Path.Combine(data, "abs-pages", "db");
        if (!Directory.Exists(folder))
        {
            Console.WriteLine($"// There is no {folder}: the pages are the local arXiv's.");
            return RenderAsync(count, CancellationToken.None).GetAwaiter().GetResult();
        }

        return [.. Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal).Take(count).Select(File.ReadAllText)];
    }

    private static async Task<IReadOnlyList<string>> RenderAsync(int count, CancellationToken cancellationToken)
    {
        var text = new InventedText();
        var papers = Enumerable.Range(1, count)
            .Select(number => Paper(string.Create(CultureInfo.InvariantCulture, $"2404.{number:D5}"), text)).ToList();
        using var lines = new StringReader(string.Join('\n', papers));
        var corpus = Corpus.Parse(lines);
        await using var arxiv = await ReplicaServer.StartAsync(corpus, new ReplicaOptions(), cancellationToken);
        using var http = new HttpClient { BaseAddress = arxiv.SiteBase };
        var pages = new List<string>();
        foreach (var id in corpus.Papers.Keys)
        {
            pages.Add(await http.GetStringAsync(new Uri($"abs/{id}", UriKind.Relative), cancellationToken));
        }

        return pages;
    }

    private static string Paper(string id, InventedText text) => JsonSerializer.Serialize(new
    {
        id,
        latestVersion = 1,
        title = text.Title(),
        authors = text.Authors().Select(name => new { name, affiliations = Array.Empty<string>() }),
        @abstract = text.Abstract(),
        categories = Categories,
        primaryCategory = "cs.CL",
        firstSubmitted = "2024-04-30T21:20:17Z",
        lastSubmitted = "2024-04-30T21:20:17Z",
        versions = new[] { new { version = 1, submitted = "2024-04-30T21:20:17Z", sizeKb = 120, withdrawn = false } },
        license = "http://creativecommons.org/licenses/by/4.0/",
        withdrawn = false,
    });
}
