using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Oai;
using Sheaf.Arxiv.Tex;

namespace Sheaf.Arxiv.Tests.Oai;

/// <summary>
/// Every GetRecord answer and error of arXiv's own software: arXivRaw against the record behind it, the other formats against arXivRaw.
/// </summary>
public sealed partial class RecordsOfArxivsSoftware
{
    [Fact]
    public void ArXivRaw_is_what_the_record_behind_it_says()
    {
        var compared = 0;
        foreach (var record in All("arXivRaw"))
        {
            var expectedFile = ReferenceData.PathOf("abs-pages", "db") + $"/{record.Identifier.ToString().Replace('/', '_')}.expected.json";
            if (!File.Exists(expectedFile))
            {
                continue;
            }

            using var expected = JsonDocument.Parse(File.ReadAllText(expectedFile));
            Assert.Equal(Facts(expected.RootElement), Facts(record));
            compared++;
        }

        Assert.True(compared >= 5, $"only {compared} compared");
    }

    [Theory]
    [InlineData("arXiv", 14)]
    [InlineData("oai_dc", 15)]
    public void The_other_formats_tell_what_arXivRaw_tells(string prefix, int count)
    {
        var raw = All("arXivRaw").ToDictionary(record => record.Identifier);

        var records = All(prefix).ToList();

        Assert.Equal(count, records.Count);
        Assert.All(records, record => AssertSame(raw[record.Identifier], record));
    }

    [Fact]
    public void The_old_format_is_not_read() =>
        Assert.All(Files("getrecord-arXivOld-*.xml"), file => Assert.Throws<ArxivFormatException>(() => Parse(file)));

    [Fact]
    public void Every_error_is_told_with_its_code_and_words()
    {
        var files = Files("err-*.xml").Where(file => !file.Contains("versioned", StringComparison.Ordinal)).ToList();

        Assert.All(files, file =>
        {
            var error = Error().Match(File.ReadAllText(file));
            var (code, words) = (error.Groups["code"].Value, error.Groups["words"].Value);
            var told = Xunit.Record.Exception(() => Parse(file)) is OaiErrorException failure ? (failure.Code, failure.Error)
                : Parse(file) is OaiAnswer.NotFound notFound ? ("idDoesNotExist", notFound.Reason)
                : ("cannotDisseminateFormat", Assert.IsType<OaiAnswer.FormatNotAvailable>(Parse(file)).Reason);

            Assert.Equal((code, words), told);
        });
        Assert.Equal(26, files.Count);
    }

    [Fact]
    public void A_version_asked_for_is_answered_with_the_record()
    {
        var answer = Parse(ReferenceData.PathOf("oai", "err-versioned-id.xml"));

        Assert.Equal("0906.5132", Assert.IsType<OaiAnswer.Found>(answer).Record.Identifier.ToString());
    }

    [Theory]
    [InlineData("sickle_idDoesNotExist.xml", typeof(OaiAnswer.NotFound))]
    [InlineData("sickle_cannotDisseminateFormat.xml", typeof(OaiAnswer.FormatNotAvailable))]
    public void Errors_of_other_servers_are_answers_too(string file, Type answer) =>
        Assert.IsType(answer, Parse(ReferenceData.PathOf("oai-generic", file)));

    [Fact]
    public void No_answer_of_other_servers_makes_a_record() =>
        Assert.All(
            Directory.GetFiles(ReferenceData.PathOf("oai-generic"), "*.xml"),
            file => Assert.False(Xunit.Record.Exception(() => Parse(file)) is null && Parse(file) is OaiAnswer.Found));

    private static void AssertSame(EprintRecord raw, EprintRecord record)
    {
        Assert.Equal(raw.Categories, record.Categories);
        Assert.Equal(raw.Authors!.Select(author => author.Name), record.Authors!.Select(author => author.Name));
        Assert.Equal(raw.Dois, record.Dois);
        Assert.Equal(raw.JournalRef, record.JournalRef);
        Assert.Equal(Letters(raw.Comment!), Letters(record.Comment!));
        Assert.Equal(Letters(raw.Title!), Letters(record.Title!));
        Assert.Equal(raw.Abstract!.Count(character => character == '\n'), record.Abstract!.Count(character => character == '\n'));
        Assert.Equal(record.FirstSubmitted is null ? null : raw.FirstSubmitted!.Value.Date, record.FirstSubmitted?.Date);
        Assert.Equal(record.LastSubmitted is null ? null : raw.LastSubmitted!.Value.Date, record.LastSubmitted?.Date);
        if (record.License is not null)
        {
            Assert.Equal((raw.License, raw.ReportNumber, raw.MscClass), (record.License, record.ReportNumber, record.MscClass));
        }
    }

    // Accents and Greek macros are letters in the one and TeX in the other.
    private static string Letters(string text) => NoPlainLetter().Replace(TexText.ToUnicode(text), "");

    private static string Facts(JsonElement root)
    {
        var shown = root.GetProperty("arxiv");
        return string.Join('\n',
            Line(Text(root, "title")),
            Line(Text(root, "authors_raw")),
            string.Join(" | ", Texts(shown, "authors").Where(name => name != ":").Select(ShownNames.Of)),
            string.Join('\n', Texts(root, "abstract_paragraphs")),
            string.Join(' ', Texts(shown, "categories_shown")),
            Line(Text(root, "comments")), Line(Text(root, "journal_ref")), Line(Text(root, "doi")), Line(Text(root, "report_num")),
            Line(Text(root, "msc_class")), Text(root, "license"),
            root.GetProperty("withdrawn").GetBoolean(),
            string.Join(
                ' ',
                root.GetProperty("versions").EnumerateArray()
                    .Select(
                        version =>
                            $"{Text(version, "version")}/{Text(version, "date")}/{Text(version, "size_kb")}/"
                            + $"{version.GetProperty("withdrawn").GetBoolean()}")));
    }

    private static string Facts(EprintRecord record) => string.Join('\n',
        record.Title,
        record.AuthorsRaw,
        string.Join(" | ", record.Authors!.Select(author => author.Name)),
        record.Abstract,
        string.Join(' ', record.Categories!),
        record.Comment, record.JournalRef, string.Join(' ', record.Dois!), record.ReportNumber, record.MscClass, record.License,
        record.Withdrawn,
        string.Join(
            ' ',
            record.Versions!.Select(
                version =>
                    $"{version.Version}/{version.Submitted.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}/"
                    + $"{version.SizeKb}/{version.Withdrawn}")));

    private static IEnumerable<EprintRecord> All(string prefix) =>
        Files($"getrecord-{prefix}-*.xml").Select(file => Assert.IsType<OaiAnswer.Found>(Parse(file)).Record);

    private static string[] Files(string pattern) => Directory.GetFiles(ReferenceData.PathOf("oai"), pattern);

    private static OaiAnswer Parse(string file) => OaiParser.Parse(File.ReadAllText(file), new Uri("https://oaipmh.arxiv.org/oai"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).ToString();

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);

    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("<error code=['\"](?<code>[A-Za-z]+)['\"]>(?<words>[^<]*)</error>")]
    private static partial Regex Error();

    [GeneratedRegex(@"\\[a-zA-Z]+|[^a-zA-Z0-9 ,.:;()]")]
    private static partial Regex NoPlainLetter();
}
