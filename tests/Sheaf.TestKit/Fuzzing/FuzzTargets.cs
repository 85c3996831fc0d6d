using System.Text;
using Sheaf.Arxiv;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Oai;
using Sheaf.Arxiv.Tex;
using Sheaf.Lists;
using Sheaf.Lists.Import;
using Sheaf.Replica.Faults;
using Sheaf.Settings;

namespace Sheaf.TestKit.Fuzzing;

/// <summary>Every parser that reads what others have written.</summary>
internal static class FuzzTargets
{
    private static readonly Uri Address = new("https://arxiv.org/");
    private static readonly Type[] Answers = [typeof(ArxivFormatException), typeof(ArxivUnavailableException)];

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new(
            "atom", input => AtomParser.Parse(new MemoryStream(input), Address), [.. Answers, typeof(AtomErrorException)],
            InventedSeeds.Atom)
        {
            Files = [("atom-recorded", ".xml"), ("atom-server", ".xml")],
        },
        new("oai", input => OaiParser.Parse(new MemoryStream(input), Address), [.. Answers, typeof(OaiErrorException)], InventedSeeds.Oai)
        {
            Files = [("oai", ".xml"), ("oai-recorded", ".xml"), ("oai-generic", ".xml")],
        },
        new(
            "oai-list", input => OaiListParser.Parse(new MemoryStream(input), Address), [.. Answers, typeof(OaiErrorException)],
            InventedSeeds.Oai)
        {
            Files = [("oai", ".xml"), ("oai-recorded", ".xml"), ("oai-generic", ".xml")],
        },
        new("page", input => AbstractPageParser.Parse(Text(input), Address), Answers, InventedSeeds.Page)
        {
            Files = [("abs-pages", ".html")],
        },
        new("identifiers", ReadIdentifiers, [], InventedSeeds.Identifiers) { Files = [("identifiers", ".tsv")], TakesParts = true },
        new("finder", input => IdentifierFinder.Find(Text(input)), [], InventedSeeds.Text)
        {
            Files = [("articles", ".txt"), ("articles", ".json"), ("identifiers", ".tsv"), ("curated", ".json")], TakesParts = true,
        },
        new(
            "tex", input => TexText.ToUnicode(Text(input)), [],
            InventedSeeds.Tex) { Files = [("complete-records", ".jsonl")], TakesParts = true },
        new(
            "curated", input => CuratedList.Parse("2024-04.md", Text(input)), [],
            InventedSeeds.Text) { Files = [("articles", ".txt"), ("", ".md")], TakesParts = true },
        List("text", ".txt", InventedSeeds.Text) with { Files = [("articles", ".txt"), ("", ".md")], TakesParts = true },
        List("html", ".html", InventedSeeds.Html) with { Files = [("listing", ".html")] },
        List("bib", ".bib", InventedSeeds.Bibtex),
        List("ris", ".ris", InventedSeeds.Ris),
        List("csv", ".csv", InventedSeeds.Csv) with { Files = [("identifiers", ".tsv")], TakesParts = true },
        List("json", ".json", InventedSeeds.Json) with { Files = [("published", ".json"), ("feed", ".json"), ("abs-pages/db", ".json")] },
        List("xml", ".xml", InventedSeeds.Xml) with { Files = [("feed", ".xml"), ("feed-recorded", ".xml"), ("atom-recorded", ".xml")] },
        List("mail", ".eml", InventedSeeds.Mail),
        List("mbox", ".mbox", InventedSeeds.Mail),
        List(
            "guess", "",
            [
                .. InventedSeeds.Mail, .. InventedSeeds.Html, .. InventedSeeds.Json, .. InventedSeeds.Xml, .. InventedSeeds.Csv,
                .. InventedSeeds.Bibtex, .. InventedSeeds.Ris,
            ]),
        new("settings", ReadSettings, [typeof(BadInputException)], InventedSeeds.Settings),
        new("faults", input => FaultRules.Read(Text(input)), [typeof(FormatException)], InventedSeeds.Faults),
    ];

    private static FuzzTarget List(string format, string ending, IReadOnlyList<byte[]> seeds) =>
        new($"list-{format}", input => ListReader.ReadWhole($"list{ending}", input), [typeof(CurationException)], seeds);

    private static void ReadIdentifiers(byte[] input)
    {
        foreach (var line in Text(input).Split('\n').Take(4))
        {
            _ = IdentifierFinder.ReadToken(line);
            _ = EprintReference.ExplainMalformed(line);
            _ = IdentifierFinder.TryReadReference(line, out var reference) && EprintReference.TryParse(line, out reference);
            if (ArxivIdentifier.TryParse(line, out var identifier) && ArxivIdentifier.Parse(identifier.ToString()) != identifier)
            {
                throw new InvalidOperationException($"{line} becomes {identifier}, which is read as another one.");
            }
        }
    }

    private static void ReadSettings(byte[] input)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"sheaf-fuzz-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}");
        Directory.CreateDirectory(folder);
        try
        {
            File.WriteAllBytes(Path.Combine(folder, "sheaf.json"), input);
            SettingsReader.Read(folder, []);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Text(byte[] input) => Encoding.UTF8.GetString(input);
}
