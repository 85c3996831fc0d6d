using AngleSharp.Dom;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using static Sheaf.Tests.Drafts.Formats.FormattedDrafts;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts.Formats;

public sealed class TheDraftAsHtml
{
    [Fact]
    public void Its_parts_are_headed_in_order()
    {
        var page = HarmlessMarkup.Read(Render("html", Rich()));

        Assert.Equal(
            [
                "Notable arXiv papers, April 2024", "The month at a glance", "In depth", "Glass and widgets", "Small things and large",
                "Papers", "Late arrivals",
            ],
            page.QuerySelectorAll("h1, h2").Select(heading => heading.TextContent));
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(2 + 6 + 1, page.QuerySelectorAll("main article > h3:first-child > a[href^='https://arxiv.org/abs/']").Length);
        Assert.Equal(
            page.QuerySelectorAll("nav a").Select(link => link.TextContent),
            page.QuerySelectorAll("h2").Skip(1).Select(heading => heading.TextContent));
        Assert.Equal(
            page.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")![1..]),
            page.QuerySelectorAll("h2[id]").Skip(1).Select(heading => heading.Id));
    }

    [Fact]
    public void It_opens_with_the_counts_of_the_draft() =>
        Assert.Equal(
            "6 papers on the list, 2 in depth, 1 late arrival.",
            HarmlessMarkup.Read(Render("html", Rich())).QuerySelector("p.lead")!.TextContent);

    [Fact]
    public void A_paper_in_depth_has_ten_of_its_authors_their_number_its_venue_and_its_links()
    {
        var authors = Enumerable.Range(1, 20).Select(number => $"Ada Author{(char)('a' + number)}").ToArray();
        var paper = Paper(
            "2404.00001",
            authors: authors) with
        {
            Comment = "Accepted at ICLR 2025. Code: https://github.com/a/b?c=1&d=2 and https://fold.example.org/it",
        };

        var page = HarmlessMarkup.Read(Render("html", Draft("- 2404.00001 ★\n", paper)));

        Assert.Equal($"{string.Join(", ", authors[..10])} and 10 others", page.QuerySelector("article.deep .names")!.TextContent);
        Assert.Equal(
            ["Published in ICLR 2025", "Code: https://github.com/a/b?c=1&d=2", "Project: https://fold.example.org/it"],
            page.QuerySelectorAll("article.deep p.byline").Skip(1).Select(line => line.TextContent));
        Assert.Contains(
            "https://github.com/a/b?c=1&d=2", page.QuerySelectorAll("article.deep a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Every_inner_link_and_label_leads_somewhere()
    {
        var page = HarmlessMarkup.Read(Render("html", Rich()));
        var places = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();

        Assert.Equal(places.Distinct(), places);
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.Contains(link.GetAttribute("href")![1..], places));
        Assert.All(
            page.QuerySelectorAll("[aria-labelledby]").SelectMany(element => element.GetAttribute("aria-labelledby")!.Split(' ')),
            label => Assert.Contains(label, places));
    }

    [Fact]
    public void A_suggestion_is_marked_and_a_note_is_not()
    {
        var page = HarmlessMarkup.Read(Render("html", Rich()));

        Assert.Equal(4, page.QuerySelectorAll("article .suggested .mark").Length);
        Assert.Equal("late", page.QuerySelector("section:last-of-type .words em")!.TextContent);
    }

    [Fact]
    public void Formulas_are_set_and_keep_their_tex()
    {
        var page = HarmlessMarkup.Read(
            Render(
                "html",
                Of(
                    One(
                        Paper("2404.00001", title: "If $a<b$ & $5", summary: "So $$x_1$$."),
                        "Since $\\{y*z*\\}$ holds\n\n$$\n\\alpha\n$$"))));

        Assert.Equal(
            ["a<b", "\\{y*z*\\}", "\\alpha", "x_1"], page.QuerySelectorAll("math annotation").Select(annotation => annotation.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("p > math[display=block]").Length);
        Assert.Equal("a<b", page.QuerySelector("h3 mrow")!.TextContent);
        Assert.EndsWith(" & $5", page.QuerySelector("h3")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Of $\\unknown$, $5 and $10, $\\href{javascript:alert(1)}{x}$")]
    [InlineData("Of $$ and $ $")]
    [InlineData("From $18/hour versus 5GB and $0.43 to 0.5")]
    [InlineData("The $ and the $")]
    [InlineData("Of $ {x $ \u4f60")]
    public void A_formula_that_cannot_be_set_and_money_are_shown_as_they_are(string title)
    {
        var heading = HarmlessMarkup.Read(Render("html", Of(Paper("2404.00001", title: title)))).QuerySelector("h3")!;

        Assert.Equal(title, heading.TextContent);
        Assert.Empty(heading.QuerySelectorAll("math"));
    }

    [Theory]
    [InlineData("[x](https://example.org/a_b)", "<p><a href=\"https://example.org/a_b\" rel=\"noreferrer\">x</a></p>")]
    [InlineData(
        "[x](https://example.org/?a='1'&b=2)", "<p><a href=\"https://example.org/?a=&#39;1&#39;&amp;b=2\" rel=\"noreferrer\">x</a></p>")]
    [InlineData(
        "<https://example.org/?a='1'>",
        "<p><a href=\"https://example.org/?a=&#39;1&#39;\" rel=\"noreferrer\">https://example.org/?a='1'</a></p>")]
    [InlineData("[x](javascript:alert(1))", "<p>x</p>")]
    [InlineData(
        "<javascript:alert(1)> <mailto:a@example.org>",
        "<p>javascript:alert(1) <a href=\"mailto:a@example.org\" rel=\"noreferrer\">mailto:a@example.org</a></p>")]
    [InlineData("![a picture](https://example.org/p.png)", "<p><a href=\"https://example.org/p.png\" rel=\"noreferrer\">a picture</a></p>")]
    [InlineData(
        "[![p](https://example.org/p.png)](https://example.org/)", "<p><a href=\"https://example.org/\" rel=\"noreferrer\">p</a></p>")]
    [InlineData("![](data:image/png;base64,AAAA)", "<p></p>")]
    [InlineData("<b onclick=x>b</b>", "<p>&lt;b onclick=x&gt;b&lt;/b&gt;</p>")]
    [InlineData("# Big", "<h4>Big</h4>")]
    public void A_note_is_markdown_that_does_nothing_but_show(string note, string html) =>
        Assert.Contains(
            $"<div class=\"words\">\n{html}\n</div>", Render("html", Of(One(Paper("2404.00001"), note))), StringComparison.Ordinal);

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("**a")]
    public void A_note_without_measure_is_shown_as_it_is(string piece)
    {
        var note = string.Concat(Enumerable.Repeat(piece, 50_000));

        Assert.Equal(note, HarmlessMarkup.Read(Render("html", Of(One(Paper("2404.00001"), note)))).QuerySelector(".words p")!.TextContent);
    }

    [Fact]
    public void A_note_too_deep_is_shown_as_it_is() =>
        Assert.Equal(
            new string('>', 5000),
            HarmlessMarkup.Read(Render("html", Of(One(Paper("2404.00001"), new string('>', 5000)))))
                .QuerySelector(".words p")!.TextContent);

    [Fact]
    public void The_page_lets_nothing_in_and_asks_for_nothing()
    {
        var html = Render("html", Rich());

        Assert.Contains("content=\"default-src &#39;none&#39;; style-src &#39;sha256-", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(8, 8)]
    [InlineData(40, 8)]
    public void The_drawing_has_a_bar_for_each_of_the_largest_categories(int categories, int bars)
    {
        var names = Category.Active.Take(categories).Select(category => category.Name).ToList();
        var draft = Of(
            [
                .. names.Select(
                    (name, number) => One(Paper(FormattableString.Invariant($"2404.{number + 1:D5}")) with { Categories = [name] })),
            ]);

        var drawing = HarmlessMarkup.Read(Render("html", draft)).QuerySelector("svg")!;

        Assert.Equal(bars, drawing.QuerySelectorAll("rect").Length);
        Assert.Equal(
            categories,
            drawing.QuerySelectorAll(".count")
                .Sum(count => int.Parse(count.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Papers_of_other_months_stand_at_the_ends_of_the_days()
    {
        var draft = Of(
            One(Paper("2404.00001", "2024-03-31T23:59:59Z")), One(Paper("2404.00002", "2024-04-01T00:00:00Z")),
            One(Paper("2404.00003", "2024-05-01T00:00:00Z")));

        var days = HarmlessMarkup.Read(Render("html", draft)).QuerySelectorAll("svg")[1];

        Assert.Equal("earlier 1, 1 April 1, later 1.", days.QuerySelector("desc")!.TextContent);
    }

    [Fact]
    public void Two_thousand_papers_are_drawn_within_the_frame()
    {
        var draft = Of(
            [.. Enumerable.Range(1, 2000)
                .Select(
                    number => One(
                        Paper(
                            FormattableString.Invariant($"2404.{number:D5}"),
                            FormattableString.Invariant($"2024-04-{number % 30 + 1:D2}T00:00:00Z"))))]);

        var bars = HarmlessMarkup.Read(Render("html", draft)).QuerySelectorAll("svg rect");

        Assert.All(bars, bar => Assert.InRange(Length(bar, "x") + Length(bar, "width"), 0, 360));
        Assert.All(bars, bar => Assert.InRange(Length(bar, "height"), 2, 190));
    }

    private static double Length(IElement bar, string name) =>
        double.Parse(bar.GetAttribute(name)!, System.Globalization.CultureInfo.InvariantCulture);
}
