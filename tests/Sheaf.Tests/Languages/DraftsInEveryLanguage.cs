using System.Text.Json;
using System.Text.Json.Nodes;
using Sheaf.Languages;
using Sheaf.Settings;
using Sheaf.Tests.Checking;

namespace Sheaf.Tests.Languages;

/// <summary>
/// A month in each language, through the program: written, checked, edited, drafted again, switched to another language, published and read
/// as a past issue. Titles and names have in them the words that part titles and names.
/// </summary>
public sealed class DraftsInEveryLanguage
{
    private const string List =
        "- 2404.00001\n- 2404.00002\n- 2404.00003 ★ #gears — A note of the list.\n- 2404.00004\n- 2008.00005\n";

    private static readonly string[] Leftovers = ["suggested-note-left", "placeholder-left", "no-words"];

    public static TheoryData<string> Codes => [.. DraftLanguages.All.Select(language => language.Code)];

    public static TheoryData<string, string> CodesAndStyles =>
        new(DraftLanguages.All.SelectMany(language => StyleName.All.Select(style => (language.Code, style))));

    public static TheoryData<string, string> Switches => new(
        DraftLanguages.All.Zip(DraftLanguages.All.Skip(1).Append(DraftLanguages.English), (from, to) => (from.Code, to.Code)));

    [Theory]
    [InlineData("en", "by von Neumann and Specimen (1 Apr)", "by Li and Agüera y Arcas (2 Apr)", "by One, Two, Three, et al. (3 Aug 2020)")]
    [InlineData(
        "de", "von von Neumann und Specimen (1. Apr.)", "von Li und Agüera y Arcas (2. Apr.)", "von One, Two, Three et al. (3. Aug. 2020)")]
    [InlineData(
        "fr", "par von Neumann et Specimen (1er avr.)", "par Li et Agüera y Arcas (2 avr.)", "par One, Two, Three et al. (3 août 2020)")]
    [InlineData("es", "por von Neumann y Specimen (1 abr)", "por Li y Agüera y Arcas (2 abr)", "por One, Two, Three et al. (3 ago 2020)")]
    [InlineData("zh", "作者：von Neumann 和 Specimen (4月1日)", "作者：Li 和 Agüera y Arcas (4月2日)", "作者：One、Two、Three 等 (2020年8月3日)")]
    [InlineData("ja", "著者：von Neumann、Specimen (4月1日)", "著者：Li、Agüera y Arcas (4月2日)", "著者：One、Two、Three ほか (2020年8月3日)")]
    public async Task Entries_have_one_shape(string code, string first, string second, string old)
    {
        await using var bench = await DraftedAsync(code);

        var lines = bench.Read("drafts", "2024-04.md").Split('\n');

        Assert.Contains($"* Learning by Doing in von Neumann Algebras {first}, https://arxiv.org/abs/2404.00001", lines);
        Assert.Contains($"* Grinding Gears and von Specimen {second}, https://arxiv.org/abs/2404.00002", lines);
        Assert.Contains($"* An Old Paper {old}, https://arxiv.org/abs/2008.00005", lines);
    }

    [Theory]
    [MemberData(nameof(CodesAndStyles))]
    public async Task A_draft_that_nobody_touched_has_no_mistakes(string code, string style)
    {
        await using var bench = await DraftedAsync(code, "--style", style);

        Assert.Empty(await MistakesAsync(bench));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_wrong_day_name_and_count_are_found(string code)
    {
        await using var bench = await DraftedAsync(code);
        var days = DraftLanguages.Find(code)!.Days;
        var many = DraftLanguages.Find(code)!.Figures.Many;
        await EditAsync(
            bench,
            (DraftLanguage.With(many, 5), DraftLanguage.With(many, 9)),
            ($"({days.ShortOn(new(2024, 4, 2))})", $"({days.ShortOn(new(2024, 4, 9))})"),
            ("Ibarra", "Stranger"));

        Assert.Equal(
            ["author-mismatch 2404.00004", "count-mismatch ", "date-mismatch 2404.00002"],
            (await MistakesAsync(bench)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_draft_made_again_is_the_same_and_keeps_what_was_edited(string code)
    {
        await using var bench = await DraftedAsync(code);
        var untouched = bench.Read("drafts", "2024-04.md");
        await DraftAsync(bench, code);
        var again = bench.Read("drafts", "2024-04.md");
        await EditAsync(bench, ("An Old Paper", "An Old and Good Paper"));
        bench.List("2024-04.md", List + "- 2404.00006\n");
        await bench.RunAsync("harvest");

        await DraftAsync(bench, code);

        var merged = bench.Read("drafts", "2024-04.md");
        Assert.Equal(untouched, again);
        Assert.Contains("* An Old and Good Paper ", merged, StringComparison.Ordinal);
        Assert.Contains("* A Latecomer ", merged, StringComparison.Ordinal);
        Assert.DoesNotContain("An Old Paper", merged, StringComparison.Ordinal);
        Assert.Contains(DraftLanguage.With(DraftLanguages.Find(code)!.Figures.Many, 6), merged, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Switches))]
    public async Task In_another_language_every_word_of_the_editors_stays(string from, string to)
    {
        await using var bench = await DraftedAsync(from);
        var (before, after) = (DraftLanguages.Find(from)!.Headings, DraftLanguages.Find(to)!.Headings);
        await EditAsync(
            bench,
            ("* Learning by", "My own paragraph.\n\n* Learning by"),
            ("* An Old Paper", "* An Old and Good Paper"),
            ($"## {before.InDepth}", $"## My section\n\nMy words on it.\n\n## {before.InDepth}"));

        await DraftAsync(bench, to);

        var switched = bench.Read("drafts", "2024-04.md");
        string[] mine = ["My own paragraph.", "An Old and Good Paper", "## My section", "My words on it."];
        Assert.All(mine, words => Assert.Equal(2, switched.Split(words).Length));
        Assert.All(
            (string[])["2404.00001", "2404.00002", "2404.00004", "2008.00005"],
            id => Assert.Single(switched.Split('\n'), line => line.StartsWith("* ", StringComparison.Ordinal) && line.EndsWith(id)));
        Assert.Equal(
            ["## My section", $"## {after.InDepth}", $"## {after.Papers}"],
            switched.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.Equal(["title-changed 2008.00005"], await MistakesAsync(bench));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task A_published_issue_is_covered_and_what_it_lacks_is_late(string code)
    {
        await using var bench = await DraftedAsync(code);
        var language = DraftLanguages.Find(code)!;
        Directory.CreateDirectory(bench.PathOf("published"));
        File.Copy(bench.PathOf("drafts", "2024-04.md"), bench.PathOf("published", "2024-04.md"));
        File.AppendAllText(
            bench.PathOf("published", "2024-04.md"),
            $"\n## {language.Headings.MayHaveMissed}\n\n* A Latecomer (x), https://arxiv.org/abs/2404.00006\n");
        bench.List("2024-04.md", List + "- 2404.00006\n");
        bench.List("2024-05.md", "- 2405.00007\n- 2404.00002\n- 2404.00003\n");
        await bench.RunAsync("harvest");

        await bench.RunAsync("draft", "2024-05", "--set", $"Draft:Language={code}");
        var found = await CheckRunner.RunAsync(bench, "2024-05");

        var next = bench.Read("drafts", "2024-05.md");
        Assert.Equal(
            ["2404.00002", "2404.00003"],
            found.Findings.Where(finding => finding is { Code: "already-covered", File: var file } && file.Contains("curated"))
                .Select(finding => finding.Id));
        Assert.Equal(
            "A Latecomer",
            Assert.Single(next.Split($"## {language.Headings.LateArrivals}\n")[1].Split('\n'), line => line.StartsWith("* ")) is var late
                ? late[2..13]
                : "");
    }

    [Theory]
    [MemberData(nameof(CodesAndStyles))]
    public async Task A_published_issue_is_read_as_a_list(string code, string style)
    {
        await using var bench = await DraftedAsync(code, "--style", style);
        var issue = bench.PathOf("issue.md");
        File.Copy(bench.PathOf("drafts", "2024-04.md"), issue);

        var ran = await bench.RunInAsync(bench.PathOf("other"), "add", "--from", issue, "--json");

        // The code of the paper in depth is told of, too.
        var papers = JsonElement.Parse(ran.Output).GetProperty("papers").EnumerateArray()
            .Where(paper => paper.GetProperty("outcome").GetString() != "not-arxiv").ToList();
        Assert.Equal(
            ["2008.00005", "2404.00001", "2404.00002", "2404.00003", "2404.00004"],
            papers.Select(paper => paper.GetProperty("id").GetString()).Distinct().Order());
        Assert.All(papers, paper => Assert.Contains(paper.GetProperty("outcome").GetString(), (string[])["added", "already-there"]));
        Assert.Equal(0, ran.Exit);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Pages_and_feeds_say_their_language(string code)
    {
        await using var bench = await DraftedAsync(code);

        var page = await bench.RunAsync(
            "draft", "2024-04", "--format", "html", "--output", "-", "--set", $"Draft:Language={code}");
        var feed = await bench.RunAsync(
            "draft", "2024-04", "--format", "atom", "--output", "-", "--set", $"Draft:Language={code}");

        Assert.Contains($"<html lang=\"{code}\">", page.Output, StringComparison.Ordinal);
        Assert.Contains($"<feed xml:lang=\"{code}\"", feed.Output, StringComparison.Ordinal);
        Assert.Equal(code == "en", !page.Output.Contains(" lang=\"en\">A", StringComparison.Ordinal));
        Assert.Equal(code != "en", !page.Output.Contains("Skip to the papers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_language_is_refused_with_those_there_are()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("draft", "2024-04", "--set", "Draft:Language=klingon");

        Assert.Equal(
            (2, "Draft:Language is 'klingon' (given with --set), which is not a language: en, de, fr, es, zh, ja."),
            (ran.Exit, ran.Error.Trim().Replace("sheaf: ", "", StringComparison.Ordinal)));
    }

    /// <summary>Code and identifier of what a check finds in the draft, without what is for the editor to write.</summary>
    private static async Task<IReadOnlyList<string>> MistakesAsync(Workbench bench) =>
    [
        .. (await CheckRunner.RunAsync(bench, "2024-04")).Findings
            .Where(finding => finding.File.Contains("drafts", StringComparison.Ordinal) && !Leftovers.Contains(finding.Code))
            .Select(finding => $"{finding.Code} {finding.Id}"),
    ];

    private static async Task<Workbench> DraftedAsync(string code, params string[] options)
    {
        var bench = await Workbench.StartAsync(Papers);
        bench.List("2024-04.md", List);
        await bench.RunAsync("harvest");
        Assert.Equal(0, (await bench.RunAsync(["draft", "2024-04", "--set", $"Draft:Language={code}", .. options])).Exit);
        return bench;
    }

    private static Task<CommandResult> DraftAsync(Workbench bench, string code) =>
        bench.RunAsync("draft", "2024-04", "--set", $"Draft:Language={code}");

    private static async Task EditAsync(Workbench bench, params (string Old, string New)[] edits)
    {
        var text = bench.Read("drafts", "2024-04.md");
        foreach (var (old, now) in edits)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, now, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(bench.PathOf("drafts", "2024-04.md"), text, TestContext.Current.CancellationToken);
    }

    private static IReadOnlyList<string> Papers =>
    [
        GearPapers.Paper("2404.00001", "Learning by Doing in von Neumann Algebras", 0, "John von Neumann", "Ada Specimen"),
        GearPapers.Paper("2404.00002", "Grinding Gears and von Specimen", 1, "Wei Li", "Blaise Agüera y Arcas"),
        GearPapers.Paper(
            "2404.00003", "A Paper in Depth", 2, ["Ada Specimen", "José van der Berg", "The WIDGET Collaboration"],
            ("latestVersion", 2), ("lastSubmitted", "2024-05-01T12:00:00Z"), ("comment", "Code: https://github.com/widgets/gears"),
            ("journalRef", "J. Gears 1"),
            ("versions", new JsonArray(
                new JsonObject { ["version"] = 1, ["submitted"] = "2024-04-03T12:00:00Z" },
                new JsonObject { ["version"] = 2, ["submitted"] = "2024-05-01T12:00:00Z" }))),
        GearPapers.Paper("2404.00004", "Another Title Out of Four", 3, "Bo Muster", "Eva Ibarra"),
        InventedPapers.One(
            "2008.00005", new DateTimeOffset(2020, 8, 3, 12, 0, 0, TimeSpan.Zero), ("title", "An Old Paper"),
            ("authors", new JsonArray([.. "A One,B Two,C Three,D Four,E Five".Split(',').Select(InventedPapers.Author)]))),
        GearPapers.Paper("2404.00006", "A Latecomer", 5, "Bo Muster"),
        InventedPapers.One("2405.00007", new DateTimeOffset(2024, 5, 3, 12, 0, 0, TimeSpan.Zero), ("title", "A Paper of May")),
    ];
}
