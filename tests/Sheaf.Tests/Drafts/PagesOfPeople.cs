using AngleSharp.Html.Parser;
using Sheaf.Drafts.Styles;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts;

/// <summary>Templates of whole pages.</summary>
public sealed class PagesOfPeople : IDisposable
{
    private const string Evil = "<script>alert(1)</script> & \"x' onload=alert(2)";

    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-page-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("{{ papers[0].title }}")]
    [InlineData("{{ papers[0].title | raw }}")]
    [InlineData("{{ papers[0].title | upcase | downcase | append: papers[0].names }}")]
    [InlineData("{{ papers[0].title | split: 'a' | join: 'a' | strip_newlines }}")]
    [InlineData("{{ papers[0].title | split: '' }}")]
    [InlineData("{{ papers[0].authors }}{{ papers[0].authors | first }}{{ papers[0].tags | sort }}")]
    [InlineData("{% cycle papers[0].title, papers[0].abstract %}")]
    [InlineData("{% capture x %}{{ papers[0].title }}{% endcapture %}{{ x | raw }}{% assign y = x | replace: 'z', 'y' %}{{ y }}")]
    [InlineData("{{ papers[0].title | escape | url_decode | newline_to_br }}")]
    [InlineData("<a href=\"?q={{ papers[0].title }}\" title='{{ papers[0].title }}'>x</a>")]
    [InlineData("{{ papers[0].abstract }}{{ papers[0].comment }}{{ papers[0].note }}{{ papers[0].words }}{{ papers[0].section }}")]
    [InlineData("{{ papers[0].note | raw }}{{ papers[0].words | raw }}{{ introduction | raw }}{{ figures | raw }}{{ title }}")]
    [InlineData(
        "{% for s in sections %}{{ s.title | raw }}{% for p in s.papers %}{{ p }}{{ p.title }}{% endfor %}{% endfor %}{{ papers }}")]
    [InlineData("{{ papers | map: 'title' | join: ' ' }}{% tablerow p in papers %}{{ p.title }}{% endtablerow %}")]
    public void Nothing_that_was_sent_becomes_markup(string template)
    {
        var draft = Draft($"# A\n\n## {Evil}\n\n- 2404.00001 — {Evil}\n", Hostile()) with { Title = Evil, Introduction = Evil };

        var page = new HtmlParser().ParseDocument($"<body>{Style(template).Render(draft)}");

        Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed"));
        Assert.All(
            page.All.SelectMany(element => element.Attributes),
            attribute => Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.Name));
    }

    [Fact]
    public void Text_reads_as_it_was_sent() => Assert.Equal(
        "<p>A &lt;b&gt; &amp; &quot;c&#39;</p>\n",
        Style("<p>{{ papers[0].title }}</p>").Render(Draft("- 2404.00001\n", Paper("2404.00001", title: "A <b> & \"c'"))));

    [Fact]
    public void Only_the_pages_own_parts_can_be_raw()
    {
        var draft = Draft("- 2404.00001 — *Fine* work\n", Paper("2404.00001", title: "<i>"));

        Assert.Equal(
            "<p><em>Fine</em> work</p>|&lt;p&gt;&lt;em&gt;Fine&lt;/em&gt; work&lt;/p&gt;|&lt;i&gt;\n",
            Style("{{ papers[0].note | raw }}|{{ papers[0].note }}|{{ papers[0].title | raw }}").Render(draft));
        Assert.Contains("<svg", Style("{{ figures | raw }}").Render(draft), StringComparison.Ordinal);
        Assert.StartsWith(":root", Style("{{ style | raw }}").Render(draft).TrimStart(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_takes_text_for_its_query() => Assert.Equal(
        "<a href=\"?q=A+%3Cb%3E+%26\">\n",
        Style("<a href=\"?q={{ papers[0].title | url_encode }}\">").Render(Draft("- 2404.00001\n", Paper("2404.00001", title: "A <b> &"))));

    [Theory]
    [InlineData("a\n<script>\nvar t = '{{ title }}';</script>", 3)]
    [InlineData("<style>{% for p in papers %}{% endfor %}</style>", 1)]
    [InlineData("\n<b onclick=\"go('{{ title }}')\">", 2)]
    [InlineData("<a href=\"javascript:go({{ count }})\">", 1)]
    public void Where_text_could_run_there_is_no_field(string template, int line)
    {
        var failure = Assert.Throws<BadInputException>(() => Style(template));

        Assert.Equal((File, line), (failure.File, failure.Line));
        Assert.Contains("could run", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_is_not_there_is_named_with_its_line_and_the_nearest() => Assert.Equal(
        $"{File}:2: There is no field figurs; the nearest is figures, and sheaf help templates lists those that there are.",
        Assert.Throws<BadInputException>(() => Style("a\n{{ figurs | raw }}").Render(Draft("- 2404.00001\n", Hostile()))).Message);

    [Fact]
    public async Task The_command_writes_the_page_beside_the_draft_and_refuses_what_is_no_page()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(2));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await bench.RunAsync("harvest");
        System.IO.File.WriteAllText(File, "<h1>{{ title }}</h1>{% for p in papers %}<p>{{ p.title }}</p>{% endfor %}");

        var (page, json, name) = (
            await bench.RunAsync("draft", "2024-04", "--format", "html", "--style", File),
            await bench.RunAsync("draft", "2024-04", "--format", "json", "--style", File),
            await bench.RunAsync("draft", "2024-04", "--format", "html", "--style", "table"));

        Assert.Equal((0, 2, 2), (page.Exit, json.Exit, name.Exit));
        Assert.Equal(
            "<h1>Notable arXiv papers, April 2024</h1><p>Widgets of kind 2404.00002</p><p>Widgets of kind 2404.00001</p>\n",
            bench.Read("drafts", "2024-04.html"));
    }

    private static Sheaf.Arxiv.Eprints.Eprint Hostile() =>
        Paper("2404.00001", title: Evil, summary: $"{Evil}.", authors: [Evil, "Bo <b>"]) with { Comment = Evil, Categories = [Evil] };

    private string File => Path.Combine(_folder, "page.liquid");

    private HtmlTemplate Style(string template)
    {
        System.IO.File.WriteAllText(File, template);
        return HtmlTemplate.Read(File, namesShown: 3);
    }
}
