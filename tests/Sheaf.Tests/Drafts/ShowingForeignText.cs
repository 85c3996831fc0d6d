using Sheaf.Markdown;
using Sheaf.Text;

namespace Sheaf.Tests.Drafts;

public sealed class ShowingForeignText
{
    [Theory]
    [InlineData("plain words: 1 - 2, a/b & c > d # e", "plain words: 1 - 2, a/b & c > d # e")]
    [InlineData(@"a\b", @"a\\b")]
    [InlineData("*x* `y` [z](u) <b> !", @"\*x\* \`y\` \[z\](u) \<b> !")]
    [InlineData("snake_case and a__b", "snake_case and a__b")]
    [InlineData("_x_ __init__ a_ _b", @"\_x\_ \_\_init\_\_ a\_ \_b")]
    [InlineData("é_é 𝔸_1", "é_é 𝔸_1")]
    [InlineData(@"$a_1*b<c\in[0]$ *", @"$a_1*b<c\in[0]$ \*")]
    [InlineData("$$a_*$$ _", @"$$a_*$$ \_")]
    [InlineData("costs $5 *now*", @"costs $5 \*now\*")]
    [InlineData(@"\$5 and $x_*$", @"\\$5 and $x_*$")]
    [InlineData("$a*$ b $c_", @"$a*$ b $c\_")]
    [InlineData("<!-- hidden", @"\<!-- hidden")]
    public void Markdown_is_escaped_outside_mathematics(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Escape(text));

    [Theory]
    [InlineData("$<!--$", "$< !--$")]
    [InlineData("$a</b>$", "$a< /b>$")]
    [InlineData("$<script>x$", "$< script>x$")]
    [InlineData("$p<q and r>s$", "$p< q and r>s$")]
    [InlineData("$a<b$ and $c>d$", "$a<b$ and $c>d$")]
    [InlineData(@"$a<b\le c>d$", @"$a<b\le c>d$")]
    public void Mathematics_cannot_open_a_comment_or_a_tag(string text, string markdown) =>
        Assert.Equal(markdown, MarkdownText.Escape(text));

    [Theory]
    [InlineData("a\n  b\tc\u00a0d ", "a b c d")]
    [InlineData("a\u202eb\u2066c\u200bd\ufeffe\u0007f\u00adg\u007f", "abcdefg")]
    [InlineData("می\u200cخواهم 👩\u200d🔬", "می\u200cخواهم 👩\u200d🔬")]
    [InlineData("a\u2028b", "a b")]
    [InlineData("\U000e0041x", "x")]
    public void Invisible_and_control_characters_are_dropped(string text, string line) => Assert.Equal(line, PlainLine.Of(text));

    [Fact]
    public void Half_a_character_is_dropped() => Assert.Equal("ab", PlainLine.Of("a\ud800b\udc00"));

    [Fact]
    public void TeX_accents_become_letters_and_other_TeX_stays() =>
        Assert.Equal(@"Poincaré \\emph{maps} & $\'e_1$", MarkdownText.Of(@"Poincar\'e~\emph{maps} \& $\'e_1$"));

    [Theory]
    [InlineData("# x", @"\# x")]
    [InlineData("- x", @"\- x")]
    [InlineData("1. x", @"1\. x")]
    [InlineData("> x", @"\> x")]
    [InlineData("x # y", "x # y")]
    [InlineData("$x$-rays", "$x$-rays")]
    public void A_paragraph_does_not_begin_a_heading_or_a_list(string text, string markdown) =>
        Assert.Equal(markdown, MarkdownText.ParagraphOf(text));
}
