using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Oai;
using static Sheaf.TestKit.InventedOaiRecords;

namespace Sheaf.Arxiv.Tests.Oai;

public sealed class ReadingARecord
{
    private static readonly DateTimeOffset First = new(2024, 4, 30, 21, 20, 17, TimeSpan.Zero);
    private static readonly DateTimeOffset Last = new(2024, 11, 3, 21, 5, 31, TimeSpan.Zero);

    [Fact]
    public void ArXivRaw_tells_everything()
    {
        var record = Record(Raw);

        Assert.Equal(("2405.99901", RecordSource.Oai), (record.Identifier.ToString(), record.Source));
        Assert.Equal((2, 2, First, Last), (record.Version, record.LatestVersion, record.FirstSubmitted, record.LastSubmitted));
        Assert.Equal([new(1, First, 3012, false), new(2, Last, 7, false)], record.Versions);
        Assert.False(record.Withdrawn);
        Assert.Equal(@"Widgets \& G\""odel gears", record.Title);
        Assert.Equal(["Ada Specimen", "José van der Berg"], record.Authors!.Select(author => author.Name));
        Assert.Equal(["Gear Inst", "Cog Lab"], record.Authors![1].Affiliations);
        Assert.Equal(@"Ada Specimen (1), Jos\'e van der Berg (1 and 2) ((1) Gear Inst., (2) Cog Lab)", record.AuthorsRaw);
        Assert.Equal(["eess.SY", "math-ph"], record.Categories);
        Assert.Equal("We study $x<y$ and wrap.\nSecond paragraph.", record.Abstract);
        Assert.Equal(
            ("12 pages & 3 figs", "J. Gears 12 (2024) 1-9", "ACME-24-001"), (record.Comment, record.JournalRef, record.ReportNumber));
        Assert.Equal(["10.1000/gears.2024.1", "10.1000/gears.2024.2"], record.Dois);
        Assert.Equal(("60J10", "http://creativecommons.org/licenses/by/4.0/"), (record.MscClass, record.License));
    }

    [Fact]
    public void What_arXivRaw_leaves_out_is_not_there()
    {
        var record = Record(Without(Raw, "comments", "report-no", "acm-class", "msc-class", "journal-ref", "doi", "license"));

        Assert.Equal(("", "", "", "", ""), (record.Comment, record.ReportNumber, record.MscClass, record.JournalRef, record.License));
        Assert.Empty(record.Dois!);
    }

    [Theory]
    [InlineData("60J10", null)]
    [InlineData("", null)]
    [InlineData("None", null)]
    [InlineData("F.2.2; I.2.7", "F.2.2; I.2.7")]
    public void An_acm_class_that_is_none_tells_nothing(string acm, string? expected) =>
        Assert.Equal(expected, Record(Raw.Replace("<acm-class>60J10", $"<acm-class>{acm}", StringComparison.Ordinal)).AcmClass);

    [Fact]
    public void A_version_of_source_type_I_is_a_withdrawal()
    {
        var last = Record(Raw.Replace("<size>7kb</size>", "<size>0kb</size><source_type>I</source_type>", StringComparison.Ordinal));
        var first = Record(Raw.Replace("<source_type>D<", "<source_type>I<", StringComparison.Ordinal));

        Assert.True(last.Withdrawn);
        Assert.Equal([false, true], last.Versions!.Select(version => version.Withdrawn));
        Assert.False(first.Withdrawn);
        Assert.Equal([true, false], first.Versions!.Select(version => version.Withdrawn));
    }

    [Fact]
    public void ArXiv_names_the_authors_one_by_one_and_tells_no_version()
    {
        var record = Record(Converted);

        Assert.Equal(["The WIDGET Collaboration", "José van der Berg", "Wei Li Jr."], record.Authors!.Select(author => author.Name));
        Assert.Equal(["Gear Inst."], record.Authors![1].Affiliations);
        Assert.Equal(["cs.LG", "stat.ML"], record.Categories);
        Assert.Equal(
            (null, null, null, null, null, null),
            (record.Version, record.LatestVersion, record.FirstSubmitted, record.LastSubmitted, record.Versions, record.Withdrawn));
        Assert.Null(record.AuthorsRaw);
        Assert.Equal(("", ""), (record.Comment, record.License));
    }

    [Fact]
    public void Dublin_Core_tells_the_days_of_the_first_and_the_current_version()
    {
        var record = Record(DublinCore);

        Assert.Equal(
            (new(First.Date, TimeSpan.Zero), new(Last.Date, TimeSpan.Zero)), (record.FirstSubmitted!.Value, record.LastSubmitted!.Value));
        Assert.Equal(["Wei Li Jr.", "B. Example Jr.", "Plato"], record.Authors!.Select(author => author.Name));
        Assert.Equal("We study widgets.", record.Abstract);
        Assert.Equal(("12 pages", "J. Gears 12 (2024) 1-9"), (record.Comment, record.JournalRef));
        Assert.Equal(["10.1000/gears.2024.1"], record.Dois);
        Assert.Equal((null, null, null, null), (record.License, record.ReportNumber, record.MscClass, record.Versions));
    }

    [Theory]
    [InlineData("Machine Learning", "<setSpec>stat:stat:ML</setSpec><setSpec>cs:cs:LG</setSpec>", "stat.ML cs.LG")]
    [InlineData("Machine Learning", "<setSpec>cs:cs:CL</setSpec><setSpec>cs:cs:LG</setSpec>", "cs.LG cs.CL")]
    [InlineData("Mathematical Physics", "<setSpec>math:math:MP</setSpec><setSpec>physics:math-ph</setSpec>", "math-ph")]
    [InlineData("Mathematics - Number Theory", "<setSpec>math</setSpec>", "math.NT")]
    [InlineData("Nuclear Experiment", "<setSpec>physics:nucl-ex</setSpec>", "nucl-ex")]
    [InlineData("Systems and Control", "", "eess.SY")]
    [InlineData("Astrophysics", "<setSpec>physics:astro-ph</setSpec>", "astro-ph")]
    [InlineData("Astrophysics - Cosmology and Nongalactic Astrophysics", "<setSpec>physics:astro-ph</setSpec>", "astro-ph.CO")]
    [InlineData("Accelerator Physics", "<setSpec>physics:physics:acc-ph</setSpec>", "physics.acc-ph")]
    public void Dublin_Core_names_the_primary_category_first_and_the_sets_tell_equal_names_apart(
        string subject, string sets, string categories)
    {
        var metadata = DublinCore.Replace("<dc:subject>Systems and Control</dc:subject>", "", StringComparison.Ordinal)
            .Replace(">Machine Learning<", $">{subject}<", StringComparison.Ordinal);

        var record = Record(metadata, $"<header><identifier>oai:arXiv.org:2405.99901</identifier>{sets}</header>");

        Assert.Equal(categories, string.Join(' ', record.Categories!));
    }

    [Theory]
    [InlineData("10.1000/a 10.1000/b", "10.1000/a 10.1000/b")]
    [InlineData("10.1000/a, 10.1000/b;10.1000/c", "10.1000/a 10.1000/b 10.1000/c")]
    [InlineData("10.1002/(SICI)1097-4571(1999)50:1<1::AID-ASI1>3.0.CO;2-X", "10.1002/(SICI)1097-4571(1999)50:1<1::AID-ASI1>3.0.CO;2-X")]
    [InlineData("https://doi.org/10.1000/a doi:10.1000/A", "10.1000/a")]
    [InlineData(" ", "")]
    public void A_field_of_several_dois_is_taken_apart(string field, string dois) =>
        Assert.Equal(dois, string.Join(' ', DoiField.Parse(field)));

    [Fact]
    public void A_deleted_record_is_told_with_its_day()
    {
        var answer = Parse(
            Whole(
                "<GetRecord><record><header status=\"deleted\"><identifier>oai:arXiv.org:2405.99901</identifier>"
                + "<datestamp>2024-11-20</datestamp></header></record></GetRecord>"));

        Assert.Equal(new OaiAnswer.Deleted(new DateOnly(2024, 11, 20)), answer);
    }

    [Fact]
    public void Elements_that_are_not_known_are_passed_over()
    {
        var answer = Answer(Raw.Replace("<title>", "<novelty><title>No</title></novelty><title>", StringComparison.Ordinal))
            .Replace("<record>", "<about/><record><about><version/></about>", StringComparison.Ordinal)
            .Replace("</OAI-PMH>", "<note><error code=\"x\"/></note></OAI-PMH>", StringComparison.Ordinal);

        Assert.Equal(Record(Raw).Title, Assert.IsType<OaiAnswer.Found>(Parse(answer)).Record.Title);
    }

    private static string Without(string metadata, params string[] elements) =>
        elements.Aggregate(metadata, (text, name) => System.Text.RegularExpressions.Regex.Replace(text, $"<{name}>[^<]*</{name}>", ""));
}
