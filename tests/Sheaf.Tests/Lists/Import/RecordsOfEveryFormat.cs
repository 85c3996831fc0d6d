using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>
/// What holds for the records of every format: any field names the record's paper, its abstract never does, and none of its references is
/// lost. The names are random, the same in each run.
/// </summary>
public sealed class RecordsOfEveryFormat
{
    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    private static readonly string[] Spellings =
        ["2404.00001", "arXiv:2404.00001", "https://arxiv.org/abs/2404.00001v2", "10.48550/arXiv.2404.00001",
        "arXiv preprint arXiv:2404.00001 [cs.CL]"];

    public static TheoryData<string> Formats => ["bib", "ris", "csv", "tsv", "json", "jsonl", "xml"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_field_of_any_name_names_the_paper(string format)
    {
        var random = new Random(20240511);
        for (var round = 0; round < 60; round++)
        {
            var name = format == "ris" ? $"{Letters[random.Next(26)]}{random.Next(1, 10)}".ToUpperInvariant() : RandomName(random);
            if (name is "N1" or "N2" or "A1" or "Y1")
            {
                continue;
            }

            var spelling = Spellings[round % Spellings.Length];
            var list = Read(format, [("title", "Widgets That Turn"), (name, spelling), ("abstract", "We go beyond arXiv:2305.00002.")]);

            var listed = Assert.Single(list.Listed);
            Assert.Equal(("2404.00001", "Widgets That Turn", "2305.00002"),
                (listed.Reference.Reference?.Identifier.ToString(), listed.Title,
                Assert.Single(list.Claims, claim => !claim.IsEntry).Id()));
            Assert.Empty(list.Paperless);
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_identifier_in_its_abstract_alone_is_a_mention(string format)
    {
        foreach (var spelling in Spellings)
        {
            var list = Read(format, [("title", "Widgets That Turn"), ("year", "2024"), ("abstract", $"We go beyond {spelling}, and how.")]);

            Assert.Empty(list.Listed);
            Assert.Equal("2404.00001", Assert.Single(list.Claims).Reference.Reference?.Identifier.ToString());
            Assert.Equal((PaperlessReason.TitleOnly, "Widgets That Turn"), (Assert.Single(list.Paperless).Reason, list.Paperless[0].Title));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_identifier_that_a_search_finds_is_among_the_claims(string format)
    {
        var random = new Random(20240512);
        for (var round = 0; round < 40; round++)
        {
            var values = Enumerable.Range(1, 6).Select(number => string.Create(CultureInfo.InvariantCulture, $"2404.{number:D5}")).ToList();
            string[] names = format == "ris" ? ["TI", "AB", "N1", "KW", "UR", "M1"]
                : ["title", "abstract", "note", "keywords", RandomName(random), RandomName(random)];
            var fields = values.Select((value, at) =>
                (names[at], Spellings[random.Next(Spellings.Length)].Replace("2404.00001", value, StringComparison.Ordinal)))
                .OrderBy(_ => random.Next()).ToList();

            var list = Read(format, fields);

            Assert.Equal(values, list.Claims.Select(claim => claim.Reference.Reference!.Value.Identifier.ToString())
                .Distinct().Order(StringComparer.Ordinal));
            Assert.All(list.Claims, claim => Assert.True(claim.IsInRecord));
        }
    }

    private static ReadList Read(string format, IReadOnlyList<(string Name, string Value)> fields) =>
        ListReader.ReadWhole("list." + format, Encoding.UTF8.GetBytes(Written(format, fields)));

    private static string Written(string format, IReadOnlyList<(string Name, string Value)> fields) => format switch
    {
        "bib" => $"@misc{{a,\n{string.Join(",\n", fields.Select(field => $"  {field.Name} = {{{field.Value}}}"))}\n}}\n",
        "ris" => $"TY  - GEN\n{string.Concat(fields.Select(field => $"{TagOf(field.Name)}  - {field.Value}\n"))}ER  - \n",
        "csv" =>
            $"{string.Join(',', fields.Select(field => field.Name))}\n{string.Join(',', fields.Select(field => $"\"{field.Value}\""))}\n",
        "tsv" => $"{string.Join('\t', fields.Select(field => field.Name))}\n{string.Join('\t', fields.Select(field => field.Value))}\n",
        "json" => $"[{Json(fields)}]",
        "jsonl" => $"{Json(fields)}\n",
        _ => $"<records><record>{string.Concat(fields.Select(field => $"<{field.Name}>{field.Value}</{field.Name}>"))}</record></records>",
    };

    private static string Json(IEnumerable<(string Name, string Value)> fields) =>
        JsonSerializer.Serialize(fields.ToDictionary(field => field.Name, field => field.Value),
            Unescaped);

    private static string TagOf(string name) => name switch { "title" => "TI", "abstract" => "AB", "year" => "PY", _ => name };

    private static string RandomName(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(5, 12)).Select(_ => Letters[random.Next(26)]));
}
