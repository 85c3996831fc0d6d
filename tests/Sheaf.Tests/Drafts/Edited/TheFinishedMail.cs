using System.Text;
using AngleSharp.Dom;
using Sheaf.Drafts.Edited;
using static Sheaf.Tests.Drafts.Edited.FinishedDrafts;

namespace Sheaf.Tests.Drafts.Edited;

/// <summary>By the rules of Gmail, Outlook and Apple Mail: what one of them takes out or cannot do must not be there.</summary>
public sealed class TheFinishedMail
{
    /// <summary>Gmail shows no more of a mail.</summary>
    private const int Most = 102 * 1024;

    /// <summary>Properties that Outlook's Word, Gmail's filter and Apple Mail all take, of those that are of use here.</summary>
    private static readonly string[] Properties =
    [
        "margin", "padding", "padding-left", "max-width", "font-family", "font-size", "line-height", "border", "border-top", "border-left",
        "border-bottom", "border-collapse", "text-align", "vertical-align", "white-space", "word-break",
    ];

    private static readonly string Text =
        "# Notable papers\n\n60 papers on the list.\n\nHello.[^1] ![a chart](https://example.org/c.png)\n\n[^1]: Hello to you.\n\n"
        + "## In depth\n\n"
        + string.Concat(Enumerable.Range(1, 4).Select(
            number => $"### Title {number}\n\nAda (1 Apr), {Link(number)}\n\n> {Words(120)}\n\n{Words(150)}\n\n"))
        + "## Papers\n\n| A | B |\n|---|--:|\n| 1 | 2 |\n\n<details><summary>S</summary>More</details>\n\n```\nx  =  1\n```\n\n"
        + string.Concat(Enumerable.Range(1, 60).Select(
            number => $"* A rather long title of a paper that promises a great deal, number {number} by Ahlström, Øvergård, "
                + $"van der Berg, et al. (30 Apr), {Link(number)}\n\n  {Words(60)} [a link](https://example.org/{number}).\n\n"
                + "  - one\n  - two\n\n"));

    [Fact]
    public void Is_small_enough_to_be_shown_whole() => Assert.InRange(Encoding.UTF8.GetByteCount(Mail(Text)), 40_000, Most);

    /// <summary>Gmail and Outlook would leave the letters of a formula in a row, and 105 of a power of ten.</summary>
    [Fact]
    public void Has_its_formulas_as_tex()
    {
        var mail = Read(Mail("# T\n\nWords with $10^5$ papers.\n\n$$\nx_1\n$$\n"));

        Assert.Equal("Words with $10^5$ papers.", mail.QuerySelectorAll("p").First(line => line.TextContent.Contains("with")).TextContent);
        Assert.Contains("$$x_1$$", mail.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(mail.QuerySelectorAll("math"));
    }

    [Fact]
    public void Has_looks_in_its_elements_alone_and_of_those_what_all_programs_take()
    {
        var mail = Read(Mail(Text));

        Assert.Empty(mail.QuerySelectorAll("style, link, script, img, svg, form, iframe, object, video, details, summary, [class], [id]"));
        Assert.All(
            mail.QuerySelectorAll("[style]").SelectMany(element => element.GetAttribute("style")!.Split(';')),
            rule => Assert.Contains(rule.Split(':')[0], Properties));
        Assert.DoesNotMatch("position|float|flex|grid|background|url\\(|!important", Mail(Text).Split("<body")[1].Split("Notable")[0]);
        Assert.Single(mail.QuerySelectorAll("table[role=presentation]"));
        Assert.Equal(2, mail.QuerySelectorAll("table").Length);
        Assert.Empty(mail.Descendants<IComment>());
        Assert.All(mail.QuerySelectorAll("a"), link => Assert.Matches("^(https?|mailto):", link.GetAttribute("href")!));
    }

    [Fact]
    public void Reads_in_the_same_order_without_its_looks()
    {
        var mail = Read(Mail(Text));

        Assert.Equal("a chart", mail.QuerySelector("a[href='https://example.org/c.png']")!.TextContent);
        Assert.Equal(
            ["h1", "h2", "h3", "h3", "h3", "h3", "h2"], mail.QuerySelectorAll("h1, h2, h3").Take(7).Select(heading => heading.LocalName));
        Assert.Contains("Hello.[1]", mail.Body!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("Hello to you.", mail.Body.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Has_plain_text_of_short_lines_with_addresses_beside_it()
    {
        var text = MailText(Text);

        Assert.All(
            text.Split('\n').Where(line => !line.TrimStart().StartsWith("http", StringComparison.Ordinal)),
            line => Assert.True(line.Length <= 72, line));
        Assert.Contains("a chart <https://example.org/c.png>", text, StringComparison.Ordinal);
        Assert.Contains("A | B\n1 | 2\n", text, StringComparison.Ordinal);
        Assert.Contains("\nx  =  1\n", text, StringComparison.Ordinal);
        Assert.Contains("  * one\n\n  * two\n", text, StringComparison.Ordinal);
        Assert.Contains("\nIn depth\n========\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n[1] Hello to you.\n", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[ \t]\n|\n\n\n|^\n", text);
    }

    [Theory]
    [InlineData(
        "# T\n\n* Sails by Alder (1 Apr), https://arxiv.org/abs/2404.00001\n\n  Good.\n",
        "T\n=\n\nSails\nby Alder (1 Apr)\nhttps://arxiv.org/abs/2404.00001\n\n  Good.\n")]
    [InlineData(
        "# T\n\n| P | L |\n|-|-|\n| 1) **Sails** by Alder<br>I like how they fold, and above all how they unfold. "
        + "| https://arxiv.org/abs/2404.00001 |\n",
        "T\n=\n\nP\nL\n\n1) Sails by Alder\nI like how they fold, and above all how they unfold.\nhttps://arxiv.org/abs/2404.00001\n")]
    [InlineData("# T\n\n> Quoted\n>\n> twice\n\n1. a\n2. b\n   > c\n", "T\n=\n\n> Quoted\n\n> twice\n\n1. a\n\n2. b\n\n   > c\n")]
    [InlineData("# T\n\nOne\\\ntwo & <b>three</b>\n\n---\n", "T\n=\n\nOne\ntwo & three\n\n----\n")]
    public void Has_plain_text_as_people_write_it(string text, string expected) => Assert.Equal(expected, MailText(text));

    private static string Link(int number) => $"https://arxiv.org/abs/2404.{number:D5}";

    private static string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(at => at % 7 == 0 ? "wordier" : "word"));
}
