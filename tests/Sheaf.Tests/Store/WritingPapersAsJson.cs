using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Store.Eprints;

namespace Sheaf.Tests.Store;

public sealed class WritingPapersAsJson
{
    [Fact]
    public void A_paper_read_whole_has_every_key_in_the_order_of_the_contract() => Assert.Equal(
        """
        {"id":"2405.00208","latestVersion":2,"title":"On $\\alpha$-Sheaves",
        "authors":[{"name":"Ada Example III","affiliations":[]},{"name":"Bo Specimen","affiliations":["Institute of Gears"]},
        {"name":"Zoë Muster","affiliations":[]}],"authorsRaw":"Ada Example III, Bo Specimen (Institute of Gears), Zo\\\"e Muster",
        "abstract":"We bind papers.\nAnd 紙 too.","categories":["cs.LG","stat.ML"],"primaryCategory":"cs.LG",
        "firstSubmitted":"2024-04-30T21:20:17Z","lastSubmitted":"2024-05-02T21:20:17Z",
        "versions":[{"version":1,"submitted":"2024-04-30T21:20:17Z","sizeKb":120,"withdrawn":false},
        {"version":2,"submitted":"2024-05-02T21:20:17Z","sizeKb":null,"withdrawn":false}],
        "comment":"12 pages","journalRef":"J. Gears 12 (2024) 1-9","doi":["10.1000/gears.1","10.1000/gears.2"],"reportNumber":null,
        "mscClass":"14F05","acmClass":null,"license":"http://creativecommons.org/licenses/by/4.0/","withdrawn":false,"proxy":"VTEX",
        "sources":{"title":"page","authors":"page","abstract":"page","categories":"page","firstSubmitted":"page","authorsRaw":"page",
        "lastSubmitted":"page","versions":"page","comment":"page","journalRef":"page","doi":"page","mscClass":"page","license":"page",
        "withdrawn":"page","proxy":"page","latestVersion":"page"},
        "fetched":"2024-05-10T08:00:00Z"}
        """.ReplaceLineEndings(""),
        LineOf(Invented.Page("2405.00208")));

    [Fact]
    public void What_nobody_has_told_is_null_or_an_empty_list()
    {
        using var line = JsonDocument.Parse(LineOf(Invented.Atom("2405.00208")));

        foreach (var key in new[] { "authorsRaw", "journalRef", "reportNumber", "mscClass", "acmClass", "license", "proxy" })
        {
            Assert.Equal(JsonValueKind.Null, line.RootElement.GetProperty(key).ValueKind);
        }

        Assert.Equal(0, line.RootElement.GetProperty("versions").GetArrayLength());
        Assert.Equal(0, line.RootElement.GetProperty("doi").GetArrayLength());
        Assert.False(line.RootElement.GetProperty("withdrawn").GetBoolean());
    }

    [Fact]
    public void A_paper_without_categories_has_no_primary_one()
    {
        using var line = JsonDocument.Parse(LineOf(Invented.Atom("2405.00208") with { Source = RecordSource.Snapshot, Categories = [] }));

        Assert.Equal(JsonValueKind.Null, line.RootElement.GetProperty("primaryCategory").ValueKind);
    }

    [Fact]
    public void A_paper_is_one_line_in_letters_that_people_can_read()
    {
        const string Title = "<Größe> & 紙 + 'é' 𝔸 🤖\n";

        var line = LineOf(Invented.Atom("2405.00208") with { Title = Title, Comment = "line\r\nbreak \u0007" });

        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain('\r', line);
        Assert.Contains("<Größe> & 紙 + 'é'", line, StringComparison.Ordinal);
        using var read = JsonDocument.Parse(line);
        Assert.Equal(Title, read.RootElement.GetProperty("title").GetString());
    }

    [Fact]
    public void A_paper_from_the_store_is_the_same_line_as_before_it_went_in()
    {
        using var store = new TemporaryStore();
        store.Eprints.Save([Invented.Page("2405.00208"), Invented.Atom("2405.00208")], Invented.Today);

        Assert.Equal(
            LineOf(Invented.Page("2405.00208"), Invented.Atom("2405.00208")), PaperJson.Line(store.Eprints.All(month: null).Single()));
    }

    private static string LineOf(params EprintRecord[] records) => PaperJson.Line(new StoredEprint(Eprint.Merge(records)!, Invented.Today));
}
