using System.Text;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>Entries of a text without a paper, and what stands aside.</summary>
public sealed class WhatIsNamed
{
    [Theory]
    [InlineData(
        "- [Widgets](https://github.com/x/widgets)", nameof(PaperlessReason.LeadsElsewhere), "https://github.com/x/widgets", "Widgets")]
    [InlineData(
        "- Widgets and Gears, doi:10.5555/3292500.3330919", nameof(PaperlessReason.LeadsElsewhere), "10.5555/3292500.3330919",
        "Widgets and Gears")]
    [InlineData(
        "● Widgets that Turn https://example.org/w.pdf", nameof(PaperlessReason.LeadsElsewhere), "https://example.org/w.pdf",
        "Widgets that Turn")]
    [InlineData(
        "## [Widgets and Gears](https://example.org/w)", nameof(PaperlessReason.LeadsElsewhere), "https://example.org/w",
        "Widgets and Gears")]
    [InlineData(
        "| Title | Link |\n|---|---|\n| Widgets | https://example.org/w |", nameof(
            PaperlessReason.LeadsElsewhere), "https://example.org/w", "Widgets")]
    [InlineData(
        "| Title | Year |\n|---|---|\n| Widgets that Turn | 2024 |", nameof(PaperlessReason.TitleOnly), "Widgets that Turn",
        "Widgets that Turn")]
    [InlineData(
        "- Widgets that turn in workshops", nameof(PaperlessReason.Words), "Widgets that turn in workshops",
        "Widgets that turn in workshops")]
    [InlineData("- 小部件在小作坊中的研究", nameof(PaperlessReason.Words), "小部件在小作坊中的研究", "小部件在小作坊中的研究")]
    [InlineData(
        "- Widgets [paper](https://bit.ly/3xYzAbC) [code](https://github.com/x/w)", nameof(PaperlessReason.OpaqueLink),
        "https://bit.ly/3xYzAbC", "Widgets")]
    public void An_entry_without_a_paper_says_why(string text, string reason, string what, string title)
    {
        var entry = Assert.Single(Read(text).Paperless);

        Assert.Equal((reason, what, title), (entry.Reason.ToString(), entry.Text, entry.Title));
    }

    [Theory]
    [InlineData("- [Contents](#contents)")]
    [InlineData("- [All the older papers of ours](./older.md)")]
    [InlineData("- three words only")]
    [InlineData("## A heading of several words")]
    [InlineData("We keep our code at https://github.com/x/y these days.")]
    [InlineData("- Widgets in many small workshops\n  - https://arxiv.org/abs/2404.00001\n  - code: https://github.com/x/w")]
    [InlineData("- 论文:Widgets in many small workshops\n- 链接:https://arxiv.org/abs/2404.00001\n- 代码:https://github.com/x/w")]
    [InlineData("- [Widgets](https://github.com/x/w), https://arxiv.org/abs/2404.00001")]
    [InlineData("- [Unsubscribe](https://example.org/u)")]
    [InlineData("| Title | Link |\n|---|---|")]
    [InlineData("- 2404.00001\n\n| Category | Papers |\n|---|---|\n| cs.CL Computation and Language | 35 |")]
    [InlineData("- 2404.00001\n\n| Kategorie | Artikel |\n|---|---|\n| cs.CL Computation and Language | 1,035 |")]
    [InlineData("```\n- https://github.com/x/w\n```")]
    public void What_is_no_entry_or_has_a_paper_is_not_named(string text) => Assert.Empty(Read(text).Paperless);

    [Theory]
    [InlineData("- 2404.00001 — extends 2404.00002")]
    [InlineData("- 2404.00001\n  and 2404.00002")]
    [InlineData("| 2404.00001 | 2404.00002 |")]
    [InlineData("- 2404.00001\n\n```\n2404.00002\n```")]
    [InlineData("- 2404.00001\n// 2404.00002")]
    public void What_stands_aside_is_claimed_and_never_listed(string text)
    {
        var list = Read(text);

        Assert.Equal(["2404.00001"], list.Listed.Select(claim => claim.Id()));
        Assert.Equal([("2404.00001", false), ("2404.00002", true)], list.Claims.Select(claim => (claim.Id()!, claim.IsAside)));
        Assert.Equal(["2404.00001"], ForeignText.Read("list.md", text).Select(claim => claim.Id()));
    }

    [Fact]
    public void A_mail_of_announcements_gives_titles_and_names()
    {
        const string Mail =
            "\\\\\narXiv:2404.00001\nDate: Sat, 30 Mar 2024 01:00:00 GMT   (1kb)\n\nTitle: Widgets in Workshops: A Study of\n  Turning\n"
            + "Authors: Ada Specimen (1), Zoe van der Muster\n  and Bo Lu ((1) Widget Works (Berlin))\n"
            + "Categories: cs.CL\n\\\\\n  As in arXiv:2404.00002.\n\\\\ ( https://arxiv.org/abs/2404.00001 ,  1kb)\n";

        var claims = ForeignText.Read("mail.txt", Mail);

        Assert.Equal(
            [("2404.00001", true, 2), ("2404.00002", false, 11)], claims.Select(claim => (claim.Id()!, claim.IsEntry, claim.Line)));
        Assert.Equal("Widgets in Workshops: A Study of Turning", claims[0].Title);
        Assert.Equal(["Specimen", "van der Muster", "Lu"], claims[0].Surnames);
    }

    private static ReadList Read(string text) => ListReader.ReadWhole("list.md", Encoding.UTF8.GetBytes(text + "\n"));
}
