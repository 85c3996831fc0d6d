using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.TestKit;

namespace Sheaf.Benchmarks;

/// <summary>
/// The error rates of comparing titles: claims of real lists against arXiv's titles. A right title that is taken for another one is a
/// false alarm; the title of another paper that passes is a mistake missed.
/// </summary>
public sealed class TitleCloseness(string referenceData, TextWriter output)
{
    private const int Shuffles = 20;

    public void Run()
    {
        var titles = Titles();
        var claims = Claims().Where(claim => titles.ContainsKey(claim.Id)).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{claims.Count} claims, {titles.Count} titles"));
        foreach (var list in claims.GroupBy(claim => claim.List).Append(claims.GroupBy(_ => "all").Single()))
        {
            output.WriteLine(Line(list.Key, [.. list.Select(claim => claim.Title.To(titles[claim.Id]))]));
        }

        // Shuffled by a fixed step, so that every run says the same.
        var others = titles.Values.ToList();
        var shuffled = claims.SelectMany((claim, at) => Enumerable.Range(1, Shuffles)
            .Select(turn => others[(int)((at * 7919L + turn * 104729L) % others.Count)])
            .Where(other => other != titles[claim.Id])
            .Select(other => claim.Title.To(other)));
        output.WriteLine(Line("shuffled", [.. shuffled]));
        output.WriteLine(Line("nearest other title", [.. Nearest(claims, titles)]));
    }

    /// <summary>Each claim against that other title which shares most of its words: the hardest there is.</summary>
    private static IEnumerable<TitleMatch> Nearest(List<(string List, string Id, Title Title)> claims, Dictionary<string, Title> titles)
    {
        var index = new TitleIndex();
        foreach (var (id, title) in titles)
        {
            index.Add(ArxivIdentifier.Parse(id), title);
        }

        return claims.Where(claim => claim.Title.To(titles[claim.Id]) == TitleMatch.Same).DistinctBy(claim => claim.Id)
            .Select(claim => index.Alike(claim.Title).FirstOrDefault(other => other.Identifier.ToString() != claim.Id).Title is { } other
                ? claim.Title.To(other) : TitleMatch.Different);
    }

    private static string Line(string name, IReadOnlyList<TitleMatch> found) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-40} {found.Count,6}  same {Share(found, TitleMatch.Same),6:P1}  near {Share(found, TitleMatch.Near),6:P1}  part "
        + $"{Share(found, TitleMatch.Part),6:P1}  different {Share(found, TitleMatch.Different),7:P2}");

    private static double Share(IReadOnlyList<TitleMatch> found, TitleMatch which) =>
        (double)found.Count(one => one == which) / Math.Max(1, found.Count);

    private Dictionary<string, Title> Titles() => Directory.EnumerateFiles(Path.Combine(referenceData, "months"), "*.jsonl.gz")
        .SelectMany(Lines)
        .Select(line => JsonElement.Parse(line))
        .Select(paper => (Id: paper.GetProperty("id").GetString()!, Title: Title.Read(paper.GetProperty("title").GetString()!)))
        .Where(paper => paper.Title is not null)
        .GroupBy(paper => paper.Id)
        .ToDictionary(papers => papers.Key, papers => papers.First().Title!);

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Of the lists whose title field holds titles.</summary>
    private IEnumerable<(string List, string Id, Title Title)> Claims() =>
        from file in Directory.EnumerateFiles(Path.Combine(referenceData, "curated"), "*.json").Order(StringComparer.Ordinal)
        where !file.Contains("rosinality", StringComparison.Ordinal)
        from entry in JsonElement.Parse(File.ReadAllText(file)).EnumerateArray()
        let id = entry.GetProperty("arxiv_id").GetString()
        let title = entry.GetProperty("title").GetString() is { } text ? Title.Read(text) : null
        where id is not null && title is not null
        select (Path.GetFileNameWithoutExtension(file), id, title);
}
