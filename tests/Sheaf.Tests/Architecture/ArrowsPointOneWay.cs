using System.Text.RegularExpressions;

namespace Sheaf.Tests.Architecture;

/// <summary>Holds the lines between the rooms of the house: what each may know. The program's own root (exit codes, atomic files) is open to all its rooms.</summary>
public sealed partial class ArrowsPointOneWay
{
    private static readonly string Source = Path.Combine(ReferenceData.Checkout, "src");

    /// <summary>Room, and the rooms it may use beside itself. A room that is not here fails the test: it must be given its place first.</summary>
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Sheaf.Arxiv"] = ["Sheaf.Arxiv.Identifiers", "Sheaf.Arxiv.Eprints", "Sheaf.Arxiv.Politeness", "Sheaf.Arxiv.Atom", "Sheaf.Arxiv.Oai", "Sheaf.Arxiv.AbstractPages"],
        ["Sheaf.Arxiv.Identifiers"] = [],
        ["Sheaf.Arxiv.Eprints"] = ["Sheaf.Arxiv.Identifiers"],
        ["Sheaf.Arxiv.Politeness"] = ["Sheaf.Arxiv", "Sheaf.Arxiv.Identifiers", "Sheaf.Arxiv.Eprints"],
        ["Sheaf.Arxiv.Answers"] = ["Sheaf.Arxiv", "Sheaf.Arxiv.Eprints", "Sheaf.Arxiv.Politeness"],
        ["Sheaf.Arxiv.Atom"] = ["Sheaf.Arxiv", "Sheaf.Arxiv.Identifiers", "Sheaf.Arxiv.Eprints", "Sheaf.Arxiv.Politeness", "Sheaf.Arxiv.Answers"],
        ["Sheaf.Arxiv.Oai"] = ["Sheaf.Arxiv", "Sheaf.Arxiv.Identifiers", "Sheaf.Arxiv.Eprints", "Sheaf.Arxiv.Politeness", "Sheaf.Arxiv.Answers"],
        ["Sheaf.Arxiv.AbstractPages"] = ["Sheaf.Arxiv", "Sheaf.Arxiv.Identifiers", "Sheaf.Arxiv.Eprints", "Sheaf.Arxiv.Politeness"],
        ["Sheaf.Arxiv.Snapshots"] = ["Sheaf.Arxiv", "Sheaf.Arxiv.Identifiers", "Sheaf.Arxiv.Eprints", "Sheaf.Arxiv.Oai"],
        ["Sheaf.Settings"] = [.. Library],
        ["Sheaf.Store"] = [.. Library],
        ["Sheaf.Files"] = [],
        ["Sheaf.Curation"] = [.. Library, "Sheaf.Files"],
        ["Sheaf.Editing"] = [.. Library, "Sheaf.Files", "Sheaf.Settings", "Sheaf.Store", "Sheaf.Curation"],
        ["Sheaf.Curation.Readers"] = [.. Library, "Sheaf.Curation"],
        ["Sheaf.Curation.Published"] = [.. Library, "Sheaf.Curation", "Sheaf.Curation.Readers", "Sheaf.Drafts.Model"],
        ["Sheaf.Harvesting"] = [.. Library, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Curation", "Sheaf.Curation.Published"],
        ["Sheaf.Sweeping"] = [.. Library, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Harvesting"],
        ["Sheaf.Importing"] = [.. Library, "Sheaf.Store"],
        ["Sheaf.Searching"] = [.. Library, "Sheaf.Store", "Sheaf.Drafts.Text"],
        ["Sheaf.Drafts.Model"] = [.. Library],
        ["Sheaf.Drafts.Text"] = [.. Library],
        ["Sheaf.Drafts.Sentences"] = [.. Library, "Sheaf.Drafts.Text"],
        ["Sheaf.Drafts.Styles"] = [.. Library, "Sheaf.Settings", "Sheaf.Drafts.Model", "Sheaf.Drafts.Text"],
        ["Sheaf.Drafts.Formats"] = [.. Library, "Sheaf.Drafts.Model", "Sheaf.Drafts.Text"],
        ["Sheaf.Drafts.Merging"] = [.. Library, "Sheaf.Curation", "Sheaf.Drafts.Model"],
        ["Sheaf.Drafts"] = [.. Library, "Sheaf.Files", "Sheaf.Settings", "Sheaf.Store", "Sheaf.Curation", "Sheaf.Curation.Published", "Sheaf.Harvesting", "Sheaf.Suggesting", .. DraftRooms],
        ["Sheaf.Taste"] = [.. Library],
        ["Sheaf.Suggesting"] = [.. Library, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Curation", "Sheaf.Curation.Published", "Sheaf.Curation.Readers", "Sheaf.Taste"],
        ["Sheaf.Checking.Titles"] = [.. Library],
        ["Sheaf.Checking"] =
        [
            .. Library, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Curation", "Sheaf.Curation.Published", "Sheaf.Curation.Readers", "Sheaf.Harvesting", "Sheaf.Drafts", "Sheaf.Drafts.Merging",
            "Sheaf.Drafts.Model", "Sheaf.Drafts.Text", "Sheaf.Checking.Titles", "Sheaf.Files", "Sheaf.Editing",
        ],
        ["Sheaf.Notices"] = [.. Library, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Harvesting", "Sheaf.Sweeping", "Sheaf.Drafts", .. DraftRooms],
        ["Sheaf.Schedule"] = [.. Library, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Curation", "Sheaf.Harvesting", "Sheaf.Sweeping", "Sheaf.Drafts", "Sheaf.Notices"],
        ["Sheaf.Demo"] = [.. Library, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Curation", "Sheaf.Harvesting", "Sheaf.Sweeping", "Sheaf.Drafts", "Sheaf.Drafts.Model", "Sheaf.Replica"],
        ["Sheaf.Commands"] =
        [
            .. Library, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Curation", "Sheaf.Curation.Published", "Sheaf.Curation.Readers", "Sheaf.Harvesting", "Sheaf.Sweeping", "Sheaf.Drafts", "Sheaf.Checking",
            .. DraftRooms, "Sheaf.Checking.Titles", "Sheaf.Notices", "Sheaf.Schedule", "Sheaf.Demo", "Sheaf.Taste", "Sheaf.Suggesting", "Sheaf.Importing", "Sheaf.Searching",
            "Sheaf.Files", "Sheaf.Editing",
        ],
    };

    private static string[] DraftRooms => ["Sheaf.Drafts.Model", "Sheaf.Drafts.Text", "Sheaf.Drafts.Sentences", "Sheaf.Drafts.Styles", "Sheaf.Drafts.Formats", "Sheaf.Drafts.Merging"];

    private static string[] Library =>
    [
        "Sheaf.Arxiv", "Sheaf.Arxiv.Identifiers", "Sheaf.Arxiv.Eprints", "Sheaf.Arxiv.Politeness", "Sheaf.Arxiv.Atom", "Sheaf.Arxiv.Oai", "Sheaf.Arxiv.AbstractPages",
        "Sheaf.Arxiv.Snapshots",
    ];

    [Fact]
    public void Each_room_knows_only_those_below_it()
    {
        var wrong = Files("Sheaf.Arxiv").Concat(Files("Sheaf"))
            .Where(file => RoomOf(file) != "Sheaf")
            .SelectMany(file => Mentioned(file).Where(room => !Allowed(RoomOf(file), room)).Select(room => $"{Path.GetRelativePath(Source, file)} knows {room}"))
            .ToList();

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_replica_and_the_arxiv_library_share_nothing()
    {
        Assert.DoesNotContain(Files("Sheaf.Replica"), file => Foreign(file, "Sheaf.Arxiv"));
        Assert.DoesNotContain(Files("Sheaf.Arxiv"), file => Foreign(file, "Sheaf.Replica"));
        Assert.DoesNotContain("ProjectReference", File.ReadAllText(Path.Combine(Source, "Sheaf.Replica", "Sheaf.Replica.csproj")), StringComparison.Ordinal);
        Assert.DoesNotContain("ProjectReference", File.ReadAllText(Path.Combine(Source, "Sheaf.Arxiv", "Sheaf.Arxiv.csproj")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AngleSharp", "Sheaf.Arxiv.AbstractPages", "Sheaf.Curation.Readers")]
    [InlineData("Markdig", "Sheaf.Drafts.Formats")]
    [InlineData("MimeKit", "Sheaf.Curation.Readers")]
    [InlineData("DiffPlex", "Sheaf.Commands")]
    [InlineData("Microsoft.Data.Sqlite", "Sheaf.Store")]
    [InlineData("DotLiquid", "Sheaf.Drafts.Styles")]
    [InlineData("Spectre.Console", "Sheaf.Commands")]
    [InlineData("System.CommandLine", "Sheaf.Commands")]
    public void A_library_is_used_where_it_belongs(string library, params string[] rooms)
    {
        var users = Files("Sheaf.Arxiv").Concat(Files("Sheaf")).Where(file => Foreign(file, library)).Select(RoomOf).Distinct();

        Assert.Equal(rooms, users);
    }

    private static bool Foreign(string file, string name) => Regex.IsMatch(File.ReadAllText(file), $@"^using {Regex.Escape(name)}\b", RegexOptions.Multiline);

    private static bool Allowed(string room, string mentioned) =>
        mentioned == room || (May.TryGetValue(room, out var rooms) ? rooms.Contains(mentioned) : throw new InvalidOperationException($"{room} has no place yet."));

    private static IEnumerable<string> Mentioned(string file) => Rooms().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
        .Where(name => May.ContainsKey(name) || name == "Sheaf.Replica").Distinct();

    private static string RoomOf(string file) => Path.GetRelativePath(Source, Path.GetDirectoryName(file)!).Replace(Path.DirectorySeparatorChar, '.');

    private static IEnumerable<string> Files(string project) =>
        Directory.EnumerateFiles(Path.Combine(Source, project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Source, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    [GeneratedRegex(@"^using (?:static )?(Sheaf(?:\.[A-Z]\w*)*)", RegexOptions.Multiline)]
    private static partial Regex Rooms();
}
