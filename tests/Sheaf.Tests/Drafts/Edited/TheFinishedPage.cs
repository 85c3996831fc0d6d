using AngleSharp.Dom;
using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Edited;
using Sheaf.Languages;
using static Sheaf.Tests.Drafts.Edited.FinishedDrafts;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts.Edited;

public sealed class TheFinishedPage
{
    private const string Entry = "* Sails by Alder and Fir (1 Apr), https://arxiv.org/abs/2404.00001";

    [Theory]
    [InlineData(Entry, "Sails", "by Alder and Fir (1 Apr)")]
    [InlineData("1. Sails by Alder and\n   Fir (1 Apr), <https://arxiv.org/abs/2404.00001>", "Sails", "by Alder and Fir (1 Apr)")]
    [InlineData("* Learning by *Doing* by Fir (1 Apr 2020), https://arxiv.org/abs/2404.00001", "Learning by Doing", "by Fir (1 Apr 2020)")]
    [InlineData("* Sails that fold (1 Apr), https://arxiv.org/abs/2404.00001v2", "Sails that fold", "(1 Apr)")]
    [InlineData("- 1 Apr, Sails, <https://arxiv.org/abs/2404.00001>", "Sails", "1 Apr")]
    [InlineData("* [Sails](https://arxiv.org/abs/2404.00001) by Alder (1 Apr)", "Sails", "by Alder (1 Apr)")]
    [InlineData(
        "* Sails von von Alder, von Fir und Oak (1. Apr.), https://arxiv.org/abs/2404.00001", "Sails",
        "von von Alder, von Fir und Oak (1. Apr.)")]
    [InlineData("* Sails by Alder and von Fir (1 Apr), https://arxiv.org/abs/2404.00001", "Sails", "by Alder and von Fir (1 Apr)")]
    [InlineData("* Stand by par Alder et Fir (1er avr.), https://arxiv.org/abs/2404.00001", "Stand by", "par Alder et Fir (1er avr.)")]
    [InlineData("* Sails por Alder e Irún (1 abr), https://arxiv.org/abs/2404.00001", "Sails", "por Alder e Irún (1 abr)")]
    [InlineData("* Sails 作者：Alder、Fir 和 Oak (4月1日), https://arxiv.org/abs/2404.00001", "Sails", "作者：Alder、Fir 和 Oak (4月1日)")]
    [InlineData("* Sails 著者：Alder、Fir (2020年4月1日), https://arxiv.org/abs/2404.00001", "Sails", "著者：Alder、Fir (2020年4月1日)")]
    [InlineData("- 4月1日, Sails, <https://arxiv.org/abs/2404.00001>", "Sails", "4月1日")]
    [InlineData("* **[Sails](https://arxiv.org/abs/2404.00001)** by Alder", null, null)]
    [InlineData("* Sails, see https://arxiv.org/abs/2404.00001, and my thoughts", null, null)]
    [InlineData("* See [this](https://example.org) by Fir (1 Apr), https://arxiv.org/abs/2404.00001", null, null)]
    public void Shows_an_entry_in_its_parts_where_it_has_them(string entry, string? title, string? byline)
    {
        var article = Read(Page($"# A list\n\n## Papers\n\n{entry}\n")).QuerySelector("main article")!;

        Assert.Equal(title, article.QuerySelector("h3 a")?.TextContent);
        Assert.Equal(byline, article.QuerySelector(".byline .names")?.TextContent.ReplaceLineEndings(" ").Trim());
        Assert.StartsWith(
            "https://arxiv.org/abs/2404.00001", article.QuerySelector("a[href*='arxiv']")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal(title is null, article.QuerySelector("p.line") is not null);
    }

    [Fact]
    public void Keeps_headings_links_pictures_tables_and_footnotes_of_the_editors()
    {
        var page = Read(Page(
            """
            # A *month*

            An introduction.[^why] See [my site][s] and ![a chart](https://example.org/c.png).

            ## Mine

            | Theme | Papers |
            |:------|-------:|
            | Sails | 7      |

            #### Deeper

            Words with ~~errors~~ and $x_1 < y$.

            * An item of mine

            * Another

            > ## Quoted

            [^why]: Because of *reasons*.[^more]

            [^more]: And more.

            [s]: https://example.org/site
            """));

        Assert.Equal("A month", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("A month", page.Title);
        Assert.Equal("https://example.org/site", page.QuerySelector("header a[href^=http]")!.GetAttribute("href"));
        Assert.Equal("https://example.org/c.png", page.QuerySelector("header img")!.GetAttribute("src"));
        Assert.Equal("right", page.QuerySelector("td:last-child")!.ClassName);
        Assert.Equal(["Mine", "Deeper", "Quoted", "Notes"], page.QuerySelectorAll("h2, h3, h4").Select(heading => heading.TextContent));
        Assert.Equal(["h2", "h3", "h4", "h2"], page.QuerySelectorAll("h2, h3, h4").Select(heading => heading.LocalName));
        Assert.Equal(2, page.QuerySelectorAll("main ul > li").Length);
        Assert.Equal(["Because of reasons.2 ↩", "And more. ↩"], page.QuerySelectorAll(".notes li").Select(Line));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal("x_1 < y", page.QuerySelector("p > math annotation")!.TextContent);
    }

    /// <summary>A footnote that nothing names, or that code alone names, is words all the same.</summary>
    [Theory]
    [InlineData("Text.\n\n[^1]: Lonely words.\n")]
    [InlineData("Text `[^1]`.\n\n[^1]: Lonely words.\n")]
    [InlineData("Text.[^1]\n\n[^1]: Other.\n\n[^1]: Lonely words.\n")]
    public void Loses_no_footnote(string text)
    {
        Assert.Contains("Lonely words.", SeenOf(Page(text)), StringComparison.Ordinal);
        Assert.Contains("Lonely words.", MailText(text), StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_harmless_html_and_no_comment()
    {
        var page = Read(Page(
            """
            # T

            Water is H<sub>2</sub>O. <!-- a secret --> <kbd title="x" onclick="evil()" style="color:red" class="skip" id="papers">K</kbd>

            <!-- another

            secret -->

            <details><summary>More</summary>

            Folded **words**.

            </details>

            <center>Middle</center> <script>evil()</script> </main></article></body>

            After.
            """));

        Assert.Equal("2", page.QuerySelector("sub")!.TextContent);
        Assert.Equal("""<kbd title="x">K</kbd>""", page.QuerySelector("kbd")!.OuterHtml);
        Assert.Equal("words", page.QuerySelector("details strong")!.TextContent);
        Assert.Contains("Middle", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("After.", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Has_pictures_from_ten_papers_on(int count, bool hasPictures)
    {
        var papers = Enumerable.Range(1, count).Select(number => Paper($"2404.{number:D5}")).ToList();
        var text = "# T\n\n## Papers\n\n"
            + string.Concat(papers.Select(paper => $"* A (30 Apr), https://arxiv.org/abs/{paper.Identifier}\n\n"))
            + "* B (30 Apr), https://arxiv.org/abs/2404.99999\n";

        var page = Read(Page(text, papers));

        Assert.Equal(hasPictures, page.QuerySelector("svg") is not null);
        Assert.Equal(count + 1, page.QuerySelectorAll("article").Length);
        Assert.Equal(count, page.QuerySelectorAll(".category").Length);
    }

    [Fact]
    public void Leads_from_an_entry_to_its_section_in_depth()
    {
        var page = Read(Page(
            "# T\n\n## In depth\n\n### Sails\n\nAlder (1 Apr), https://arxiv.org/abs/2404.00001\n\nVersion 1 · x\n\nWords.\n\n"
            + $"## Papers\n\n{Entry}\n"));

        var deep = page.QuerySelector("article.deep")!;
        Assert.Equal($"#{deep.Id}", page.QuerySelector(".byline a[href^='#']")!.GetAttribute("href"));
        Assert.Equal("https://arxiv.org/abs/2404.00001", deep.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.Equal(2, deep.QuerySelectorAll("p.byline").Length);
        Assert.Equal(["In depth", "Papers"], page.QuerySelectorAll("nav a").Select(link => link.TextContent));
    }

    [Theory]
    [InlineData("## 1. *Sails* and oars", "h2", "1. Sails and oars", 1)]
    [InlineData("## - Sails", "h2", "- Sails", 0)]
    [InlineData("##### Sails", "h2", "Sails", 0)]
    [InlineData("## \n\n## Sails\n\n#", "h2", "Sails", 0)]
    [InlineData("## Sails, https://arxiv.org/abs/2404.00001\n\nWords.", "h2", "Sails, https://arxiv.org/abs/2404.00001", 0)]
    [InlineData("## <b>Sails</b> <script>x()</script> $a_1$", "h2", "Sails  a1a_1", 0)]
    public void Shows_headings_of_any_kind(string heading, string element, string words, int emphasised)
    {
        var page = Read(Page($"# T\n\n{heading}\n\n{Entry}\n"));

        var found = Assert.Single(page.QuerySelectorAll("main h2"));
        Assert.Equal((element, words, emphasised), (found.LocalName, found.TextContent, found.QuerySelectorAll("em").Length));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public void Has_a_title_without_a_heading_and_the_language_it_is_given()
    {
        var draft = EditedDraft.Read("---\ntitle: x\n---\n\nNothing.\n", null);
        var page = Read(EditedHtml.Render(draft, Issue() with { Language = DraftLanguages.Find("de")! }));

        Assert.Equal("Bemerkenswertes auf arXiv, April 2024", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("title: x", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("![words](http://example.org/x.png)", "a", "words")]
    [InlineData("![words](x.png)", null, "words")]
    [InlineData("![words](data:image/png;base64,AAAA)", null, "words")]
    [InlineData("[words](javascript:alert)", null, "words")]
    [InlineData("[words](mailto:x@example.org)", "a", "words")]
    [InlineData("[words](other.html)", null, "words")]
    [InlineData("[words](//example.org)", null, "words")]
    public void Follows_no_address_but_those_of_the_web(string text, string? element, string words)
    {
        var paragraph = Read(Page($"# T\n\n{text}\n")).QuerySelector("header p")!;

        Assert.Equal(words, paragraph.TextContent);
        Assert.Equal(element, paragraph.FirstElementChild?.LocalName);
    }

    private static string Line(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
