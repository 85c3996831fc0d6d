using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Sheaf.Drafts.Edited;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Styles;
using Sheaf.Tests.Drafts;
using Sheaf.Tests.Drafts.Edited;
using Sheaf.Tests.Drafts.Formats;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Hostile;

/// <summary>
/// Drafts that hold what somebody who means ill has written: in the titles of papers, and in what their editor has quoted. Nothing of it
/// runs, asks elsewhere or stands outside of its place in any output.
/// </summary>
public sealed class FinishedDraftsThatMeanIll
{
    private static readonly string[] Written =
    [
        .. HostilePapers.Texts,
        "<script>alert(1)</script>", "<ScRiPt src=//elsewhere.invalid/x.js></ScRiPt>", "<img src=x onerror=alert(1)>",
        "<img src=\"https://a.invalid/x.png\" onload=alert(1) srcset=\"http://b.invalid 2x\" style=\"position:fixed\">",
        "<b onclick=alert(1) onerror=alert(1) onload=alert(1) style=\"position:fixed;left:0\" id=papers name=x>b</b>",
        "<svg onload=alert(1)><script>alert(1)</script><style>*{}</style><a xlink:href=\"javascript:alert(1)\">x</a></svg>",
        "<math><mtext></mtext><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>",
        "<math><mi><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<template><img src=x onerror=alert(1)></template>",
        "<iframe src=\"javascript:alert(1)\"></iframe><frame><frameset><object data=x></object><embed src=x><applet>",
        "<form action=//e.invalid><input autofocus onfocus=alert(1)><button formaction=javascript:alert(1)>b</button></form>",
        "<base href=//e.invalid><meta http-equiv=refresh content=0;url=//e.invalid><link rel=stylesheet href=//e.invalid>",
        "<style>body{display:none}</style><p style=\"background:url(//e.invalid)\">p</p>",
        "<a href=\"jav&#x09;ascript:alert(1)\">a</a> <a href=\" &#14; javascript:alert(1)\">b</a> <a href=data:text/html,x>c</a>",
        "<a href=\"https://e.invalid\" target=_blank ping=//e.invalid download onclick=alert(1)>d</a>",
        "[a](javascript:alert(1)) [b](JaVaScRiPt:x) [c](<data:text/html,x>) ![d](javascript:x) <vbscript:x> [e](file:///etc/passwd)",
        "[a]: javascript:alert(1)\n\n[a] ![a] [^1]\n\n[^1]: <script>alert(1)</script> [x](javascript:x)",
        "</div></article></section></main></body></html><script>alert(1)</script>", "</td></tr></table></body>", "<plaintext>", "<xmp>",
        "<textarea>", "<title><img src=x onerror=alert(1)></title>", "<!--><img src=x onerror=alert(1)>-->",
        "<!--[if mso]><script>alert(1)</script><![endif]-->",
        "<?php echo 1 ?> <![CDATA[<script>alert(1)</script>]]> <!DOCTYPE x>",
        "\" onmouseover=\"alert(1)", "`</code><script>alert(1)</script>`",
        "```\" onload=alert(1)\n</code></pre><script>alert(1)</script>\n```", "$</span><script>alert(1)</script>$",
        "<sup class=\"note\">99999999999</sup><sup class=note>-1</sup><span class=\"tex skip\" id=\"papers\">x</span>",
        "![&#x202e;alt](https://a.invalid/x.png \"&#x202e;title\")",
        "[x](https://a.invalid/&#x202e; '&#x1b;[31m') <b lang=&#x202e;x title=&#7;>b</b>",
        "| a\" onload=x | <script> |\n|--|--|\n| <script>alert(1)</script> | </table> |",
    ];

    private static readonly string[] Elements =
    [
        "html", "head", "meta", "title", "style", "body", "header", "main", "section", "article", "nav", "svg", "desc", "text", "tspan",
        "rect", "line", "time", "a", "abbr", "b", "blockquote", "br", "code", "del", "details", "div", "em", "figure", "figcaption",
        "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "li", "ol", "p", "pre", "span", "strong", "sub", "summary", "sup", "table",
        "caption", "tbody", "td", "th", "thead", "tr", "ul",
    ];

    private static readonly string[] Attributes =
    [
        "lang", "charset", "http-equiv", "content", "name", "class", "href", "rel", "id", "aria-label", "aria-labelledby", "title", "open",
        "scope", "role", "viewBox", "x", "y", "dx", "rx", "width", "height", "x1", "x2", "y1", "y2", "start", "src", "alt", "loading",
        "referrerpolicy", "tabindex", "align", "cellpadding", "cellspacing", "border", "style",
    ];

    public static TheoryData<int> Texts() => [.. Enumerable.Range(0, Written.Length)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void What_an_editor_quoted_does_nothing(int number)
    {
        var text = Written[number];
        var inner = text.Replace("\n", "\n  ", StringComparison.Ordinal);
        var draft =
            $"# {text}\n\n{text}\n\n## {text}\n\n### {text}\n\nhttps://arxiv.org/abs/2404.00001\n\n{text}\n\n> {text}\n\n## Papers\n\n"
            + $"* {text} by {text} (3 Apr), https://arxiv.org/abs/2404.00002\n\n  {inner}\n\n  <details>\n\n"
            + $"* [{text}](https://arxiv.org/abs/2404.00003) {text}\n\n"
            + $"- {inner}\n\n| {text} | x |\n|---|---|\n| {text} | https://arxiv.org/abs/2404.00004 |\n\nLast words.\n";

        LookOver(draft);
    }

    [Fact]
    public void Nor_do_all_of_it_together() => LookOver(string.Join("\n\n", Written));

    [Theory]
    [InlineData("roundup")]
    [InlineData("categorised")]
    [InlineData("table")]
    public void What_arxiv_sent_does_nothing(string style)
    {
        var entries = HostilePapers.Texts.Select((text, number) => new DraftEntry(
            Paper($"2404.{number + 1:D5}", title: text, summary: text, authors: [text, $"Ada {text}"]), null, number < 3, [text], null,
            text))
            .ToList();
        var draft = DraftStyles.Find(style, 3).Render(new(April, [new("Papers", entries)], [.. entries.Take(3)]));

        LookOver(draft, [.. entries.Select(entry => entry.Eprint)]);
    }

    /// <summary>What nothing closes, and what lies in one another without end: it ends soon, and its words are there.</summary>
    [Theory]
    [InlineData("[")]
    [InlineData("![")]
    [InlineData("[a](")]
    [InlineData("*a_ ")]
    [InlineData("**x* ")]
    [InlineData("~~a ")]
    [InlineData("> ")]
    [InlineData("<b>")]
    [InlineData("<div>")]
    [InlineData("<a href=x>")]
    [InlineData("<table>")]
    [InlineData("<!-- ")]
    [InlineData("` ``")]
    [InlineData("$")]
    [InlineData("|")]
    [InlineData("| a\n")]
    [InlineData("[^1]")]
    [InlineData("[x]: y\n")]
    [InlineData("[^a]: [^a]\n\n")]
    [InlineData("- a\n\n")]
    [InlineData("1. ")]
    [InlineData("<b x=1><p>")]
    [InlineData("&#x41;")]
    [InlineData("\\")]
    [InlineData("a\n\n<i>")]
    public void What_has_no_end_costs_in_proportion(string piece)
    {
        Allocated(piece, 4_000);
        var (once, fourfold) = (Allocated(piece, 15_000), Allocated(piece, 60_000));

        Assert.InRange(fourfold, 0, (once * 8) + 20_000_000);
    }

    [Fact]
    public void A_list_of_a_thousand_deep_items_and_quotations_is_read()
    {
        var deep = string.Concat(Enumerable.Range(0, 1000).Select(at => new string(' ', at) + "- a\n"));

        var divisions = string.Concat(Enumerable.Repeat("<div>", 5000));

        LookOver($"# T\n\n{deep}\n\n{new string('>', 5000)} quoted\n\n{divisions} in\n\nLast words.\n");
    }

    private static long Allocated(string piece, int length)
    {
        var text = $"# T\n\n{string.Concat(Enumerable.Repeat(piece, length / piece.Length))} Last\n\n[^1]: n\n\nLast words.\n";
        var before = GC.GetAllocatedBytesForCurrentThread();
        LookOver(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void LookOver(string text, params Sheaf.Arxiv.Eprints.Eprint[] papers)
    {
        var draft = EditedDraft.Read(text, null);
        var issue = FinishedDrafts.Issue(papers);
        LookOverMarkup(EditedHtml.Render(draft, issue), isPage: true);
        LookOverMarkup(EditedMail.Html(draft, issue), isPage: false);
        Assert.NotEmpty(EditedMail.Text(draft, issue));
        if (text.EndsWith("Last words.\n", StringComparison.Ordinal) && !text.Contains("<!--", StringComparison.Ordinal))
        {
            Assert.Contains("Last words.", EditedMail.Text(draft, issue), StringComparison.Ordinal);
        }
    }

    private static void LookOverMarkup(string html, bool isPage)
    {
        var page = FinishedDrafts.Read(html);
        var formulas = page.QuerySelectorAll("math").ToList();
        Assert.True(isPage || formulas.Count == 0);
        foreach (var formula in formulas)
        {
            HarmlessMarkup.Read(formula.OuterHtml);
            formula.Remove();
        }

        foreach (var element in page.All)
        {
            Assert.Contains(element.LocalName, Elements);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, Attributes));
            Assert.Matches("^(#|https?://|mailto:|$)", element.GetAttribute("href") ?? "");
            Assert.Matches("^(https://|$)", element.GetAttribute("src") ?? "");
            Assert.DoesNotMatch("url|expression|position|behavior", element.GetAttribute("style") ?? "");
        }

        Assert.Equal(isPage ? 1 : 0, page.QuerySelectorAll("style").Length);
        Assert.Empty(isPage ? page.QuerySelectorAll("[style]") : page.QuerySelectorAll("img, [class], [id]"));
        Assert.Empty(page.Descendants<IComment>());
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
        Assert.Equal(isPage ? 1 : 0, page.QuerySelectorAll("body > main").Length);
        Assert.DoesNotContain(html.EnumerateRunes(), rune => rune.Value is not ('\n' or 0x200c or 0x200d)
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator);
    }
}
