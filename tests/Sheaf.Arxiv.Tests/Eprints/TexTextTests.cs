using System.Diagnostics;
using Sheaf.Arxiv.Tex;

namespace Sheaf.Arxiv.Tests.Eprints;

public sealed class TexTextTests
{
    [Theory]
    [InlineData(@"Jos\'e", "José")]
    [InlineData(@"Jos\'{e}", "José")]
    [InlineData(@"Jos{\'e}", "José")]
    [InlineData(@"Jos{\'{e}}", "José")]
    [InlineData(@"Jos{{\'e}}", "José")]
    [InlineData(@"G\""odel", "Gödel")]
    [InlineData(@"G{\""o}del", "Gödel")]
    [InlineData(@"G\""{o}del", "Gödel")]
    [InlineData(@"{\""U}ber", "Über")]
    [InlineData(@"Erd\H{o}s", "Erdős")]
    [InlineData(@"Erd\H os", "Erdős")]
    [InlineData(@"Erd{\H o}s", "Erdős")]
    [InlineData(@"Fran\c{c}ois", "François")]
    [InlineData(@"Fran\c cois", "François")]
    [InlineData(@"Fran{\c c}ois", "François")]
    [InlineData(@"Ho\v{r}ava", "Hořava")]
    [InlineData(@"\v Simon \v{Z}i\v{z}ek", "Šimon Žižek")]
    [InlineData(@"\.Zelazny", "Żelazny")]
    [InlineData(@"W\k{a}s\k a", "Wąsą")]
    [InlineData(@"\r{A}ngstr\""om, K\r urka", "Ångström, Kůrka")]
    [InlineData(@"Erdo\u{g}an", "Erdoğan")]
    [InlineData(@"\=Osaka \={u}", "Ōsaka ū")]
    [InlineData(@"Pe\~na Se\~{n}or", "Peña Señor")]
    [InlineData(@"Universit\`a, P\^ole", "Università, Pôle")]
    [InlineData(@"\d{h}\d s \b{d}", "ḥṣ ḏ")]
    [InlineData(@"\t{oo}", "o͡o")]
    [InlineData(@"S{\'e}minaire d'{\'E}t\'e", "Séminaire d'Été")]
    public void An_accent_joins_its_letter(string tex, string text) => Assert.Equal(text, TexText.ToUnicode(tex));

    [Theory]
    [InlineData(@"Mart\'{\i}nez", "Martínez")]
    [InlineData(@"Mart\'\i nez", "Martínez")]
    [InlineData(@"Mart\'\i{}nez", "Martínez")]
    [InlineData(@"Mart{\'\i}nez", "Martínez")]
    [InlineData(@"na\""{\i}ve \u\i \^{\j}", "naïve ĭĵ")]
    [InlineData(@"\'{\o} \'\ae", "ǿ ǽ")]
    [InlineData(@"\'{\^e} \d{\^{a}} \^{\d a} \'{\""u}", "ế ậ ậ ǘ")]
    [InlineData(@"\d{\'e}", "ẹ́")]
    public void An_accent_may_stand_over_a_macro_or_another_accent(string tex, string text) => Assert.Equal(text, TexText.ToUnicode(tex));

    [Theory]
    [InlineData(@"\L{}ukasz", "Łukasz")]
    [InlineData(@"\L ukasz", "Łukasz")]
    [InlineData(@"{\L}ukasz", "Łukasz")]
    [InlineData(@"Pawe\l", "Paweł")]
    [InlineData(@"Pawe\l, S\o ren \O rsted", "Paweł, Søren Ørsted")]
    [InlineData(@"Stra\ss e Stra{\ss}e Stra\ss{}e", "Straße Straße Straße")]
    [InlineData(@"Gau\ss\ and", "Gauß and")]
    [InlineData(@"\AA rhus \aa{} \AE{}on \ae \OE uvre \oe{}", "Århus å Æon æŒuvre œ")]
    [InlineData(@"\dh\DH\th\TH\ng\NG\dj\DJ\i\j", "ðÐþÞŋŊđĐıȷ")]
    public void A_letter_macro_takes_the_space_that_ends_it(string tex, string text) => Assert.Equal(text, TexText.ToUnicode(tex));

    [Theory]
    [InlineData(@"\alpha decay", "α decay")]
    [InlineData(@"\alpha{} decay, \beta\ decay", "α decay, β decay")]
    [InlineData(@"{\Lambda}CDM", "ΛCDM")]
    [InlineData(@"\gamma-ray and \gamma\gamma", "γ-ray and γγ")]
    [InlineData(@"\varepsilon \epsilon \vartheta \varphi \phi \varsigma \Omega_m", "ε ε ϑ φ ϕ ς Ω_m")]
    public void A_Greek_macro_is_a_letter_and_keeps_its_space(string tex, string text) => Assert.Equal(text, TexText.ToUnicode(tex));

    [Theory]
    [InlineData(@"R\&D, 50\%, a\_b, \#1", "R&D, 50%, a_b, #1")]
    [InlineData("van~der~Berg", "van der Berg")]
    [InlineData("~~a", "  a")]
    public void Escaped_characters_and_ties_are_plain(string tex, string text) => Assert.Equal(text, TexText.ToUnicode(tex));

    [Theory]
    [InlineData("")]
    [InlineData("KAN: Kolmogorov-Arnold Networks")]
    [InlineData(@"\textit{x} \emph{y} -- ``quoted'' \LaTeX \alphabet \ddot o \cc")]
    [InlineData(@"{BERT}: {P}re-training {} {{}} {a{b}c}")]
    [InlineData(@"\$5 and \{ \} \\ \ \, \( \alphabet \)")]
    [InlineData(@"\'{} \""{} \'{ab} \'1 \' e \v{} \H{12} \~{} \^{}")]
    [InlineData(@"x \")]
    [InlineData(@"x \'")]
    [InlineData(@"x \'{")]
    [InlineData(@"x \c ")]
    [InlineData(@"\""Quoted\"" words")]
    [InlineData("e\u0301 is not ours")]
    [InlineData("\ud800 lone \udc00 halves")]
    public void Other_TeX_stays_as_it_is(string tex) => Assert.Equal(tex, TexText.ToUnicode(tex));

    [Theory]
    [InlineData(@"a $k$-step \'e", "a $k$-step é")]
    [InlineData(@"$\alpha~\'e \& {\""o}$ \alpha", @"$\alpha~\'e \& {\""o}$ α")]
    [InlineData(@"\'e $\alpha$ \'e $\beta$ \'e", @"é $\alpha$ é $\beta$ é")]
    [InlineData(@"$$\alpha~x$$ \alpha", @"$$\alpha~x$$ α")]
    [InlineData(@"$a\$\alpha$ \alpha", @"$a\$\alpha$ α")]
    [InlineData(@"\$5 for \alpha, \$6 for \beta", @"\$5 for α, \$6 for β")]
    [InlineData(@"\\$\alpha$ \\'e", @"\\$\alpha$ \\'e")]
    [InlineData(@"{\'e $x$}", "{é $x$}")]
    public void Mathematics_is_left_byte_for_byte(string tex, string text) => Assert.Equal(text, TexText.ToUnicode(tex));

    [Theory]
    [InlineData(@"\'e costs $5 and \'e~{\""o}", "é costs $5 and é ö")]
    [InlineData(@"Costs $5 or 6\% of a~b", "Costs $5 or 6% of a b")]
    [InlineData(@"$x$ at $5 or 6\% of $y$ a~b \alpha", @"$x$ at $5 or 6\% of $y$ a b α")]
    [InlineData(@"\'e $", "é $")]
    [InlineData(@"\'e $\", @"é $\")]
    public void A_dollar_without_its_second_leaves_the_rest_alone(string tex, string text) => Assert.Equal(text, TexText.ToUnicode(tex));

    [Theory]
    [InlineData(@"{G\""odel} and {\""o}", "{Gödel} and ö")]
    [InlineData(@"{\'e\'e}{\ss }", "ééß")]
    [InlineData(@"{\'e}} {{\'e", "é} {{é")]
    [InlineData(@"{{\'e}x} {\&}", "{éx} {&}")]
    [InlineData(@"\textbf{\'e} \frac{\alpha}{\beta} \""{\alpha} H_{\alpha}", @"\textbf{é} \frac{α}{β} \""{α} H_α")]
    public void Braces_go_only_with_the_accent_they_held(string tex, string text) => Assert.Equal(text, TexText.ToUnicode(tex));

    [Theory]
    [InlineData(@"O\'Brien and \'t Hooft", "O'Brien and 't Hooft")]
    public void An_acute_that_no_letter_has_is_an_apostrophe(string tex, string text) => Assert.Equal(text, TexText.ToUnicode(tex));

    [Fact]
    public void What_has_been_converted_is_composed()
    {
        const string Accents = "`'^~=.\"uvHcdkrb";
        var composed = Accents
            .SelectMany(accent => "AEIOUYCGHKLNRSTWZaeiouycghklnrstwz".Select(letter => (accent, letter)))
            .Select(pair => TexText.ToUnicode($"\\{pair.accent}{{{pair.letter}}}"))
            .Where(text => text.Length == 1)
            .ToList();

        Assert.Equal(composed.Count, composed.Distinct().Count());
        Assert.InRange(composed.Count, 200, 300);
        Assert.All(composed, text => Assert.True(text[0] > '\u00bf' && char.IsLetter(text[0])));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData(@"\")]
    [InlineData(@"\'")]
    [InlineData(@"\'{")]
    [InlineData(@"{\'e}")]
    [InlineData(@"{{\'e")]
    [InlineData(@"\v ")]
    [InlineData(@"\v{ ")]
    [InlineData(@"\va")]
    [InlineData("$")]
    [InlineData("$$ ")]
    [InlineData(@"$\")]
    [InlineData("~")]
    [InlineData(@"\alpha{}")]
    public void Hostile_text_takes_no_more_than_its_length_is_worth(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 500_000 / unit.Length));

        var clock = Stopwatch.StartNew();
        _ = TexText.ToUnicode("~" + text + new string('}', 100_000));
        _ = TexText.ToUnicode(new string('{', 100_000) + @"\'e" + text + new string(' ', 100_000) + new string('}', 100_000));

        Assert.True(clock.Elapsed < TimeSpan.FromMinutes(5), $"{clock.Elapsed}");
    }
}
