using System.Text.Json;
using Sheaf.Tests.Checking;

namespace Sheaf.Tests.Commands;

/// <summary>Title, introduction, sentences and sections as an editor's settings have them.</summary>
public sealed class TheEditorsOwnFace
{
    private const string Introduction = "Draft:Introduction=Hello from {{ month_name }}, with {{ count }} papers.";

    [Fact]
    public async Task A_title_is_the_same_text_in_every_format_whatever_is_in_it()
    {
        await using var bench = await DraftedAsync();
        const string Title = "Draft:Title=<b>Gears</b> *of*\n# {{ month_name }} {{ year }} & @misc{x,";
        const string Shown = "<b>Gears</b> *of* # April 2024 & @misc{x,";

        var (markdown, html, json, bibtex, atom) = (
            await PrintAsync(bench, "markdown", Title), await PrintAsync(bench, "html", Title), await PrintAsync(bench, "json", Title),
            await PrintAsync(bench, "bibtex", Title), await PrintAsync(bench, "atom", Title));

        Assert.StartsWith("# \\<b>Gears\\</b> \\*of\\* # April 2024 & @misc{x,\n", markdown, StringComparison.Ordinal);
        Assert.Contains("<h1>&lt;b&gt;Gears&lt;/b&gt; *of* # April 2024 &amp; @misc{x,</h1>", html, StringComparison.Ordinal);
        Assert.Equal(Shown, JsonElement.Parse(json).GetProperty("title").GetString());
        Assert.StartsWith("% <b>Gears</b> *of* # April 2024 & (at)misc{x,\n\n@misc{", bibtex, StringComparison.Ordinal);
        Assert.Contains("<title>&lt;b&gt;Gears&lt;/b&gt; *of* # April 2024 &amp; @misc{x,</title>", atom, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gears #", "# Gears \\#\n")]
    [InlineData("Gears in C#", "# Gears in C#\n")]
    [InlineData("##", "# \\##\n")]
    public async Task A_title_keeps_its_signs(string title, string heading)
    {
        await using var bench = await DraftedAsync();

        Assert.StartsWith(heading, await PrintAsync(bench, "markdown", $"Draft:Title={title}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_title_of_the_contract_is_the_one_without_a_setting()
    {
        await using var bench = await DraftedAsync();

        Assert.Equal(
            await PrintAsync(bench, "markdown"),
            await PrintAsync(bench, "markdown", "Draft:Title=Notable arXiv papers, {{ month_name }} {{ year }}"));
    }

    [Theory]
    [InlineData(
        "Draft:Title={{ month_nam }}",
        "Draft:Title: There is no field month_nam; the nearest is month_name, and sheaf help templates")]
    [InlineData("Draft:Title={% if count %}", "Draft:Title: ")]
    [InlineData("Draft:Title={{ late_arrivals.first }}", "Draft:Title prints nothing for 2024-04: a draft needs a title.")]
    [InlineData("Draft:Title={% for i in (1..400) %}x{% endfor %}", "Draft:Title prints 400 characters for 2024-04")]
    [InlineData("Draft:Title={% for i in (1..90000000) %}x{% endfor %}", "Draft:Title: The template does not come to an end")]
    [InlineData("Draft:Introduction=One.\n\n{{ paper.title }}", "Draft:Introduction, line 3: There is no field paper.title")]
    [InlineData("Draft:Introduction=<!-- hidden", "Draft:Introduction leaves code or a comment open")]
    [InlineData("Draft:Introduction=```\ncode", "Draft:Introduction leaves code or a comment open")]
    [InlineData("Draft:Sentences=perhaps", "Draft:Sentences is 'perhaps' (given with --set), which is not true or false.")]
    [InlineData("Export:KeyStyle=mine", "Export:KeyStyle is 'mine' (given with --set), which is not a style of keys: person or arxiv.")]
    public async Task What_cannot_be_used_is_one_sentence(string setting, string sentence)
    {
        await using var bench = await DraftedAsync();
        var before = bench.Read("drafts", "2024-04.md");

        var ran = await bench.RunAsync("draft", "2024-04", "--set", setting);

        Assert.Equal(2, ran.Exit);
        Assert.Contains(sentence, ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task A_setting_that_is_no_Liquid_is_found_by_the_doctor()
    {
        await using var bench = await DraftedAsync();

        var ran = await bench.RunAsync("doctor", "--set", "Draft:Introduction=a\n{% for %}");

        Assert.Contains("Draft:Introduction, line 2", ran.Output + ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_introduction_stands_between_the_title_and_the_count_which_is_still_checked()
    {
        await using var bench = await DraftedAsync("--set", Introduction);
        var draft = bench.Read("drafts", "2024-04.md");
        await WriteAsync(bench, draft.Replace("3 papers on", "9 papers on", StringComparison.Ordinal));

        var found = await CheckRunner.RunAsync(bench, "2024-04");

        Assert.StartsWith(
            "# Notable arXiv papers, April 2024\n\nHello from April, with 3 papers.\n\n3 papers on the list.\n\n## Papers\n", draft,
            StringComparison.Ordinal);
        Assert.Contains("warning count-mismatch 5 ", found.Short);
    }

    [Fact]
    public async Task An_introduction_that_comes_later_or_changes_moves_no_word_of_the_editors()
    {
        await using var bench = await DraftedAsync();
        var draft = bench.Read("drafts", "2024-04.md");
        await WriteAsync(bench, draft.Replace("3 papers on the list.", "My own opening.\n\nAnd more.", StringComparison.Ordinal));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- 2404.00003\n- 2404.00004\n");
        await bench.RunAsync("harvest");

        await bench.RunAsync("draft", "2024-04", "--set", Introduction);
        await bench.RunAsync("draft", "2024-04", "--set", "Draft:Introduction=## News\n\nGood *evening*.");

        var merged = bench.Read("drafts", "2024-04.md");
        Assert.Contains("\n\nMy own opening.\n\nAnd more.\n\n", merged, StringComparison.Ordinal);
        Assert.Contains("Good *evening*.", merged, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello from", merged, StringComparison.Ordinal);
        Assert.DoesNotContain(" on the list.", merged, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_introduction_with_headings_leaves_the_count_true()
    {
        await using var bench = await DraftedAsync("--set", "Draft:Introduction=## News\n\nGood evening.\n\n## More\n\nBye.");
        var draft = bench.Read("drafts", "2024-04.md");
        await WriteAsync(bench, draft[..draft.IndexOf("* Widgets of kind 2404.00001", StringComparison.Ordinal)]);

        var found = await CheckRunner.RunAsync(bench, "2024-04");
        await bench.RunAsync("draft", "2024-04", "--set", "Draft:Introduction=## News\n\nGood evening.\n\n## More\n\nBye.");

        Assert.Contains(found.Findings, finding => finding.Code == "count-mismatch");
        Assert.Contains("\n\nBye.\n\n2 papers on the list.\n\n", bench.Read("drafts", "2024-04.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_sentences_an_entry_without_a_note_stands_bare_and_nothing_is_missed()
    {
        await using var bench = await DraftedAsync("--set", "Draft:Sentences=false");
        var draft = bench.Read("drafts", "2024-04.md");

        var found = await CheckRunner.RunAsync(bench, "2024-04");
        await bench.RunAsync("draft", "2024-04");
        var again = await CheckRunner.RunAsync(bench, "2024-04");

        Assert.DoesNotContain("<!--", draft, StringComparison.Ordinal);
        Assert.Equal(3, draft.Split('\n').Count(line => line.StartsWith("* ", StringComparison.Ordinal)));
        Assert.Empty(found.Findings);
        Assert.Equal(3, again.Findings.Count(finding => finding.Code is "suggested-note-left" or "no-words"));
    }

    [Fact]
    public async Task A_sentence_that_the_editor_deleted_is_missed_as_before()
    {
        await using var bench = await DraftedAsync();
        var lines = bench.Read("drafts", "2024-04.md").Split('\n');
        await WriteAsync(bench, string.Join('\n', lines.Where(line => !line.StartsWith("  ", StringComparison.Ordinal))));

        Assert.Equal(
            ["no-words", "no-words", "no-words"],
            (await CheckRunner.RunAsync(bench, "2024-04")).Findings.Select(finding => finding.Code));
    }

    [Fact]
    public async Task Sections_by_tag_have_each_paper_once_and_stay_until_others_are_asked_for()
    {
        await using var bench = await DraftedAsync();
        bench.List("2024-04.md", "## Mine\n\n- 2404.00001 #gears #cogs — A.\n- 2404.00002 #cogs — B.\n\n## Others\n\n- 2404.00003 — C.\n");
        await bench.RunAsync("draft", "2024-04");
        await WriteAsync(bench, bench.Read("drafts", "2024-04.md").Replace("  A.", "  A, edited.", StringComparison.Ordinal));

        var byTag = await bench.RunAsync("draft", "2024-04", "--group-by", "tag", "--json");
        var tagged = bench.Read("drafts", "2024-04.md");
        await bench.RunAsync("draft", "2024-04");
        var later = bench.Read("drafts", "2024-04.md");
        var page = await PrintAsync(bench, "html");
        var back = await bench.RunAsync("draft", "2024-04", "--group-by", "section");

        Assert.Equal("tag", JsonElement.Parse(byTag.Output).GetProperty("groupBy").GetString());
        // What the editor has worked on stays where it is.
        Assert.Equal(["## cogs", "## Papers", "## Mine"], Headings(tagged).OrderBy(heading => heading == "## Mine"));
        Assert.Equal(tagged, later);
        Assert.All((string[])["A, edited.", "  B.", "  C."], words => Assert.Equal(2, tagged.Split(words).Length));
        Assert.Contains(">cogs</h2>", page, StringComparison.Ordinal);
        Assert.Contains("were made by tag and are made by section from now on", back.Error, StringComparison.Ordinal);
        Assert.Contains("## Others", Headings(bench.Read("drafts", "2024-04.md")));
        Assert.All(
            (string[])["A, edited.", "  B.", "  C."], words => Assert.Equal(2, bench.Read("drafts", "2024-04.md").Split(words).Length));
    }

    [Fact]
    public async Task A_draft_that_nobody_touched_changes_its_sections_as_if_it_were_new()
    {
        await using var bench = await DraftedAsync();
        bench.List("2024-04.md", "## Mine\n\n- 2404.00001 #gears #cogs\n- 2404.00002 #cogs\n\n## Others\n\n- 2404.00003\n");
        await bench.RunAsync("draft", "2024-04");
        var before = bench.Read("drafts", "2024-04.md");

        await bench.RunAsync("draft", "2024-04", "--group-by", "tag");
        var tagged = bench.Read("drafts", "2024-04.md");
        await bench.RunAsync("draft", "2024-04", "--group-by", "section");

        Assert.Equal((await bench.RunAsync("draft", "2024-04", "--group-by", "tag", "--output", "-")).Output, tagged);
        Assert.Equal(before, bench.Read("drafts", "2024-04.md"));
    }

    [Fact]
    public async Task Sections_by_category_have_its_name_and_formats_without_sections_refuse_them()
    {
        await using var bench = await DraftedAsync();

        var markdown = await bench.RunAsync("draft", "2024-04", "--group-by", "category", "--output", "-");
        var csv = await bench.RunAsync("draft", "2024-04", "--group-by", "category", "--format", "csv", "--output", "-");
        var bibtex = await bench.RunAsync("draft", "2024-04", "--group-by", "category", "--format", "bibtex", "--output", "-");
        var unknown = await bench.RunAsync("draft", "2024-04", "--group-by", "author");

        Assert.Equal(["## Computation and Language (cs.CL)"], Headings(markdown.Output));
        Assert.Contains("\nComputation and Language (cs.CL),2404.00003", csv.Output, StringComparison.Ordinal);
        Assert.Equal(2, bibtex.Exit);
        Assert.Contains("A draft as bibtex has no sections: leave out --group-by, or use markdown, html, json, csv.", bibtex.Error);
        Assert.Equal(2, unknown.Exit);
    }

    private static IEnumerable<string> Headings(string draft) =>
        draft.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal));

    private static async Task<string> PrintAsync(Workbench bench, string format, params string[] settings)
    {
        var ran = await bench.RunAsync(
            ["draft", "2024-04", "--format", format, "--output", "-", .. settings.SelectMany(setting => new[] { "--set", setting })]);
        Assert.Equal((0, ""), (ran.Exit, ran.Exit == 0 ? "" : ran.Error));
        return ran.Output;
    }

    private static async Task<Workbench> DraftedAsync(params string[] options)
    {
        var bench = await Workbench.StartAsync(InventedPapers.Many(4));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- 2404.00003\n");
        await bench.RunAsync("harvest");
        Assert.Equal(0, (await bench.RunAsync(["draft", "2024-04", .. options])).Exit);
        return bench;
    }

    private static Task WriteAsync(Workbench bench, string draft) =>
        File.WriteAllTextAsync(bench.PathOf("drafts", "2024-04.md"), draft, TestContext.Current.CancellationToken);
}
