using System.IO.Compression;
using System.Xml;
using Sheaf.Arxiv.Oai;

namespace Sheaf.Arxiv.Tests.Oai;

/// <summary>Records as arXiv answered with them from 2014 on, one by one and in long lists.</summary>
public sealed class RecordedRecords
{
    [Theory]
    [InlineData("oai", "paged100-listrecords-arXivRaw-page001.xml", 100)]
    [InlineData("oai", "paged100-listrecords-arXiv-page001.xml", 100)]
    [InlineData("oai-recorded", "scirate_arXivRaw_ListRecords_1000.xml.gz", 999)]
    [InlineData("oai-recorded", "scrapi_vcr_0_200.xml.gz", 897)]
    public void Every_record_of_a_list_is_read(string folder, string file, int count)
    {
        // The first record of the list of 2014 had its number changed by those who kept it: it is none of arXiv's.
        var records = Read(ReferenceData.PathOf(folder, file)).Where(record => record.Header.Name != "oai:arXiv.org:0811.36489").ToList();

        var faults = records.Where(record => record.Eprint is null).Select(record => $"{record.Header.Name}: {record.Fault}").ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(count, records.Count);
        Assert.All(records, record => Assert.DoesNotContain('\n', record.Eprint!.Title!));
        Assert.All(records, record => Assert.NotEmpty(record.Eprint!.Authors!));
        Assert.All(records, record => Assert.NotEqual(' ', (record.Eprint!.Abstract + "x")[0]));
    }

    [Theory]
    [InlineData("ads_*.xml")]
    [InlineData("pyingest_*.xml")]
    [InlineData("hepcrawl_*.xml")]
    public void Single_records_are_read(string files) =>
        Assert.All(
            Directory.GetFiles(ReferenceData.PathOf("oai-recorded"), files),
            file => Assert.All(Read(file), record => Assert.True(record.Eprint is not null, $"{Path.GetFileName(file)}: {record.Fault}")));

    [Fact]
    public void The_records_of_a_list_are_as_whole_as_those_asked_for_one_by_one()
    {
        var record = Read(ReferenceData.PathOf("oai-recorded", "scirate_arXivRaw_ListRecords_1000.xml.gz"))
            .First(record => record.Header.Name.EndsWith("0811.3649", StringComparison.Ordinal));

        Assert.Equal(4, record.Eprint!.LatestVersion);
        Assert.Equal(new DateTimeOffset(2008, 11, 21, 22, 59, 40, TimeSpan.Zero), record.Eprint.FirstSubmitted);
        Assert.Equal(14, record.Eprint.Versions![3].SizeKb);
        Assert.Equal(["Zeev Rudnick"], record.Eprint.Authors!.Select(author => author.Name));
        Assert.Equal("Traces of high powers of the Frobenius class in the hyperelliptic ensemble", record.Eprint.Title);
        Assert.Equal(("11G20", new DateOnly(2009, 9, 2)), (record.Eprint.MscClass, record.Header.Datestamp));
    }

    private static List<OaiRecord> Read(string file)
    {
        using var bytes = File.OpenRead(file);
        using Stream body = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : bytes;
        using var reader = XmlReader.Create(
            body, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreWhitespace = true });
        var records = new List<OaiRecord>();
        reader.MoveToContent();
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "record" })
            {
                records.Add(OaiRecord.Read(reader));
            }
            else
            {
                reader.Read();
            }
        }

        return records;
    }
}
