using Sheaf.Checking.Titles;

namespace Sheaf.Tests.Checking;

public sealed class ComparingTitles
{
    [Theory]
    [InlineData("kan: kolmogorov–arnold networks", "KAN: Kolmogorov-Arnold Networks")]
    [InlineData("Layer Skip: Early Exits", "LayerSkip: Early exits!")]
    [InlineData("PanGu-π: Gears", @"PanGu-$\pi$: Gears")]
    [InlineData("SL²A of Gödel", @"SL$^{2}$A of G\""odel")]
    [InlineData("Eﬃcient ﬂow of Ｇｅａｒｓ", "Efficient Flow of Gears")]
    [InlineData("Gears & Wheels", "Gears and Wheels")]
    [InlineData("Ge\u00adars and\u202c Wh\u202deels\u2069", "Gears and Wheels")]
    [InlineData("𝐆ears in the Møller Straße", "Gears in the Moller Strasse")]
    public void The_same_letters_and_digits_are_the_same_title(string claimed, string actual) =>
        Assert.Equal(TitleMatch.Same, Compare(claimed, actual));

    [Theory]
    [InlineData("Optimising the Behaviour of Centre Wheels", "Optimizing the Behavior of Center Wheels")]
    [InlineData("Modelling Regularised Analogue Gears", "Modeling Regularized Analog Gears")]
    [InlineData("Teaching LLMs to Grind Gears", "Teaching Large Language Models to Grind Gears")]
    [InlineData("Grinding Gears with RAG in the Dark", "Grinding Gears with Retrieval-Augmented Generation in the Dark")]
    [InlineData("A Mechnism for Grinding Gaers", "A Mechanism for Grinding Gears")]
    [InlineData("Reaching Gear两 Performance with Little Oil", "Reaching Gear2 Performance with Little Oil")]
    [InlineData("Is Oil Superior to Wax for Gears选修 A Comprehensive Study", "Is Oil Superior to Wax for Gears? A Comprehensive Study")]
    [InlineData("Do Gears Plan必修The Wheels Decide", "Do Gears Plan? The Wheels Decide")]
    public void Slips_spelling_abbreviations_and_lost_glyphs_are_near(string claimed, string actual) =>
        Assert.Equal(TitleMatch.Near, Compare(claimed, actual));

    [Theory]
    [InlineData("CogWheel", "CogWheel: Aligning Toothed Transmissions without Human Feedback")]
    [InlineData("Aligning Toothed Transmissions", "CogWheel: Aligning Toothed Transmissions without Human Feedback")]
    [InlineData("Make Your Gears Fully Utilize the Oil, An, Ma, Lin et al. (25 Apr),", "Make Your Gears Fully Utilize the Oil")]
    public void A_shortened_title_and_one_with_something_after_it_are_part(string claimed, string actual) =>
        Assert.Equal(TitleMatch.Part, Compare(claimed, actual));

    [Theory]
    [InlineData("A Survey on the Wear of Gears", "A Survey on the Price of Cranes")]
    [InlineData("CogWheel 3: Open Foundation and Fine-Tuned Gears", "CogWheel 2: Open Foundation and Fine-Tuned Gears")]
    [InlineData("LoRA", "DoRA")]
    [InlineData("Symmetric Wheels", "Asymmetric Wheels")]
    public void What_tells_papers_apart_is_no_slip(string claimed, string actual) =>
        Assert.Equal(TitleMatch.Different, Compare(claimed, actual));

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("关于齿轮的研究 AI")]
    public void What_has_no_words_of_ours_is_not_compared(string claimed) => Assert.Null(Title.Read(claimed));

    [Fact]
    public void A_hostile_title_is_compared_in_no_time()
    {
        var claimed = Title.Read(string.Concat(Enumerable.Repeat("a两b ", 200_000)))!;
        var actual = Title.Read(string.Concat(Enumerable.Repeat(@"\mathbf{ab}两 ", 200_000)))!;

        Assert.True(claimed.Key.Length < 10_000);
        Assert.NotEqual(TitleMatch.Same, claimed.To(actual));
    }

    private static TitleMatch Compare(string claimed, string actual) => Title.Read(claimed)!.To(Title.Read(actual)!);
}
