using Mono.Cecil;
using Sheaf.Arxiv;
using Sheaf.Commands;
using Sheaf.Replica;

namespace Sheaf.Tests.Architecture;

/// <summary>
/// Holds the lines between the rooms of the house: what each may know. It looks at what the compiler made, where a qualified name counts as
/// much as a using. A room is a namespace with those inside it that have no place of their own; the program's root (exit codes, bad input)
/// is open to all.
/// </summary>
public sealed class ArrowsPointOneWay
{
    /// <summary>
    /// Room, and the rooms it may use beside itself, from the ground up. A room that is not here fails the test: it must be given its place
    /// first.
    /// </summary>
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Sheaf.Arxiv.Identifiers"] = [],
        ["Sheaf.Arxiv.Tex"] = [],
        ["Sheaf.Arxiv.Eprints"] = ["Sheaf.Arxiv.Identifiers", "Sheaf.Arxiv.Tex"],
        ["Sheaf.Arxiv.Politeness"] = ["Sheaf.Arxiv", "Sheaf.Arxiv.Identifiers", "Sheaf.Arxiv.Eprints"],
        ["Sheaf.Arxiv.Http"] = ["Sheaf.Arxiv", "Sheaf.Arxiv.Eprints", "Sheaf.Arxiv.Politeness"],
        ["Sheaf.Arxiv.Atom"] = [.. Base, "Sheaf.Arxiv.Http"],
        ["Sheaf.Arxiv.Oai"] = [.. Base, "Sheaf.Arxiv.Http"],
        ["Sheaf.Arxiv.AbstractPages"] = [.. Base, "Sheaf.Arxiv.Tex", "Sheaf.Arxiv.Http"],
        ["Sheaf.Arxiv.Snapshots"] = ["Sheaf.Arxiv", "Sheaf.Arxiv.Identifiers", "Sheaf.Arxiv.Eprints", "Sheaf.Arxiv.Tex", "Sheaf.Arxiv.Oai"],
        ["Sheaf.Arxiv"] = [.. Base, "Sheaf.Arxiv.Atom", "Sheaf.Arxiv.Oai", "Sheaf.Arxiv.AbstractPages"],

        ["Sheaf.Text"] = [.. Library],
        ["Sheaf.Languages"] = [],
        ["Sheaf.Names"] = [.. Library, "Sheaf.Text", "Sheaf.Markdown", "Sheaf.Languages"],
        ["Sheaf.Markdown"] = [.. Library, "Sheaf.Text"],
        ["Sheaf.Files"] = ["Sheaf.Text"],
        ["Sheaf.Manual"] = [],
        ["Sheaf.Programs"] = [.. Library, "Sheaf.Text"],
        ["Sheaf.Settings"] = [.. Ground, "Sheaf.Programs"],
        ["Sheaf.Store"] = [.. Ground],
        ["Sheaf.Lists"] = [.. Ground, "Sheaf.Lists.Import"],
        ["Sheaf.Lists.Import"] = [.. Ground, "Sheaf.Lists"],
        ["Sheaf.Editing"] = [.. Ground, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Lists"],
        ["Sheaf.Ballots"] = [.. Ground, "Sheaf.Settings"],
        ["Sheaf.Signals"] = [.. Ground, "Sheaf.Settings", "Sheaf.Store"],
        ["Sheaf.Harvesting"] = [.. Ground, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Lists"],
        ["Sheaf.Sweeping"] = [.. Ground, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Harvesting"],
        ["Sheaf.Importing"] = [.. Ground, "Sheaf.Store"],
        ["Sheaf.Searching"] = [.. Ground, "Sheaf.Store", "Sheaf.Checking.Titles"],
        ["Sheaf.Ranking"] = [.. Ground, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Lists", "Sheaf.Lists.Import"],
        ["Sheaf.Drafts.Model"] = [.. Ground],
        ["Sheaf.Drafts.Sentences"] = [.. Ground],
        ["Sheaf.Drafts.Styles"] = [.. Ground, "Sheaf.Settings", "Sheaf.Formulas", "Sheaf.Drafts.Model", "Sheaf.Drafts.Formats"],
        ["Sheaf.Formulas"] = [.. Ground],
        ["Sheaf.Drafts.Formats"] = [.. Ground, "Sheaf.Formulas", "Sheaf.Drafts.Model"],
        ["Sheaf.Drafts.Merging"] = [.. Ground, "Sheaf.Lists", "Sheaf.Drafts.Model"],
        ["Sheaf.Drafts.Edited"] = [.. Ground, "Sheaf.Formulas", "Sheaf.Drafts.Model", "Sheaf.Drafts.Formats", "Sheaf.Drafts.Merging"],
        ["Sheaf.Drafts.Texts"] = [.. Ground, "Sheaf.Drafts.Merging"],
        ["Sheaf.Drafts"] = [.. Ground, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Lists", "Sheaf.Harvesting", "Sheaf.Ranking", .. DraftRooms],
        ["Sheaf.Checking.Titles"] = [.. Ground],
        ["Sheaf.Checking"] =
        [
            .. Ground, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Lists", "Sheaf.Lists.Import", "Sheaf.Editing", "Sheaf.Harvesting",
            "Sheaf.Searching", "Sheaf.Drafts", "Sheaf.Drafts.Model", "Sheaf.Drafts.Merging", "Sheaf.Checking.Titles",
        ],
        ["Sheaf.Publishing"] =
        [
            .. Ground, "Sheaf.Programs", "Sheaf.Settings", "Sheaf.Store", "Sheaf.Lists", "Sheaf.Lists.Import", "Sheaf.Drafts",
            "Sheaf.Drafts.Model", "Sheaf.Drafts.Formats", "Sheaf.Drafts.Merging", "Sheaf.Drafts.Edited", "Sheaf.Checking",
        ],
        ["Sheaf.Service"] =
        [
            .. Ground, "Sheaf.Programs", "Sheaf.Settings", "Sheaf.Store", "Sheaf.Signals", "Sheaf.Lists", "Sheaf.Editing",
            "Sheaf.Harvesting", "Sheaf.Sweeping", "Sheaf.Drafts", .. DraftRooms, "Sheaf.Checking",
        ],
        ["Sheaf.Answers"] =
        [
            .. Ground, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Signals", "Sheaf.Lists", "Sheaf.Lists.Import", "Sheaf.Editing",
            "Sheaf.Harvesting", "Sheaf.Sweeping", "Sheaf.Searching", "Sheaf.Ranking", "Sheaf.Drafts", "Sheaf.Drafts.Model",
            "Sheaf.Drafts.Merging", "Sheaf.Checking", "Sheaf.Checking.Titles", "Sheaf.Publishing",
        ],
        ["Sheaf.Desk"] =
        [
            .. Ground, "Sheaf.Manual", "Sheaf.Settings", "Sheaf.Store", "Sheaf.Signals", "Sheaf.Lists", "Sheaf.Lists.Import",
            "Sheaf.Formulas", "Sheaf.Editing", "Sheaf.Ballots", "Sheaf.Harvesting", "Sheaf.Sweeping", "Sheaf.Searching", "Sheaf.Ranking",
            "Sheaf.Drafts", .. DraftRooms, "Sheaf.Checking", "Sheaf.Publishing", "Sheaf.Service", "Sheaf.Answers",
        ],
        ["Sheaf.Demo"] =
        [
            .. Ground, "Sheaf.Settings", "Sheaf.Store", "Sheaf.Lists", "Sheaf.Harvesting", "Sheaf.Sweeping", "Sheaf.Drafts",
            "Sheaf.Drafts.Model", "Sheaf.Ranking", "Sheaf.Replica",
        ],
        ["Sheaf.Commands"] =
        [
            .. Ground, "Sheaf.Manual", "Sheaf.Programs", "Sheaf.Settings", "Sheaf.Store", "Sheaf.Signals", "Sheaf.Lists",
            "Sheaf.Lists.Import",
            "Sheaf.Editing", "Sheaf.Harvesting", "Sheaf.Sweeping", "Sheaf.Importing", "Sheaf.Searching", "Sheaf.Ranking",
            "Sheaf.Drafts", .. DraftRooms, "Sheaf.Checking", "Sheaf.Checking.Titles", "Sheaf.Publishing", "Sheaf.Service", "Sheaf.Answers",
            "Sheaf.Desk", "Sheaf.Demo",
        ],
    };

    private static string[] Base => ["Sheaf.Arxiv", "Sheaf.Arxiv.Identifiers", "Sheaf.Arxiv.Eprints", "Sheaf.Arxiv.Politeness"];

    private static string[] Library =>
        [.. Base, "Sheaf.Arxiv.Tex", "Sheaf.Arxiv.Atom", "Sheaf.Arxiv.Oai", "Sheaf.Arxiv.AbstractPages", "Sheaf.Arxiv.Snapshots"];

    private static string[] Ground => [.. Library, "Sheaf.Text", "Sheaf.Languages", "Sheaf.Names", "Sheaf.Markdown", "Sheaf.Files"];

    private static string[] DraftRooms =>
        [
            "Sheaf.Drafts.Model", "Sheaf.Drafts.Sentences", "Sheaf.Drafts.Styles", "Sheaf.Drafts.Formats", "Sheaf.Drafts.Merging",
            "Sheaf.Drafts.Edited", "Sheaf.Drafts.Texts",
        ];

    [Fact]
    public void Each_room_knows_only_those_below_it() => Assert.Empty(
        from type in Types(typeof(ArxivServices)).Concat(Types(typeof(SheafCommand)))
        let room = RoomOf(type.Namespace)
        where room != "Sheaf"
        from known in CompiledReferences.Of(type).Where(name => name.StartsWith("Sheaf.", StringComparison.Ordinal)).Select(RoomOf)
            .Distinct()
        where known != room && known != "Sheaf" && !May[room].Contains(known)
        select $"{room}: {type.Name} knows {known}");

    [Fact]
    public void The_replica_and_the_arxiv_library_share_nothing()
    {
        Assert.DoesNotContain(Types(typeof(ReplicaServer)).SelectMany(CompiledReferences.Of), IsIn("Sheaf.Arxiv"));
        Assert.DoesNotContain(Types(typeof(ArxivServices)).SelectMany(CompiledReferences.Of), IsIn("Sheaf.Replica"));
    }

    [Theory]
    [InlineData("AngleSharp", "Sheaf.Arxiv.AbstractPages", "Sheaf.Drafts.Edited", "Sheaf.Lists.Import")]
    [InlineData("Ganss.Xss", "Sheaf.Drafts.Edited")]
    [InlineData("Jint", "Sheaf.Formulas")]
    [InlineData("Markdig", "Sheaf.Drafts.Edited", "Sheaf.Drafts.Formats")]
    [InlineData("YamlDotNet", "Sheaf.Publishing")]
    [InlineData("MimeKit", "Sheaf.Lists.Import")]
    [InlineData("DiffPlex", "Sheaf.Drafts.Texts")]
    [InlineData("Microsoft.Data.Sqlite", "Sheaf.Store")]
    [InlineData("DotLiquid", "Sheaf.Drafts.Styles")]
    [InlineData("Spectre.Console", "Sheaf.Commands")]
    [InlineData("System.CommandLine", "Sheaf.Commands")]
    [InlineData("Quartz", "Sheaf.Service", "Sheaf.Settings")]
    public void A_library_is_used_where_it_belongs(string library, params string[] rooms) => Assert.Equal(
        rooms,
        Types(typeof(ArxivServices)).Concat(Types(typeof(SheafCommand)))
            .Where(type => CompiledReferences.Of(type).Any(name => IsIn(library)(name))).Select(type => RoomOf(type.Namespace)).Distinct()
            .Order(StringComparer.Ordinal));

    private static List<TypeDefinition> Types(Type one)
    {
        // Instructions are read when they are asked for, so the assembly stays open, in memory.
        var assembly = AssemblyDefinition.ReadAssembly(one.Assembly.Location, new ReaderParameters { InMemory = true });
        return [.. assembly.MainModule.Types.Where(type => type.Namespace.StartsWith("Sheaf", StringComparison.Ordinal))];
    }

    private static Predicate<string> IsIn(string name) => other => other == name || other.StartsWith($"{name}.", StringComparison.Ordinal);

    /// <summary>The nearest namespace around that has a place.</summary>
    private static string RoomOf(string name) =>
        name is "Sheaf" or "Sheaf.Replica" || May.ContainsKey(name) ? name
        : name.LastIndexOf('.') is > 0 and var dot ? RoomOf(name[..dot])
        : throw new InvalidOperationException($"{name} has no place yet.");
}
