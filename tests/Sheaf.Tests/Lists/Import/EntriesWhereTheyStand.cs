using System.Text.Json;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>Which references of a text are entries: folders of small lists, each with what is right beside them.</summary>
public sealed class EntriesWhereTheyStand
{
    private static readonly string Folder = Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Tests", "Lists", "Import", "Cases");

    public static TheoryData<string> Names =>
        [.. Directory.GetDirectories(Folder).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_reference_is_listed_mentioned_or_named(string name)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name, "expected.json")));
        var files = expected.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).ToList();
        var lists = files.ConvertAll(
            file => (File: file, List: ListReader.ReadWhole(file, File.ReadAllBytes(Path.Combine(Folder, name, file)))));

        var listed = lists.SelectMany(one => one.List.Listed).Select(Id).OfType<string>().ToHashSet();
        var left = lists.SelectMany(one => one.List.Claims).Select(Id).OfType<string>().Except(listed).ToHashSet();
        Assert.Equal(Texts(expected, "added"), listed.Order(StringComparer.Ordinal));
        Assert.Subset(left, Texts(expected, "mentions").ToHashSet());
        Assert.Subset(
            lists.SelectMany(one => one.List.Paperless.Where(IsNamed).Select(entry => (one.File, entry.Line)))
                .Concat(lists.SelectMany(LeftOut)).ToHashSet(),
            Places(expected).ToHashSet());
    }

    private static IEnumerable<(string File, int Line)> LeftOut((string File, ReadList List) one) =>
        one.List.Claims.Where(claim => !claim.IsEntry || claim.Reference.Reference is null).Select(claim => (one.File, claim.Line));

    /// <summary>Titles alone are told only where they are looked up.</summary>
    private static bool IsNamed(PaperlessEntry entry) => entry.Reason != PaperlessReason.Words;

    private static string? Id(Claim claim) => claim.Reference.Reference?.Identifier.ToString();

    private static List<string> Texts(JsonDocument expected, string property) =>
        expected.RootElement.TryGetProperty(property, out var texts)
        ? [.. texts.EnumerateArray().Select(text => text.GetString()!).Order(StringComparer.Ordinal)]
        : [];

    private static List<(string File, int Line)> Places(JsonDocument expected) =>
        expected.RootElement.TryGetProperty("named", out var places)
        ? [.. places.EnumerateArray().Select(place => (place[0].GetString()!, place[1].GetInt32()))]
        : [];
}
