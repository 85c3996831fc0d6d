using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Parser;

namespace Sheaf.Tests.Publishing;

/// <summary><c>sheaf publish --site</c>: all published months as a static site.</summary>
public sealed class TheSite
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Has_an_index_by_year_a_page_for_each_month_a_feed_and_a_search()
    {
        await using var bench = await StartAsync();

        var ran = await SiteAsync(bench);

        Assert.Equal(0, ran.Exit);
        Assert.Equal(
            ["2023-12.html", "2024-03.html", "2024-04.html", "feed.xml", "index.html", "search-index.js", "search.js"], Names(bench));
        var index = await PageAsync(bench, "index.html");
        Assert.Equal(["2024 3 papers", "2023 1 paper"], index.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Equal(
            ["2024-04.html", "2024-03.html", "2023-12.html"],
            index.QuerySelectorAll(".issues a").Select(link => link.GetAttribute("href")));
        Assert.Equal("3 issues, 4 papers. Feed", index.QuerySelector(".lead")!.TextContent);
        Assert.Contains("April 2024 2", index.QuerySelector("svg desc")!.TextContent, StringComparison.Ordinal);
        var month = await PageAsync(bench, "2024-04.html");
        Assert.Equal("Gears of April", month.QuerySelector("h1")!.TextContent);
        Assert.Equal("index.html", month.QuerySelector("header nav a")!.GetAttribute("href"));
        Assert.NotNull(month.GetElementById("paper-2404.00001"));
    }

    [Fact]
    public async Task Months_are_named_in_the_language_of_the_issues_and_the_words_around_them_say_that_they_are_English()
    {
        await using var bench = await StartAsync();

        await SiteAsync(bench, "--set", "Draft:Language=de");

        var index = await PageAsync(bench, "index.html");
        Assert.Equal("en", index.DocumentElement.GetAttribute("lang"));
        Assert.Equal(
            ["April 2024", "März 2024", "Dezember 2023"],
            index.QuerySelectorAll(".issues a[lang=de]").Select(link => link.TextContent));
        Assert.Contains("März 2024 1", index.QuerySelector("svg desc")!.TextContent, StringComparison.Ordinal);
        var month = await PageAsync(bench, "2024-04.html");
        Assert.Equal("de", month.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", month.QuerySelector("header nav")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_run_that_changes_nothing_touches_nothing_and_a_changed_month_four_files_at_most()
    {
        await using var bench = await StartAsync();
        await SiteAsync(bench);
        var before = State(bench);

        var again = await SiteAsync(bench);
        var untouched = State(bench);
        FinishedMonth.Edit(bench, text => text
            .Replace("Gears", "Wheels", StringComparison.Ordinal).Replace("wears", "lasts", StringComparison.Ordinal)
            .Replace("* Grinding Wooden Gears", "* CogWheel: Aligning Toothed Transmissions without Human Feedback by Muster (3 Apr), "
                + "https://arxiv.org/abs/2404.00003\n\n  New.\n\n* Grinding Wooden Gears", StringComparison.Ordinal));
        await bench.PublishAsync("--anyway", "--again");
        var changed = JsonElement.Parse((await SiteAsync(bench, "--json")).Output);

        Assert.Contains("nothing has changed", again.Output, StringComparison.Ordinal);
        Assert.Equal(before, untouched);
        Assert.Equal(
            ["2024-04.html", "feed.xml", "index.html", "search-index.js"],
            changed.GetProperty("written").EnumerateArray().Select(name => name.GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(4, State(bench).Except(before).Count());
    }

    [Fact]
    public async Task The_feed_has_ids_that_stay_wherever_the_site_stands()
    {
        await using var bench = await StartAsync();
        await SiteAsync(bench);
        var here = Feed(bench);

        await SiteAsync(bench, "--set", "Publish:SiteUrl=https://example.org/papers");
        var there = Feed(bench);

        Assert.Equal(Ids(here), Ids(there));
        Assert.Equal(4, Ids(here).Distinct().Count());
        Assert.Equal("2024-04.html", here.Descendants(Atom + "entry").First().Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal(
            "https://example.org/papers/2024-04.html",
            there.Descendants(Atom + "entry").First().Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal("A word before all.", here.Descendants(Atom + "summary").First().Value);
        Assert.Contains("<loc>https://example.org/papers/2024-03.html</loc>", bench.Read("site", "sitemap.xml"), StringComparison.Ordinal);

        await SiteAsync(bench);
        Assert.DoesNotContain("sitemap.xml", Names(bench));
    }

    [Fact]
    public async Task Files_of_others_stay_and_hinder_only_where_they_are_in_the_way()
    {
        await using var bench = await StartAsync();
        Directory.CreateDirectory(bench.PathOf("site"));
        await File.WriteAllTextAsync(bench.PathOf("site", "CNAME"), "example.org", Token);
        await File.WriteAllTextAsync(bench.PathOf("site", "2019-01.html"), "An old page.", Token);
        await SiteAsync(bench);
        await File.AppendAllTextAsync(bench.PathOf("site", "feed.xml"), "<!-- by hand -->\n", Token);
        FinishedMonth.Edit(bench, text => text.Replace("wears", "lasts", StringComparison.Ordinal));
        await bench.PublishAsync("--again");
        var before = State(bench);

        var hindered = await SiteAsync(bench);

        Assert.Equal(1, hindered.Exit);
        Assert.Contains("feed.xml is not as Sheaf wrote it", hindered.Error, StringComparison.Ordinal);
        Assert.Equal(before, State(bench));
        Assert.Equal("An old page.", bench.Read("site", "2019-01.html"));
        Assert.Equal("example.org", bench.Read("site", "CNAME"));
    }

    [Fact]
    public async Task A_month_that_is_published_no_more_goes()
    {
        await using var bench = await StartAsync();
        await SiteAsync(bench);
        File.Delete(bench.PathOf("published", "2024-03.md"));

        await SiteAsync(bench);

        Assert.DoesNotContain("2024-03.html", Names(bench));
        Assert.DoesNotContain("2024-03", bench.Read("site", "index.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curated")]
    [InlineData("drafts/site")]
    [InlineData("published")]
    [InlineData("published/.sheaf")]
    [InlineData(".")]
    [InlineData("link")]
    public async Task It_is_never_made_among_the_editors_files(string folder)
    {
        await using var bench = await StartAsync();
        Directory.CreateSymbolicLink(bench.PathOf("link"), bench.PathOf("drafts"));

        var ran = await bench.RunAsync("publish", "--site", bench.PathOf(folder));

        Assert.Equal(2, ran.Exit);
        Assert.Contains("belongs to the workspace", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_writes_nothing_and_wrong_usage_is_exit_2()
    {
        await using var bench = await StartAsync();

        var plan = await SiteAsync(bench, "--dry-run");
        var both = await bench.RunAsync("publish", "2024-04", "--site", bench.PathOf("site"));
        var anyway = await SiteAsync(bench, "--anyway");
        Directory.Delete(bench.PathOf("published"), recursive: true);
        var none = await SiteAsync(bench);

        Assert.Equal((0, 2, 2, 2), (plan.Exit, both.Exit, anyway.Exit, none.Exit));
        Assert.Contains("would write 7", plan.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(bench.PathOf("site")));
    }

    [Fact]
    public async Task What_cannot_be_read_as_Markdown_is_named()
    {
        await using var bench = await StartAsync();
        await File.WriteAllBytesAsync(bench.PathOf("published", "2024-02.pdf"), [0x25, 0x50, 0x44, 0x46, 0, 1, 2], Token);

        var ran = await SiteAsync(bench);

        Assert.Equal(1, ran.Exit);
        Assert.Contains("2024-02 is left out", ran.Error, StringComparison.Ordinal);
        Assert.Contains("2024-04.html", Names(bench));
    }

    [Fact]
    public async Task Nothing_of_a_hostile_issue_runs_or_breaks_out()
    {
        const string evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`${7*7}]]>--><!--\u2028\u202e";
        await using var bench = await StartAsync();
        await File.WriteAllTextAsync(
            bench.PathOf("published", "2024-03.md"),
            $"# March {evil}\n\n{evil}\n\n* Title {evil} by Ada (1 Mar), https://arxiv.org/abs/2403.00001\n\n"
            + $"  Note {evil} [x](javascript:alert(3))\n", Token);

        var ran = await SiteAsync(bench, "--set", $"Publish:SiteTitle=Papers {evil}");

        Assert.Equal(0, ran.Exit);
        foreach (var name in Names(bench).Where(name => name.EndsWith(".html", StringComparison.Ordinal)))
        {
            var page = await PageAsync(bench, name);
            Assert.All(page.QuerySelectorAll("script"), script => Assert.Equal("search.js", script.GetAttribute("src")));
            Assert.All(
                page.All.SelectMany(element => element.Attributes),
                attribute => Assert.False(
                    attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                        || attribute.Value.Contains("javascript:", StringComparison.OrdinalIgnoreCase),
                    attribute.Name));
            var policy = page.QuerySelector("meta[http-equiv]")!.GetAttribute("content");
            Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        }

        Assert.Equal(4, Ids(Feed(bench)).Count);
        var index = Index(bench);
        Assert.DoesNotContain("<", bench.Read("site", "search-index.js"), StringComparison.Ordinal);
        Assert.DoesNotContain("\u2028", bench.Read("site", "search-index.js"), StringComparison.Ordinal);
        Assert.Contains(index.GetProperty("papers").EnumerateArray(), paper => paper[1].GetString() == "2403.00001");
    }

    [Fact]
    public async Task The_search_finds_titles_and_words_in_any_spelling()
    {
        using var node = TryStart("node", "--version");
        Assert.SkipWhen(node is null, "The script is tried in node, which is not here.");
        await using var bench = await StartAsync();
        await SiteAsync(bench);
        await File.WriteAllTextAsync(bench.PathOf("try.js"), Browser, Token);

        using var run = TryStart("node", bench.PathOf("try.js"), bench.PathOf("site"))!;
        var said = await run.StandardOutput.ReadToEndAsync(Token);

        Assert.Equal(
            """
            wooden: 2404.00001
            PATIENCE: 2404.00001
            survey wear: 2404.00002
            résumé: 2403.00001
            resume: 2403.00001
            2312.00001: 2312.00001
            nothing here:

            """.ReplaceLineEndings("\n"),
            said);
    }

    /// <summary>So much of a browser as the script needs.</summary>
    private const string Browser =
        """
        const fs = require("node:fs"), path = require("node:path"), vm = require("node:vm");
        const make = () => ({ value: "", listeners: {}, children: [], append(...more) { this.children.push(...more); },
          replaceChildren(...now) { this.children = now; }, addEventListener(name, act) { this.listeners[name] = act; } });
        const parts = {};
        const read = name => fs.readFileSync(path.join(process.argv[2], name), "utf8");
        const window = { document: { getElementById: id => parts[id] ??= make(), createElement: make,
          head: { append: script => vm.runInContext(read(script.src), window) } }, encodeURIComponent };
        vm.createContext(window);
        vm.runInContext(read("search.js"), window);
        for (const words of ["wooden", "PATIENCE", "survey wear", "résumé", "resume", "2312.00001", "nothing here"]) {
          parts.query.value = words;
          parts.query.listeners.input();
          console.log(`${words}:${parts.results.children.map(item => " " + item.children[0].href.split("paper-")[1]).join("")}`);
        }
        """;

    private static async Task<Workbench> StartAsync()
    {
        var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync();
        await File.WriteAllTextAsync(
            bench.PathOf("published", "2024-03.md"),
            "# March\n\n- [Reading a Re\u0301sume\u0301](https://arxiv.org/abs/2403.00001)\n", Token);
        await File.WriteAllTextAsync(
            bench.PathOf("published", "2023-12-issue.txt"), "- [Tea](https://arxiv.org/abs/2312.00001)\n", Encoding.Unicode, Token);
        return bench;
    }

    private static Task<CommandResult> SiteAsync(Workbench bench, params string[] options) =>
        bench.RunAsync(["publish", "--site", bench.PathOf("site"), .. options]);

    private static IReadOnlyList<string> Names(Workbench bench) =>
        [.. Directory.EnumerateFiles(bench.PathOf("site")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static IReadOnlyList<string> State(Workbench bench) =>
        [.. Directory.EnumerateFiles(bench.PathOf("site")).Order()
            .Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O} {File.ReadAllText(path)}")];

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(Workbench bench, string name) =>
        await new HtmlParser().ParseDocumentAsync(bench.Read("site", name), Token);

    private static XElement Feed(Workbench bench) => XElement.Parse(bench.Read("site", "feed.xml"));

    private static IReadOnlyList<string> Ids(XElement feed) => [.. feed.DescendantsAndSelf().Elements(Atom + "id").Select(id => id.Value)];

    private static JsonElement Index(Workbench bench)
    {
        var text = bench.Read("site", "search-index.js");
        return JsonElement.Parse(text[(text.IndexOf('(', StringComparison.Ordinal) + 1)..text.LastIndexOf(");", StringComparison.Ordinal)]);
    }

    private static Process? TryStart(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
