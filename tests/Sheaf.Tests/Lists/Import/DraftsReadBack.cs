namespace Sheaf.Tests.Lists.Import;

/// <summary>What Sheaf writes into a draft, this reads back.</summary>
public sealed class DraftsReadBack
{
    private static readonly string Draft = File.ReadAllText(
        Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Tests", "Drafts", "Golden", "sections.md"));

    [Fact]
    public void Titles_come_back_without_their_escapes() =>
        Assert.Equal(
            [
                "It Folds", "On $a_1*b$ and snake_case: [Draft] *Notes*", "Widgets & Glass: a Poincaré Story", "Strings", "It Folds",
                "Does It Fold?",
                "On $a_1*b$ and snake_case: [Draft] *Notes*", "An Older Paper",
            ],
            ForeignText.Read("2024-04.md", Draft).Select(claim => claim.Title));

    [Fact]
    public void Names_and_days_come_back() =>
        Assert.Equal(
            [
                ("Ada Specimen", false, "30.4."), ("Jan van der Berg|The WIDGET Collaboration", false, "2.4."),
                ("One|Two|Three", true, "11.4."), ("One|Two|Three|Four", false, "4.1.1999"),
                ("Specimen", false, "30.4."), ("Example|Other|Third", false, "30.4."),
                ("van der Berg|The WIDGET Collaboration", false, "2.4."), ("Plato", false, "3.8.2020"),
            ],
            ForeignText.Read("2024-04.md", Draft).Select(claim => (string.Join('|', claim.Surnames), claim.EtAl, claim.Date()!)));

    [Fact]
    public void What_is_in_depth_is_starred_and_stands_in_its_section() =>
        Assert.Equal(
            [
                (true, "In depth"), (true, "In depth"), (false, "Glass and widgets"), (false, "Glass and widgets"),
                (false, "Small things *and* large"), (false, "Small things *and* large"), (false, "Papers"), (false, "Papers"),
            ],
            ForeignText.Read("2024-04.md", Draft).Select(claim => (claim.Starred, claim.Section!)));
}
