using System.Globalization;
using System.Text.Json;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Tests.AbstractPages;

/// <summary>
/// Every page of the reference data, made by arXiv's own software, against the record it was made from. All differences are told, each
/// with its page and field.
/// </summary>
public sealed class PagesOfArxivsSoftware
{
    private const string AssumedLicense = "http://arxiv.org/licenses/assumed-1991-2003/";

    // Field and identifier of what a page cannot tell, or tells otherwise than the record, with the reason.
    private static readonly Dictionary<(string Field, string Id), string> Exceptions = new()
    {
        [("authors", "1411.4413")] = "the record's ':' is no author, but the colon behind the names of the collaborations",
        [("affiliations", "1411.4413")] = "one author fewer, see authors; there are no affiliations",
        [("proxy", "1611.08171")] = "arXiv has garbled the name; its control character is no part of a line of ours",
    };

    [Theory]
    [InlineData("db", 367)]
    [InlineData("fs", 378)]
    public void Every_field_is_what_the_record_says(string folder, int pages)
    {
        var expected = Directory.GetFiles(ReferenceData.PathOf("abs-pages", folder), "*.expected.json").Order(StringComparer.Ordinal)
            .ToList();

        var differences = expected.SelectMany(DifferencesOf).ToList();

        Assert.True(differences.Count == 0, $"{differences.Count} differences in {folder}:\n{string.Join('\n', differences)}");
        Assert.Equal(pages, expected.Count);
    }

    private static IEnumerable<string> DifferencesOf(string expectedPath)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(expectedPath));
        var root = expected.RootElement;
        EprintRecord record;
        string? failure = null;
        try
        {
            record = AbstractPageParser.Parse(
                File.ReadAllText(expectedPath.Replace(".expected.json", ".html", StringComparison.Ordinal)),
                new Uri(root.GetProperty("url").GetString()!));
        }
        catch (ArxivFormatException fault)
        {
            failure = $"{Path.GetFileName(expectedPath)}: {fault.Message}";
            record = null!;
        }

        if (failure is not null)
        {
            return [failure];
        }

        return Fields(root, record)
            .Where(field => field.Expected != field.Actual && !Exceptions.ContainsKey((field.Name, Text(root, "id"))))
            .Select(field => $"{Path.GetFileName(expectedPath)}: {field.Name}\n    expected {field.Expected}\n    actual   {field.Actual}")
            .ToList();
    }

    private static IEnumerable<(string Name, string Expected, string Actual)> Fields(JsonElement root, EprintRecord record)
    {
        var shown = root.GetProperty("arxiv");
        yield return ("identifier", Text(root, "id"), record.Identifier.ToString());
        yield return ("version", Text(root, "version"), Invariant(record.Version));
        yield return ("latestVersion", Text(root, "latest_version"), Invariant(record.LatestVersion));
        yield return ("title", Collapse(Text(root, "title")), record.Title!);
        yield return ("abstract", string.Join('\n', Texts(root, "abstract_paragraphs")), record.Abstract!);
        yield return ("authors", string.Join(" | ", Texts(shown, "authors").Select(ShownNames.Of)), string.Join(
            " | ", record.Authors!.Select(author => author.Name)));
        yield return ("affiliations", Affiliations(shown), string.Join(
            " | ", record.Authors!.Select(author => string.Join(" & ", author.Affiliations))));
        yield return ("comment", Collapse(Text(shown, "comments")), record.Comment!);
        yield return ("journalRef", Collapse(Text(shown, "journal_ref")), record.JournalRef!);
        yield return ("doi", Text(root, "doi").Replace("doi:", "", StringComparison.Ordinal)
            .Replace("; ", " ", StringComparison.Ordinal), string.Join(' ', record.Dois!));
        yield return ("reportNumber", Collapse(Text(root, "report_num")), record.ReportNumber!);
        yield return ("mscClass", Collapse(Text(root, "msc_class")), record.MscClass!);
        yield return ("acmClass", Collapse(Text(root, "acm_class")), record.AcmClass!);
        yield return ("categories", string.Join(' ', Texts(shown, "categories_shown")), string.Join(' ', record.Categories!));
        yield return ("proxy", Proxy(root), record.Proxy!);
        yield return ("license", License(root), record.License ?? "");
        yield return ("withdrawn", root.GetProperty("withdrawn").GetBoolean().ToString(), record.Withdrawn.ToString()!);
        yield return ("versions", Versions(root), string.Join(' ', record.Versions!.Select(Versions)));
        yield return ("firstSubmitted", Versions(root).Split('/')[1], Time(record.FirstSubmitted));
        yield return ("lastSubmitted", Versions(root).Split(' ')[^1].Split('/')[1], Time(record.LastSubmitted));
    }

    private static string Affiliations(JsonElement shown) =>
        string.Join(
            " | ",
            shown.GetProperty("author_affiliations").EnumerateArray()
                .Select(own => string.Join(" & ", own.EnumerateArray().Select(text => text.GetString()))));

    /// <summary>
    /// Where the record has none, arXiv shows the one it assumes; for a withdrawn version it shows none (field guide 5.7, 9).
    /// </summary>
    private static string License(JsonElement root) =>
        root.GetProperty("withdrawn").GetBoolean() ? "" : Text(root, "license") is { Length: > 0 } license ? license : AssumedLicense;

    /// <summary>A service is shown in capitals and without its own number of the paper, a person as the record has the name.</summary>
    private static string Proxy(JsonElement root) =>
        Text(root, "proxy") is [>= 'a' and <= 'z', ..] service ? service.Split(' ')[0].ToUpperInvariant() : Text(root, "proxy");

    private static string Versions(JsonElement root) => string.Join(' ', root.GetProperty("versions").EnumerateArray().Select(
        version =>
            $"{Text(version, "version")}/{Text(version, "date")}/{Text(version, "size_kb")}/"
            + $"{version.GetProperty("withdrawn").GetBoolean()}"));

    private static string Versions(Submission version) =>
        $"{version.Version}/{Time(version.Submitted)}/{version.SizeKb}/{version.Withdrawn}";

    private static string Time(DateTimeOffset? time) => time!.Value.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Invariant(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).ToString();

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);

    private static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
