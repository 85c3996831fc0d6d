using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.TestKit.Ranking;

/// <summary>Reads whatever months lie in the reference data.</summary>
internal static class MonthFiles
{
    /// <summary>A plain daily dump, not a choice: only its papers are ranked. What else <c>months/sources</c> says is not read.</summary>
    private const string PlainDump = "dw_dengwei";

    /// <summary>A shorter abstract, in letters, is a remnant.</summary>
    private const int ShortestAbstract = 200;

    /// <param name="folder">Where they lie.</param>
    /// <param name="from">The first to read; null for all.</param>
    public static IReadOnlyList<MonthPaper> Read(string folder, Month? from = null) =>
    [
        .. Directory.EnumerateFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal)
            .Where(file => from is null || string.CompareOrdinal(Path.GetFileName(file), from.ToString()) >= 0)
            .SelectMany(ReadMonth),
    ];

    private static IEnumerable<MonthPaper> ReadMonth(string file)
    {
        var month = Month.Parse(Path.GetFileName(file)[..7]);
        var plain = Lines(Path.Combine(Path.GetDirectoryName(file)!, "sources", $"{month}.tsv.gz"))
            .Select(line => line.Split('\t'))
            .Where(fields => fields.Length > 1 && fields[1].Split(',').Contains(PlainDump))
            .Select(fields => fields[0])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var line in Lines(file))
        {
            using var record = JsonDocument.Parse(line);
            yield return Paper(month, record.RootElement, plain);
        }
    }

    private static MonthPaper Paper(Month month, JsonElement record, HashSet<string> plain)
    {
        var identifier = Text(record, "id")!;
        var text = Text(record, "abstract") ?? "";
        var complete = record.GetProperty("authors_complete").GetBoolean();
        var whole = !(record.TryGetProperty("abstract_truncated", out var cut) && cut.ValueKind == JsonValueKind.True);
        var paper = new TastePaper(
            ArxivIdentifier.Parse(identifier),
            Text(record, "title") ?? "",
            whole ? text : "",
            complete ? List(record, "authors") : [],
            Text(record, "primary") is { } primary ? [primary, .. List(record, "categories").Where(category => category != primary)] : [],
            DateOnly.TryParseExact(Text(record, "published"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : month.FirstDay);
        return new MonthPaper(
            month, paper, $"{paper.Title} {text}", plain.Contains(identifier) && complete && text.Length >= ShortestAbstract);
    }

    private static string[] List(JsonElement record, string name) =>
        record.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(item => item.GetString() ?? "")]
            : [];

    private static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
