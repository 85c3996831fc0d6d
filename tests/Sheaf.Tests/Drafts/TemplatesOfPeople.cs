using Sheaf.Drafts.Styles;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts;

public sealed class TemplatesOfPeople : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-template-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_template_says_what_it_likes_with_every_field()
    {
        const string Entry =
            "{{ forloop.index }}. [{{ p.title }}]({{ p.link }}) {{ p.names }}; {{ p.authors | join: ', ' }} {{ p.day }} "
            + "{{ p.date }} {{ p.id }}v{{ p.version }} {{ p.primary }} {{ p.categories | join: '/' }}{% if p.starred %} ★"
            + "{% endif %} {{ p.tags | join: ' ' }} {{ p.words }}{{ p.note }}{{ p.suggestion }}{{ p.venue }}{{ p.comment }}"
            + "{{ p.doi }}{{ p.section }}{{ p.withdrawn }} {{ p.abstract | size }} {{ p.code.size }} {{ p.project.size }}";
        const string Template =
            $$$"""
            # {{ title }} ({{ month }}, {{ month_name }}, {{ month_title }}, {{ year }}): {{ count }}
            {% for section in sections -%}
            ## {{ section.title }}
            {% for p in section.papers -%}
            {{{Entry}}}
            {% endfor %}{% endfor %}{{ papers.size }} {{ in_depth.size }} {{ late_arrivals.size }}
            """;

        GoldenText.Check("template.md", Style(Template).Render(TheRoundupStyle.Rich()));
    }

    [Theory]
    [InlineData(
        "# x\n\n{% for p in papers %}\n{{ p.titel }}\n{% endfor %}", 4,
        "There is no field p.titel; the nearest is p.title, and sheaf help templates lists those that there are.")]
    [InlineData("{{ titles }}", 1, "There is no field titles; the nearest is title, and sheaf help templates lists those that there are.")]
    [InlineData("a\n{{ title | upcased }}", 2, "There is no filter upcased.")]
    public void A_field_or_filter_that_is_not_there_is_named_with_its_line(string template, int line, string sentence)
    {
        var failure = Assert.Throws<BadInputException>(() => Style(template).Render(TheRoundupStyle.Rich()));

        Assert.Equal(($"{File}:{line}: {sentence}", File, line), (failure.Message, failure.File, failure.Line));
    }

    [Theory]
    [InlineData("a\nb {% foo %}\n{{ title }}", 2)]
    [InlineData("a\n{% for p in papers %}\n{% if p.note %}\n{{ p.id }}\n{% endfor %}", 5)]
    [InlineData("a\n{{ title }}\n{% for p in papers %}\n{{ p.id }}\n", 3)]
    [InlineData("{{ title }}\n\n{{ title ", 3)]
    [InlineData("{% if title %}\n{% for p of papers %}{% endfor %}{% endif %}", 2)]
    public void What_is_no_Liquid_is_refused_with_the_line(string template, int line) =>
        Assert.Equal(
            (File, line), Assert.Throws<BadInputException>(() => Style(template)) is var failure ? (failure.File, failure.Line) : default);

    [Theory]
    [InlineData("{% assign a = 'xxxxxxxx' %}", "{% assign a = a | append: a %}", "{{ a | size }}")]
    [InlineData("{% assign a = 'xxxxxxxx' %}", "{% assign a = a | prepend: a %}", "{{ a | size }}")]
    [InlineData("{% assign a = 'xxxxxxxx' %}", "{% assign a = a | replace: 'x', 'xx' %}", "{{ a | size }}")]
    [InlineData("{% assign a = 'xxxxxxxx' %}", "{% assign b = papers | join: a %}{% assign a = a | append: b %}", "{{ a | size }}")]
    [InlineData(
        "{% assign a = 'xxxxxxxx' %}", "{% if a.size < 4000 %}{% assign a = a | append: a %}{% endif %}",
        "{% for i in (1..90000) %}{{ a }}{% endfor %}")]
    public void A_text_that_is_doubled_forty_times_is_refused_before_it_fills_the_memory(string before, string again, string after)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();

        var failure = Assert.Throws<BadInputException>(
            () => Style(before + string.Concat(Enumerable.Repeat(again, 40)) + after).Render(TheRoundupStyle.Rich()));

        Assert.Equal($"{File}: The template makes more than 64 MB of text.", failure.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 1L << 30);
    }

    [Fact]
    public void A_text_put_together_paper_by_paper_is_not_too_much() =>
        Assert.Equal(
            "20000\n",
            Style("{% assign s = '' %}{% for i in (1..20000) %}{% assign s = s | append: 'x' %}{% endfor %}{{ s | size }}")
                .Render(TheRoundupStyle.Rich()));

    [Fact]
    public void A_template_that_is_not_there_is_said_to_be_missing() =>
        Assert.Equal(
            $"{File}: There is no such template for the style.",
            Assert.Throws<BadInputException>(() => TemplateStyle.Read(File, 3)).Message);

    [Fact]
    public void A_template_that_is_no_text_is_refused()
    {
        System.IO.File.WriteAllBytes(File, [0xff, 0xfe, 0x00]);

        Assert.Contains("not UTF-8", Assert.Throws<BadInputException>(() => TemplateStyle.Read(File, 3)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_arxiv_sent_is_no_Liquid_and_no_Markdown() =>
        Assert.Equal(
            "{{ title }} \\<b> {% for %}\n",
            Style("{{ papers[0].title }}").Render(Draft("- 2404.00001\n", Paper("2404.00001", title: "{{ title }} <b> {% for %}"))));

    [Fact]
    public void A_loop_without_end_is_stopped() =>
        Assert.Contains(
            "does not come to an end",
            Assert.Throws<BadInputException>(() => Style("{% for a in (1..200000) %}{% endfor %}").Render(TheRoundupStyle.Rich())).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Files_saved_on_Windows_give_the_same_text() =>
        Assert.Equal(
            Style("a\n{{ month }}\n\n").Render(TheRoundupStyle.Rich()),
            Style("\uFEFFa\r\n{{ month }}\r\n\r\n").Render(TheRoundupStyle.Rich()));

    private string File => Path.Combine(_folder, "my.liquid");

    private TemplateStyle Style(string template)
    {
        System.IO.File.WriteAllText(File, template);
        return TemplateStyle.Read(File, namesShown: 3);
    }
}
