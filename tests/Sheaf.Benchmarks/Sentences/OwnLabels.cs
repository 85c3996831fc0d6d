using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Sheaf.Drafts.Sentences;
using Sheaf.TestKit.Sentences;

namespace Sheaf.Benchmarks.Sentences;

/// <summary>
/// What we would print of 596 abstracts, by the rule of the reference data's readers: 208 of SciTLDR's development part, where an earlier
/// model chose another sentence than ROUGE, and 388 of twelve months, without those that the readers have labelled.
/// </summary>
internal static class OwnLabels
{
    private const string Resource = "Sheaf.Benchmarks.Sentences.sentence-labels.tsv";

    /// <summary>The abstracts with a single reader's labels, in the order of the file.</summary>
    public static IReadOnlyList<LabelledAbstract> Read(string referenceData)
    {
        var labels = Lines().Select(line => line.Split('\t')).ToDictionary(line => line[0], line => Numbers(line[1]));
        var papers = new Dictionary<string, (string Title, IReadOnlyList<string> Sentences)>();
        foreach (var paper in File.ReadLines(Path.Combine(referenceData, "scitldr", "dev.jsonl")).Select(line => JsonElement.Parse(line)))
        {
            papers.TryAdd(
                Text(paper, "paper_id"),
                (Text(paper, "title"), [.. paper.GetProperty("source").EnumerateArray().Select(one => one.GetString()!.Trim())]));
        }

        foreach (var paper in MonthLines(Path.Combine(referenceData, "months")).Where(line => labels.ContainsKey(IdOf(line)))
            .Select(line => JsonElement.Parse(line)))
        {
            papers.TryAdd(Text(paper, "id"), (Text(paper, "title"), [.. AbstractSentences.Of(Text(paper, "abstract"))]));
        }

        return [.. labels.Select(label =>
            new LabelledAbstract(papers[label.Key].Title, papers[label.Key].Sentences, [label.Value], [.. label.Value.Take(1)]))];
    }

    /// <summary>An id, a tab, and the numbers of the sentences that can be printed, the best first, with commas.</summary>
    private static string[] Lines()
    {
        using var stream = typeof(OwnLabels).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static List<int> Numbers(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    private static IEnumerable<string> MonthLines(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (reader.ReadLine() is { } line)
            {
                yield return line;
            }
        }
    }

    /// <summary>The first property, without parsing the others of many lines.</summary>
    private static string IdOf(string line) => line.Split('"', 5)[3];

    private static string Text(JsonElement paper, string name) => paper.GetProperty(name).GetString()!;
}
