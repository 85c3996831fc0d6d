using System.Text;
using Sheaf.Drafts.Formats;
using Sheaf.Formulas;
using Sheaf.Tests.Drafts.Formats;
using static Sheaf.Tests.Drafts.Formats.FormattedDrafts;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Hostile;

/// <summary>A thousand formulas that were made to run, to hide, to take for ever or to fill the memory.</summary>
public sealed class FormulasThatMeanIll
{
    private static readonly string[] Pieces =
    [
        "x", "{", "}", "^", "_", "&", "\\\\", "#", "%", "~", "'", "\\left(", "\\right)", "\\left\\{", "\\middle|", "\\sqrt{",
        "\\frac{1}{", "\\hat{", "\\text{", "\\mbox{", "\\begin{matrix}", "\\end{matrix}", "\\begin{align}", "\\end{align}", "\\hline",
        "\\cancel{", "\\boxed{", "\\over", "\\atop", "\\limits", "\\Huge ", "\\tiny ", "\\mathrlap{", "\\smash{", "\\phantom{",
        "\\raisebox{9em}{", "\\rule{1e9em}{99999em}", "\\hspace{99999cm}", "\\kern-9999em", "\\mkern999mu", "\\color{#fff}",
        "\\colorbox{black}{", "\\tag{1}", "\\label{a}", "\\ref{a}", "\\eqref{a}", "\\href{javascript:alert(1)}{x}",
        "\\url{javascript:alert(1)}", "\\htmlId{a}{x}", "\\htmlClass{a}{x}", "\\htmlStyle{position:fixed}{x}", "\\htmlData{a=b}{x}",
        "\\class{a}{x}", "\\id{a}{x}", "\\style{a:b}{x}", "\\includegraphics[height=9em]{https://elsewhere.invalid/p.png}",
        "<script>alert(1)</script>", "</math><img src=x onerror=alert(1)>",
        "\\text{</annotation></semantics></math><script>alert(1)</script>}", "]]>", "<!--", "&lt;", "&#x202e;", "\"'><", "\\char\"202E ",
        "\\char\"0 ", "\\unicode{x202e}", "\\def\\a{\\a\\a}", "\\gdef\\b#1{#1#1#1#1}", "\\a", "\\b{", "\\let\\x=\\y",
        "\\newcommand{\\c}[9]{#9}", "\\renewcommand{\\frac}{\\frac}", "\\edef\\d{\\d}", "\\expandafter", "\\noexpand",
        "\\csname x\\endcsname", "\\futurelet", "\\input{/etc/passwd}", "\\write18{id}", "\\catcode`\\@=0", "\\loop\\repeat", "__proto__",
        "\\constructor", "\\toString", "\\hasOwnProperty", "\\__proto__", "\0", "\u0001", "\u001b[31m", "\u202e", "\u2028", "\ufeff",
        "\ud800", "\udc00", "\uffff", "\u0300", "\U0001f600", "界", "שלום", "\t", "\n",
    ];

    private static readonly IReadOnlyList<string> Thousand = [.. Enumerable.Range(0, 1000).Select(Invent)];

    [Fact]
    public void Each_is_shown_or_not_within_its_measure_and_none_acts()
    {
        using var setter = new FormulaSetter();
        setter.Set("x", isDisplayed: false);
        var set = new List<string>();
        foreach (var tex in Thousand)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var result = setter.Set(tex, isDisplayed: tex.Length % 2 == 0);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 80_000_000);
            Assert.InRange(result.Cost, 0, StatementBudget.Most + 100_000);
            Assert.InRange(result.Math?.Markup.Length ?? 0, 0, 100_000);
            set.AddRange(result.Math is { } math ? [math.Markup] : []);
        }

        var markup = string.Concat(set.Select(math => $"<p>{math}</p>"));
        Assert.Equal(set.Count, HarmlessMarkup.Read(markup).QuerySelectorAll("p > math").Length);
        Assert.InRange(set.Count, 100, 900);
        Assert.DoesNotContain(
            markup.EnumerateRunes(),
            rune => rune.Value is not ('\n' or '\t') && (Rune.IsControl(rune) || rune.Value is 0x202e or 0x2028 or 0xfffd));
        Assert.Equal("<mi>x</mi>", Inner(setter.Set("x", isDisplayed: false)));
        Assert.Equal("<mi>α</mi>", Inner(setter.Set("\\alpha", isDisplayed: false)));
    }

    /// <summary>Its words are there, and where too much was asked for, the formulas as TeX.</summary>
    [Fact]
    public void A_page_of_them_is_a_page_with_all_of_its_words()
    {
        var papers = Thousand.Chunk(100).Index().Select(part => One(
            Paper(
                FormattableString.Invariant($"2404.{part.Index + 1:D5}"),
                title: $"Title {part.Index}",
                summary: $"First {string.Join(" and ", part.Item.Select(tex => $"${tex}$"))} last."),
            string.Join("\n\n", part.Item.Take(20).Select(tex => $"Note ${tex}$ end."))));

        var text = DraftHtml.Render(Of([.. papers]));

        var page = HarmlessMarkup.Read(text);
        Assert.Equal(10, page.QuerySelectorAll("article").Length);
        Assert.All(
            page.QuerySelectorAll("article details"), words => Assert.Matches(@"^\s*Abstract\s+First[\s\S]+last\.\s*$", words.TextContent));
        Assert.Equal(text, DraftHtml.Render(Of([.. papers])));
    }

    [Fact]
    public void A_page_may_ask_for_only_so_much_and_the_rest_is_tex()
    {
        var formulas = PageFormulas.Begin();
        var dear = Enumerable.Range(0, 40).Select(number => new string('{', 100 + number));

        Assert.NotNull(formulas.Set("\\alpha", isDisplayed: false));
        Assert.All(dear, tex => Assert.Null(formulas.Set(tex, isDisplayed: false)));
        Assert.Null(formulas.Set("\\alpha", isDisplayed: false));
        Assert.NotNull(PageFormulas.Begin().Set("\\alpha", isDisplayed: false));
    }

    private static string Inner(FormulaResult result)
    {
        var markup = result.Math!.Markup["<math><semantics>".Length..];
        return markup[..markup.IndexOf("<annotation", StringComparison.Ordinal)];
    }

    /// <summary>Each from a seed of its own.</summary>
    private static string Invent(int seed)
    {
        var random = new Random(seed);
        var tex = new StringBuilder();
        var pieces = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pieces[random.Next(Pieces.Length)]).ToList();
        var times = random.Next(6) switch { 0 => random.Next(1, 400), 1 => random.Next(1, 40), _ => 1 };
        for (var at = 0; at < times; at++)
        {
            pieces.ForEach(piece => tex.Append(piece));
        }

        // Half of them are closed, so that more of them are read to their end.
        if (random.Next(2) == 0)
        {
            tex.Append('x').Append('}', Math.Max(0, tex.ToString().Count(sign => sign == '{') - tex.ToString().Count(sign => sign == '}')));
        }

        return tex.ToString();
    }
}
