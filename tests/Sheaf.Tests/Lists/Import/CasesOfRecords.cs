using System.Text.Json;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>The records in the folders of <c>Cases</c>, each with what is right beside it, as the readers read them.</summary>
public sealed class CasesOfRecords
{
    public static TheoryData<string> Folders =>
        [.. Directory.EnumerateDirectories(Root).Where(folder => Directory.EnumerateFiles(folder).Any(IsOfRecords))
            .Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    private static string Root => Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Tests", "Lists", "Import", "Cases");

    [Theory]
    [MemberData(nameof(Folders))]
    public void Each_record_is_an_entry_or_has_its_reason(string folder)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, folder, "expected.json")));
        var read = expected.RootElement.GetProperty("files").EnumerateArray().Select(name => name.GetString()!)
            .Select(name => (Name: name, List: ListReader.ReadWhole(name, File.ReadAllBytes(Path.Combine(Root, folder, name))))).ToList();

        var added = read.SelectMany(file => file.List.Listed).Select(claim => claim.Reference.Reference?.Identifier.ToString())
            .OfType<string>();
        var named = read.SelectMany(file => file.List.Listed.Where(claim => claim.Reference.Problem is not null).Select(claim => claim.Line)
            .Concat(file.List.Paperless.Select(entry => entry.Line)).Select(line => (file.Name, line)));
        Assert.Equal(Texts(expected, "added").Order(StringComparer.Ordinal), added.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Places(expected).Order(), named.Distinct().Order());
    }

    private static bool IsOfRecords(string file) => Path.GetExtension(file) is ".bib" or ".ris" or ".csv" or ".xml" or ".nbib"
        || Path.GetFileName(file) is "numbers.json" or "orcid.json";

    private static IEnumerable<string> Texts(JsonDocument expected, string name) =>
        expected.RootElement.GetProperty(name).EnumerateArray().Select(text => text.GetString()!);

    private static IEnumerable<(string, int)> Places(JsonDocument expected) =>
        expected.RootElement.TryGetProperty("named", out var places)
            ? places.EnumerateArray().Select(place => (place[0].GetString()!, place[1].GetInt32())) : [];
}
