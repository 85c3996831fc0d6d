using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Tests.Eprints;

public sealed class SplittingAuthors
{
    [Theory]
    [InlineData("Ada Specimen and Bo Example", "Ada Specimen | Bo Example")]
    [InlineData("Ada Specimen, Bo Example, and Cy Third", "Ada Specimen | Bo Example | Cy Third")]
    [InlineData("Ada Specimen & Bo Example", "Ada Specimen | Bo Example")]
    [InlineData("Ada Specimen,\n  Bo  Example", "Ada Specimen | Bo Example")]
    [InlineData("Wei Li Jr.", "Wei Li Jr.")]
    [InlineData("B. Example, Jr., C. Li, III", "B. Example Jr. | C. Li III")]
    [InlineData("The WIDGET Collaboration: A. One, B. Two", "The WIDGET Collaboration | A. One | B. Two")]
    [InlineData("A. One, for the WIDGET Collaboration", "A. One | for the WIDGET Collaboration")]
    [InlineData("A. One, et al. (12 additional authors not shown)", "A. One")]
    [InlineData("NVIDIA: A. One", "NVIDIA | A. One")]
    [InlineData("Ada;Bo", "Ada;Bo")]
    [InlineData("Specimen, Ada", "Specimen | Ada")]
    [InlineData("Plato", "Plato")]
    [InlineData("C.-D. Li, H.C.Rosu", "C.-D. Li | H. C. Rosu")]
    [InlineData(@"Jos\'e van der Berg, {\L}ukasz \.Zak, O\'Brien", "José van der Berg | Łukasz Żak | O'Brien")]
    [InlineData("Ferdinand Anderson, Roland And", "Ferdinand Anderson | Roland And")]
    [InlineData(" , , A. One,, ", "A. One")]
    [InlineData("", "")]
    [InlineData("A. Abulencia et al.", "A. Abulencia")]
    [InlineData("A. Abulencia et. al", "A. Abulencia")]
    [InlineData("A. Abulencia, et. al.", "A. Abulencia")]
    [InlineData("A. Abulencia et.al.", "A. Abulencia")]
    [InlineData("A. Abulencia, et.al", "A. Abulencia")]
    [InlineData(@"A. Abulencia {\it et al.}", "A. Abulencia")]
    [InlineData(@"A. Abulencia, \emph{et al}", "A. Abulencia")]
    [InlineData("CDF Collaboration: A. Abulencia et al (CDF)", "CDF Collaboration | A. Abulencia")]
    [InlineData("A. One, B. Two and others", "A. One | B. Two")]
    [InlineData("Ettore Alberti, Pet Al-Din", "Ettore Alberti | Pet Al-Din")]
    [InlineData("A. One (Gear Inst.)), B. Two", "A. One | B. Two")]
    [InlineData("A. One (Gear Inst.)) and B. Two (Cog Lab)", "A. One | B. Two")]
    [InlineData("A. One), B. Two)", "A. One | B. Two")]
    [InlineData("C.-P. Yuan, J.-Cl. Gear, C. -P. Cog", "C.-P. Yuan | J.-Cl. Gear | C.-P. Cog")]
    [InlineData(
        "H.E.S.S. Collaboration: A. One, for the H. E. S. S. Collaboration",
        "H.E.S.S. Collaboration | A. One | for the H.E.S.S. Collaboration")]
    [InlineData("H.E.S.S., A.B. Cog", "H.E.S.S. | A. B. Cog")]
    [InlineData("The S.N.O. Team", "The S.N.O. Team")]
    [InlineData(
        "Clem Heath, Jr., Bo Sr., Cy Li Jr., D. Gear, Sr., E. Cog, III", "Clem Heath Jr. | Bo Sr. | Cy Li Jr. | D. Gear Sr. | E. Cog III")]
    [InlineData(@"Fr{\'e}d{\'e}rique M{\'e}haut{\'e}, {Bo} Example", "Frédérique Méhauté | Bo Example")]
    [InlineData(@"M{\""u}ller and \textsc{Cog}, the $H_{2}O$ Collaboration", "Müller | Cog | the $H_{2}O$ Collaboration")]
    [InlineData("and A. One, B. Two,and C. Three (Inst.), and D. Four", "A. One | B. Two | C. Three | D. Four")]
    [InlineData("A. One (X),and B. Two and", "A. One | B. Two")]
    [InlineData("& A. One, And Rew", "A. One | And Rew")]
    public void The_separators_outside_of_brackets_part_the_names(string field, string names) =>
        Assert.Equal(names, string.Join(" | ", AuthorField.Parse(field).Select(author => author.Name)));

    [Theory]
    [InlineData("A. Abulencia et al.", true)]
    [InlineData("CLEO Collaboration: M. Artuso, et al", true)]
    [InlineData("B. Aubert, et. al (The BABAR Collaboration)", true)]
    [InlineData("A. One et.al.", true)]
    [InlineData(@"A. One {\it et al.}", true)]
    [InlineData("A. One and others", true)]
    [InlineData("A. One (Gear Inst. of B. Two et al.)", false)]
    [InlineData("Pet Al-Din, Bo Palmer", false)]
    [InlineData("Marc Alet, Albert Salet", false)]
    [InlineData(null, false)]
    public void A_list_says_that_there_are_others(string? field, bool hasOthers) =>
        Assert.Equal(hasOthers, AuthorName.SpeaksOfOthers(field));

    [Theory]
    [InlineData("A. One (Gear Inst., Rome), B. Two (Cog Lab)", "Gear Inst., Rome | Cog Lab")]
    [InlineData("A. One (1) and B. Two (1 and 2) ((1) Gear Inst., (2) Cog Lab)", "Gear Inst | Gear Inst + Cog Lab")]
    [InlineData("The WIDGET Collaboration: A. One, B. Two (Cog Lab)", " | Cog Lab | Cog Lab")]
    [InlineData("A. One (for the WIDGET Collaboration)", "for the WIDGET Collaboration")]
    [InlineData(@"A. One (Universit\'e de la Roue)", "Université de la Roue")]
    [InlineData("A. One (Gear Inst., B. Two", "Gear Inst., B. Two")]
    [InlineData("A. One)), B. Two (Cog Lab))", "Cog Lab | Cog Lab")]
    public void What_stands_in_brackets_is_the_affiliation(string field, string affiliations) =>
        Assert.Equal(affiliations, string.Join(" | ", AuthorField.Parse(field).Select(author => string.Join(" + ", author.Affiliations))));

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("A (")]
    [InlineData(", ")]
    [InlineData(" and ")]
    [InlineData(".")]
    [InlineData("\\'{")]
    public void A_field_of_one_thing_many_times_over_is_read(string piece)
    {
        var authors = AuthorField.Parse(string.Concat(Enumerable.Repeat(piece, 100_000)));

        Assert.True(authors.Count <= 100_000);
    }

    [Fact]
    public void A_long_list_of_affiliations_is_shared_by_those_it_is_for()
    {
        const int Many = 20_000;
        var names = string.Join(", ", Enumerable.Range(1, Many).Select(number => $"A. One{number}"));
        var numbers = string.Join(",", Enumerable.Repeat("1", Many));

        var authors = AuthorField.Parse($"{names} ({numbers}) ((1) Gear Inst.)");

        Assert.Equal(Many, authors[0].Affiliations.Count);
        Assert.Same(authors[0].Affiliations, authors[^1].Affiliations);
    }
}
