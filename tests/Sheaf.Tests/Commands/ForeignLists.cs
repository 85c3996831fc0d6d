using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary>
/// Small lists of the shapes that people hand over, as files with what is right beside them: papers added, places named, exit code of
/// <c>add --from FILE --month 2024-04</c> over the files in turn.
/// </summary>
public sealed class ForeignLists
{
    private static readonly string OwnCases = Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Tests", "Lists", "Import", "Cases");

    public static TheoryData<string> Own =>
        [.. Directory.GetDirectories(OwnCases).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Own))]
    public async Task Each_is_added_as_it_should_be(string folder) =>
        Assert.Equal("", await DifferencesAsync(Path.Combine(OwnCases, folder)));

    [Fact]
    public async Task Those_of_public_bug_reports_are_added_as_they_should_be()
    {
        var folders = Directory.GetDirectories(ReferenceData.PathOf("cases")).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(folders);
        var differences = new List<string>();
        foreach (var folder in folders)
        {
            differences.Add(await DifferencesAsync(folder));
        }

        Assert.Equal("", string.Concat(differences));
    }

    private static async Task<string> DifferencesAsync(string folder)
    {
        await using var bench = await Workbench.StartAsync([]);
        var expected = JsonElement.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        var (exit, outcomes) = (0, new List<Outcome>());
        foreach (var file in Texts(expected, "files"))
        {
            var ran = await bench.RunAsync("add", "--json", "--from", Path.Combine(folder, file), "--month", "2024-04");
            exit = Math.Max(exit, ran.Exit);
            var papers = ran.Exit is 0 or 1 ? JsonElement.Parse(ran.Output).GetProperty("papers").EnumerateArray() : [];
            outcomes.AddRange(papers.Select(paper => new Outcome(
                file, paper.GetProperty("id").GetString(), paper.GetProperty("outcome").GetString()!,
                paper.GetProperty("sourceLine").GetInt32())));
        }

        var added = outcomes.Where(one => one.Name is "added" or "already-there").Select(one => one.Id!).Distinct()
            .Order(StringComparer.Ordinal);
        var named = outcomes.Where(one => one.Name is not ("added" or "already-there")).Select(one => $"{one.File}:{one.Line}").ToHashSet();
        var mentions = outcomes.Where(one => one.Name == "mention").Select(one => one.Id!).ToHashSet();
        return string.Concat(
            Difference("added", Texts(expected, "added").Order(StringComparer.Ordinal), added),
            Difference("not named", [], Places(expected, "named").Where(place => !named.Contains(place))),
            Difference("named, too", [], Places(expected, "unnamed").Where(named.Contains)),
            Difference("no mentions", [], Texts(expected, "mentions").Where(id => !mentions.Contains(id))),
            Difference("exit", [$"{expected.GetProperty("exit").GetInt32()}"], [$"{exit}"]));

        string Difference(string what, IEnumerable<string> right, IEnumerable<string> actual) => right.SequenceEqual(actual)
            ? ""
            : $"{Path.GetFileName(folder)}: {what} {string.Join(' ', actual)}, not {string.Join(' ', right)}\n";
    }

    private static List<string> Texts(JsonElement expected, string key) =>
        expected.TryGetProperty(key, out var list) ? [.. list.EnumerateArray().Select(one => one.GetString()!)] : [];

    private static IEnumerable<string> Places(JsonElement expected, string key) =>
        expected.TryGetProperty(key, out var list)
            ? list.EnumerateArray().Select(place => $"{place[0].GetString()}:{place[1].GetInt32()}")
            : [];

    private sealed record Outcome(string File, string? Id, string Name, int Line);
}
