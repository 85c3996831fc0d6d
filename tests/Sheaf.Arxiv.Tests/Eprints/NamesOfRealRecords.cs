using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Tests.Eprints;

/// <summary>Every author field of the reference data: what comes out of it are names.</summary>
public sealed partial class NamesOfRealRecords
{
    private static readonly string[] Folders = ["fs", "db"];

    [Fact]
    public void No_name_holds_what_belongs_to_none()
    {
        var fields = Fields().Distinct(StringComparer.Ordinal).ToList();

        var odd = fields.SelectMany(
            field => AuthorField.Parse(field).Select(author => author.Name).Where(IsOdd)
                .Select(name => $"{name}    of {field[..Math.Min(field.Length, 160)]}")).ToList();

        Assert.True(odd.Count == 0, $"{odd.Count} odd names:\n{string.Join('\n', odd.Take(60))}");
        Assert.True(fields.Count > 2_000, $"{fields.Count} fields");
    }

    private static bool IsOdd(string name) =>
        name.Contains(". -", StringComparison.Ordinal) || Odd().IsMatch(string.Concat(name.Split('$').Where((_, place) => place % 2 == 0)));

    private static IEnumerable<string> Fields()
    {
        foreach (var file in Directory.GetFiles(ReferenceData.PathOf("complete-records"), "*.jsonl.gz"))
        {
            using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
            while (lines.ReadLine() is { } line)
            {
                using var record = JsonDocument.Parse(line);
                if (record.RootElement.TryGetProperty("authors_raw", out var raw) && raw.ValueKind == JsonValueKind.String)
                {
                    yield return raw.GetString()!;
                }
            }
        }

        foreach (var file in Directory.GetFiles(ReferenceData.PathOf("oai-recorded"), "*.xml"))
        {
            foreach (var authors in XElement.Load(file).DescendantsAndSelf()
                .Where(element => element.Name.LocalName == "authors" && !element.HasElements))
            {
                yield return authors.Value;
            }
        }

        foreach (var file in Folders.SelectMany(folder => Directory.GetFiles(ReferenceData.PathOf("abs-pages", folder), "*.expected.json")))
        {
            using var record = JsonDocument.Parse(File.ReadAllText(file));
            yield return record.RootElement.GetProperty("authors_raw").GetString() ?? "";
        }
    }

    [GeneratedRegex(
        @"[(){}]|\bet\.?\s*al\b\.?|^(?:and|&)\s|\s(?:and|&)\z|^(?:[JS]r\.?|I{2,3}|others|[^\p{L}\p{N}]*)\z|,\s*[JS]r\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Odd();
}
