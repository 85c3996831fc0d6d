using Sheaf.Arxiv.Eprints;
using Sheaf.Store.Eprints;

namespace Sheaf.Tests.Store;

/// <summary>
/// The text of a record is compared with that of an older Sheaf's store: another spelling would look like news of every paper.
/// </summary>
public sealed class StoringRecords
{
    [Fact]
    public void A_record_has_the_fields_that_its_source_carries_in_their_order() => Assert.Equal(
        """
        {"version":2,"latestVersion":2,"title":"On $\\alpha$-Sheaves",
        "authors":[{"name":"Ada Example III"},{"name":"Bo Specimen","affiliations":["Institute of Gears"]},{"name":"Zoë Muster"}],
        "authorsRaw":"Ada Example III, Bo Specimen (Institute of Gears), Zo\\\"e Muster","abstract":"We bind papers.\nAnd 紙 too.",
        "categories":["cs.LG","stat.ML"],"firstSubmitted":"2024-04-30T21:20:17Z","lastSubmitted":"2024-05-02T21:20:17Z",
        "versions":[{"version":1,"submitted":"2024-04-30T21:20:17Z","sizeKb":120,"withdrawn":false},
        {"version":2,"submitted":"2024-05-02T21:20:17Z","withdrawn":false}],
        "comment":"12 pages","journalRef":"J. Gears 12 (2024) 1-9","doi":["10.1000/gears.1","10.1000/gears.2"],"reportNumber":"",
        "mscClass":"14F05","acmClass":"","license":"http://creativecommons.org/licenses/by/4.0/","withdrawn":false,"proxy":"VTEX"}
        """.ReplaceLineEndings(""),
        RecordJson.Write(Invented.Page("2405.00208")));

    [Fact]
    public void What_a_source_does_not_carry_is_left_out() => Assert.Equal(
        """{"title":"A","authors":[],"doi":[]}""",
        RecordJson.Write(
            new EprintRecord { Identifier = Invented.Id("2405.00208"), Source = RecordSource.Oai, Title = "A", Authors = [], Dois = [] }));

    [Fact]
    public void A_record_is_read_as_it_was_written()
    {
        var page = Invented.Page("2405.00208");

        var read = RecordJson.Read(page.Identifier, page.Source, RecordJson.Write(page));

        Assert.Equal((page.Identifier, page.Source, RecordJson.Write(page)), (read.Identifier, read.Source, RecordJson.Write(read)));
        Assert.Equal(page.Authors!.SelectMany(author => author.Affiliations), read.Authors!.SelectMany(author => author.Affiliations));
        Assert.Equal(page.Versions, read.Versions);
    }
}
