using System.Text.Json.Nodes;
using Sheaf.Answers;

namespace Sheaf.Tests.Commands;

/// <summary>From nothing to first suggestions.</summary>
public sealed class ANewWorkspace
{
    private const string Folder = "first";

    [Fact]
    public async Task Is_made_by_options_and_leads_to_suggestions_in_three_commands()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(60));
        var issue = bench.PathOf("march.txt");
        await File.WriteAllTextAsync(
            issue, "- 2404.00001 Read this\n- https://arxiv.org/abs/2404.00002\n", TestContext.Current.CancellationToken);

        var made = await InitAsync(bench, "--categories", "cs.CL, cs.LG", "--learn", issue);
        var swept = await bench.RunInAsync(bench.PathOf(Folder), "backfill", "--from", "2024-04", "--to", "2024-05", "--sweep");
        var suggested = await bench.RunInAsync(bench.PathOf(Folder), "suggest", "2024-04", "--json");

        Assert.Equal((0, 0, 0), (made.Exit, swept.Exit, suggested.Exit));
        Assert.Contains("2 papers to learn your taste from", made.Output, StringComparison.Ordinal);
        Assert.Matches("The first sweep is about [0-9,]+ papers in [0-9]+ requests? to arXiv, at least", made.Output);
        Assert.Contains("Next: sheaf backfill --from ", made.Output, StringComparison.Ordinal);
        Assert.Equal(
            "{\n  \"Contact\": \"new@example.org\",\n  \"Sweep\": {\n    \"Categories\": \"cs.CL, cs.LG\"\n  }\n}\n",
            bench.Read(Folder, "sheaf.json"));
        Assert.Equal(bench.Read("march.txt"), bench.Read(Folder, "published", "march.txt"));
        Assert.StartsWith("// ", File.ReadAllText(Directory.GetFiles(bench.PathOf(Folder, "curated")).Single()), StringComparison.Ordinal);
        Assert.True(JsonNode.Parse(suggested.Output)!["suggestions"]!.AsArray().Count > 0);
        Assert.Equal(58, JsonNode.Parse(suggested.Output)!["considered"]!.GetValue<int>());
    }

    [Fact]
    public async Task Asks_arxiv_for_nothing_by_itself_and_is_made_once()
    {
        await using var bench = await Workbench.StartAsync([]);
        await InitAsync(bench, "--categories", "cs.CL");
        var before = bench.Read(Folder, "sheaf.json");

        var again = await InitAsync(bench, "--categories", "math.NA");

        Assert.Empty(bench.Arxiv.Requests);
        Assert.Equal(2, again.Exit);
        Assert.Contains("There is a workspace already", again.Error, StringComparison.Ordinal);
        Assert.Equal(before, bench.Read(Folder, "sheaf.json"));
    }

    [Theory]
    [InlineData("cs.CL, cs.XX", "'cs.XX', the second of the categories")]
    [InlineData("tea", "'tea', the first of the categories")]
    [InlineData(" ", "No category is named")]
    public async Task A_category_that_is_none_is_named_with_its_place_and_nothing_is_written(string categories, string sentence)
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await InitAsync(bench, "--categories", categories);

        Assert.Equal(2, ran.Exit);
        Assert.Contains(sentence, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(bench.PathOf(Folder)));
    }

    [Fact]
    public async Task Where_nobody_can_answer_the_categories_must_be_given()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await InitAsync(bench);

        Assert.Equal(2, ran.Exit);
        Assert.Contains("--categories cs.CL,cs.LG", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing to see", "No paper on arXiv was found")]
    [InlineData(null, "cannot be read")]
    public async Task A_file_that_nothing_can_be_learnt_from_is_named_and_nothing_is_written(string? text, string sentence)
    {
        await using var bench = await Workbench.StartAsync([]);
        if (text is not null)
        {
            await File.WriteAllTextAsync(bench.PathOf("issue.txt"), text, TestContext.Current.CancellationToken);
        }

        var ran = await InitAsync(bench, "--categories", "cs.CL", "--learn", bench.PathOf("issue.txt"));

        Assert.Equal(2, ran.Exit);
        Assert.Contains(sentence, ran.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(bench.PathOf(Folder)));
    }

    [Fact]
    public async Task Categories_may_stand_one_after_the_other()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await InitAsync(bench, "--categories", "cs.CL", "cs.LG");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("\"Categories\": \"cs.CL, cs.LG\"", bench.Read(Folder, "sheaf.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_is_no_issue_and_it_is_said_how_to_name_its_files()
    {
        await using var bench = await Workbench.StartAsync([]);
        Directory.CreateDirectory(bench.PathOf("issues"));

        var ran = await InitAsync(bench, "--categories", "cs.CL", "--learn", bench.PathOf("issues"));

        Assert.Equal(2, ran.Exit);
        Assert.Contains(
            $"issues is a folder: name the files in it, as --learn {bench.PathOf("issues", "*")} does.", ran.Error,
            StringComparison.Ordinal);
        Assert.False(Directory.Exists(bench.PathOf(Folder)));
    }

    [Fact]
    public async Task Files_that_are_there_already_stay()
    {
        await using var bench = await Workbench.StartAsync([]);
        Directory.CreateDirectory(bench.PathOf(Folder, "published"));
        await File.WriteAllTextAsync(bench.PathOf(Folder, "published", "a.txt"), "mine", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(bench.PathOf("a.txt"), "- 2404.00001\n", TestContext.Current.CancellationToken);

        var ran = await InitAsync(bench, "--categories", "cs.CL", "--learn", bench.PathOf("a.txt"), "--json");

        Assert.Equal("mine", bench.Read(Folder, "published", "a.txt"));
        Assert.Equal("- 2404.00001\n", bench.Read(Folder, "published", "a-2.txt"));
        Assert.EndsWith("a-2.txt", JsonNode.Parse(ran.Output)!["learned"]![0]!["file"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_terminal_three_questions_are_asked_and_none_that_is_answered_by_an_option()
    {
        await using var bench = await Workbench.StartAsync([]);
        await File.WriteAllTextAsync(bench.PathOf("a.txt"), "- 2404.00001\n", TestContext.Current.CancellationToken);
        var said = new Queue<string>(["cs.CL cs.LG", bench.PathOf("a.txt"), "", "me@example.org"]);
        var asked = 0;

        var answers = InitAnswers.Collect(null, [], null, _ => said.Dequeue());
        InitAnswers.Collect("cs.CL", [bench.PathOf("a.txt")], "me@example.org", _ => $"{++asked}");

        Assert.Equal(("cs.CL, cs.LG", "me@example.org"), (answers.Categories, answers.Contact));
        Assert.Equal(("a.txt", 1), (answers.Issues.Single().Name, answers.Issues.Single().Papers));
        Assert.Equal(0, asked);
    }

    private static Task<CommandResult> InitAsync(Workbench bench, params string[] options) =>
        bench.RunInAsync(bench.PathOf(Folder), ["init", "--contact", "new@example.org", .. options]);
}
