using System.Security.Cryptography;
using System.Text;
using Sheaf.Formulas;
using Sheaf.Tests.Drafts.Formats;

namespace Sheaf.Tests.Formulas;

/// <summary>TeX becomes MathML of fixed names and values, the same each time.</summary>
public sealed class SettingFormulas : IDisposable
{
    private readonly FormulaSetter _setter = new();

    public void Dispose() => _setter.Dispose();

    [Theory]
    [InlineData("x", "<mi>x</mi>")]
    [InlineData("1.36\\%", "<mrow><mn>1.36</mn><mi>%</mi></mrow>")]
    [InlineData(
        "\\hat{x}", "<mover><mi>x</mi><mo stretchy=\"false\" class=\"chr-sml wbk-sml-acc tml-depth-0\">ˆ</mo></mover>")]
    [InlineData("\\log n", "<mrow><mrow><mi>log</mi><mo>&#x2061;</mo><mspace width=\"0.1667em\"></mspace></mrow><mi>n</mi></mrow>")]
    [InlineData("\\textit{F}\\text{1}", "<mrow><mtext class=\"tml-italic\">F</mtext><mtext>1</mtext></mrow>")]
    [InlineData("\\textbf{Top 5}", "<mtext class=\"tml-bold\">Top\u00a05</mtext>")]
    [InlineData("\\color{red}x", "<mrow><mi>x</mi></mrow>")]
    [InlineData("\\kern-0.1667em x", "<mrow><mrow class=\"tml-neg-3\"></mrow><mi>x</mi></mrow>")]
    public void A_formula_is_mathml_of_plain_names_and_values(string tex, string markup) =>
        Assert.Equal(
            $"<math><semantics>{markup}<annotation encoding=\"application/x-tex\">{tex}</annotation></semantics></math>", Set(tex));

    [Fact]
    public void One_on_a_line_of_its_own_says_so() => Assert.StartsWith(
        "<math display=\"block\"><semantics><mi>x</mi>", _setter.Set("x", isDisplayed: true).Math?.Markup, StringComparison.Ordinal);

    [Fact]
    public void A_long_one_scrolls_and_a_keyboard_gets_there() => Assert.StartsWith(
        "<math class=\"long\" tabindex=\"0\">", Set("a+b+c+d+e+f+g+h+i+j+k+l+m+n"), StringComparison.Ordinal);

    /// <summary>What would make its own room smaller than it is drawn, or put it elsewhere, is gone.</summary>
    [Theory]
    [InlineData("\\rule{1e9em}{1e9em}x", "1e9")]
    [InlineData("\\rule{999em}{999em}x", "999em\"")]
    [InlineData("\\hspace{-50em}x", "=\"-50")]
    [InlineData("a\\mathllap{over what stands before}", "width=\"0")]
    [InlineData("\\smash{\\Huge x}", "height=")]
    [InlineData("\\raisebox{40em}{x}", "40em\"")]
    [InlineData("\\colorbox{black}{x}", "mathbackground")]
    [InlineData("\\color{white}x", "#fff")]
    [InlineData("\\begin{array}{|c|c|}\\hline a & b\\\\ \\hline\\end{array}", "solid")]
    [InlineData("\\label{eq}x", "id=")]
    public void Nothing_lies_over_its_neighbours_or_has_looks_of_its_own(string tex, string never)
    {
        if (Set(tex) is { } markup)
        {
            var shown = markup[..markup.IndexOf("<annotation", StringComparison.Ordinal)];
            Assert.DoesNotContain(never, shown, StringComparison.Ordinal);
            HarmlessMarkup.Read(markup);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\\notknown")]
    [InlineData("{x")]
    [InlineData("\\href{javascript:alert(1)}{x}")]
    [InlineData("\\href{https://example.org}{x}")]
    [InlineData("\\url{https://example.org}")]
    [InlineData("\\includegraphics{https://example.org/p.png}")]
    [InlineData("\\htmlId{a}{x}")]
    [InlineData("\\class{a}{x}")]
    [InlineData("\\ref{a}")]
    [InlineData("x\u0001y")]
    [InlineData("x\u202ey")]
    [InlineData("\\char\"202E x")]
    [InlineData("\\def\\a{\\a\\a}\\a")]
    [InlineData("\\newcommand{\\b}[1]{#1#1#1#1}\\b{\\b{\\b{\\b{\\b{\\b{\\b{\\b{x}}}}}}}}")]
    public void What_cannot_be_set_is_left_to_be_shown_as_tex(string tex) => Assert.Null(Set(tex));

    /// <summary>Not as rows of data, whose strings are whole.</summary>
    [Fact]
    public void Half_a_character_is_no_formula()
    {
        Assert.Null(Set("\ud835"));
        Assert.Null(Set("x\udc9c"));
        Assert.NotNull(Set("\ud835\udc9c"));
    }

    [Fact]
    public void A_formula_without_measure_costs_no_more_than_it_may()
    {
        string[] many =
        [
            new('{', FormulaSetter.Longest), new('x', FormulaSetter.Longest + 1),
            string.Concat(Enumerable.Repeat("\\frac{1}{", 100)) + "x" + new string('}', 100),
            string.Concat(Enumerable.Repeat("\\frac1{\\frac ab}", 66)),
        ];

        Assert.All(many, tex => Assert.InRange(_setter.Set(tex, true).Cost, 0, 300_000));
        Assert.All(many, tex => Assert.Null(Set(tex)));
        Assert.NotNull(Set("x"));
    }

    [Theory]
    [InlineData("\\gdef\\mine{1}\\mine")]
    [InlineData("\\global\\newcommand\\mine{1}\\mine")]
    [InlineData("\\global\\let\\mine=\\alpha \\mine")]
    public void What_one_formula_defines_no_other_knows(string definition)
    {
        Set(definition);

        Assert.Null(Set("\\mine"));
    }

    [Fact]
    public void An_engine_that_went_over_a_limit_is_replaced()
    {
        Assert.Equal(0, _setter.Engines);
        var before = Set("\\alpha");
        Set(new string('{', 500));

        Assert.Equal(before, Set("\\alpha"));
        Set("\\beta");
        Assert.Equal(2, _setter.Engines);
    }

    [Fact]
    public void What_is_known_already_costs_as_much_as_before_so_that_pages_are_equal()
    {
        using var other = new FormulaSetter();
        var first = _setter.Set("\\frac{a}{b}", false);

        Assert.True(first.Cost > 500);
        Assert.Same(first, _setter.Set("\\frac{a}{b}", false));
        Assert.Equal(first.Cost, other.Set("\\frac{a}{b}", false).Cost);
    }

    [Fact]
    public void Threads_set_formulas_at_once()
    {
        var expected = Enumerable.Range(0, 40).Select(number => Set($"x_{{{number}}}")).ToList();
        using var setter = new FormulaSetter();

        Parallel.For(0, 200, at => Assert.Equal(expected[at % 40], setter.Set($"x_{{{at % 40}}}", false).Math!.Markup));
        Assert.Equal(1, setter.Engines);
    }

    /// <summary>Whoever takes a newer one changes this, with its licence.</summary>
    [Fact]
    public void Temml_is_the_file_that_its_authors_published()
    {
        Assert.Equal(
            "1ab19148afe0dbc836b7a74f344071b3f3a70a7a8259ae4049e76894fcdf8d95",
            Convert.ToHexStringLower(SHA256.HashData(Resource("temml.min.js"))));
        Assert.StartsWith("The MIT License (MIT)", Encoding.UTF8.GetString(Resource("temml.LICENSE.txt")), StringComparison.Ordinal);
    }

    private static byte[] Resource(string name)
    {
        using var stream = typeof(FormulaSetter).Assembly.GetManifestResourceStream($"Sheaf.Formulas.{name}")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private string? Set(string tex) => _setter.Set(tex, isDisplayed: false).Math?.Markup;
}
