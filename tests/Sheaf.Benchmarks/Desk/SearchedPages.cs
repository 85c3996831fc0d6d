using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sheaf.Benchmarks.Archive;

namespace Sheaf.Benchmarks.Desk;

/// <summary>How long pages of searches take, from the asking until all of a page is here.</summary>
internal static partial class SearchedPages
{
    private const int Rounds = 15;
    private const double Most = 100;

    /// <summary>As frequent in the invented papers as "learning" is in arXiv's: in every ninth.</summary>
    private static readonly string Common = Vocabulary.Spelled(100);

    /// <summary>In every third.</summary>
    private static readonly string VeryCommon = Vocabulary.Spelled(30);

    private static readonly string Rare = Vocabulary.Spelled(20_000);

    private static IEnumerable<(string Name, string Path)> Pages =>
    [
        ("a rare word", $"/search?q={Rare}"),
        ("a word of every ninth paper", $"/search?q={Common}"),
        ("a word of every third paper", $"/search?q={VeryCommon}"),
        ("both words", $"/search?q={Common}+{VeryCommon}"),
        ("the first, of an archive", $"/search?q={Common}&category=cs.*"),
        ("the first, of a category, newest first", $"/search?q={Common}&category=cs.LG&order=newest"),
        ("the first, of two years", $"/search?q={Common}&from=2022&to=2023"),
        ("the first, undecided", $"/search?q={Common}&show=open"),
        ("the first, listed", $"/search?q={Common}&show=listed"),
        ("the second, newest first", $"/search?q={VeryCommon}&order=newest"),
        ("the second, of an archive", $"/search?q={VeryCommon}&category=cs.*"),
        ("an archive, without words", "/search?category=cs.*"),
        ("half a word", $"/search?q={Common}*"),
        ("the first, as JSON", $"/api/search?q={Common}"),
        ("half a word, as JSON", $"/api/search?q={Common}*"),
    ];

    /// <param name="workspace">Its folder; a list is written into it where it has none of that name.</param>
    /// <param name="output">A line for each figure.</param>
    /// <returns>Whether each takes as long as it may.</returns>
    public static async Task<bool> MeasureAsync(string workspace, TextWriter output)
    {
        using var service = await ServedWorkspace.StartAsync(workspace, "open");
        using var plain = new HttpClient { BaseAddress = service.Address, Timeout = TimeSpan.FromMinutes(10) };
        await ListAsync(plain, workspace);
        output.WriteLine($"load of the machine: {File.ReadAllText("/proc/loadavg").TrimEnd()}");
        var isMet = true;
        foreach (var (name, path) in Pages)
        {
            isMet &= await JudgeAsync(service, name, path, output);
        }

        foreach (var order in (string[])["best", "newest"])
        {
            var deep = $"/search?q={Common}&order={order}";
            for (var window = 0;
                window < 10 && Next().Match(await plain.GetStringAsync(new Uri(deep, UriKind.Relative))) is { Success: true } link;
                window++)
            {
                deep = System.Net.WebUtility.HtmlDecode(link.Groups["path"].Value);
            }

            isMet &= await JudgeAsync(service, $"its eleventh window, the {order} first", deep, output);
        }

        return isMet;
    }

    private static async Task<bool> JudgeAsync(ServedWorkspace service, string name, string path, TextWriter output)
    {
        var times = new List<double>();
        for (var round = -2; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            await service.Client.GetByteArrayAsync(new Uri(path, UriKind.Relative));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        // The first ones bring what they need into memory.
        var (first, ordered) = (times[0], times.Skip(2).Order().ToList());
        var median = ordered[ordered.Count / 2];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"search, {name,-44} {median,7:F1} ms, slowest {ordered[^1]:F0}, first {first:F0} (goal: at most {Most}) "
            + $"{(median <= Most ? "met" : "MISSED")}"));
        return median <= Most;
    }

    /// <summary>A list of a hundred papers.</summary>
    private static async Task ListAsync(HttpClient client, string workspace)
    {
        var file = Path.Combine(workspace, "curated", "listed.md");
        if (File.Exists(file))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var found = JsonDocument.Parse(
            await client.GetStringAsync(new Uri($"/api/search?q={VeryCommon}&top=100", UriKind.Relative)));
        await File.WriteAllLinesAsync(
            file, found.RootElement.GetProperty("results").EnumerateArray().Select(paper => $"- {paper.GetProperty("id").GetString()}"));
    }

    [GeneratedRegex("<a rel=\"next\" href=\"(?<path>/search[^\"]+)\"")]
    private static partial Regex Next();
}
