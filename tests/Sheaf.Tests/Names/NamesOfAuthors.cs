using Sheaf.Arxiv.Eprints;
using Sheaf.Names;

namespace Sheaf.Tests.Names;

public sealed class NamesOfAuthors
{
    [Theory]
    [InlineData("Ada Specimen", "Specimen")]
    [InlineData("  A.  B. Example ", "Example")]
    [InlineData("Plato", "Plato")]
    [InlineData("Marta R. Costa-jussà", "Costa-jussà")]
    [InlineData("Jan van der Berg", "van der Berg")]
    [InlineData("Jean-Pierre de la Tour III", "de la Tour")]
    [InlineData("Benjamin Van Durme", "Van Durme")]
    [InlineData("Joost Van De Weijer", "Van De Weijer")]
    [InlineData("Ludwig von Neumann", "von Neumann")]
    [InlineData("Ana dos Santos", "dos Santos")]
    [InlineData("Giulia Della Pia", "Della Pia")]
    [InlineData("Teven Le Scao", "Le Scao")]
    [InlineData("Laurent El Ghaoui", "El Ghaoui")]
    [InlineData("Ali bin Omar", "bin Omar")]
    [InlineData("Gerard 't Hooft", "'t Hooft")]
    [InlineData("Maartje ter Hoeve", "ter Hoeve")]
    [InlineData("Oisin Mac Aodha", "Mac Aodha")]
    [InlineData("Blaise Agüera y Arcas", "Agüera y Arcas")]
    [InlineData("Nicole St. Clair", "St. Clair")]
    public void A_surname_keeps_its_particles(string name, string surname) => Assert.Equal(surname, Surname.From(name));

    [Theory]
    [InlineData("Di Wang", "Wang")]
    [InlineData("Le Chen", "Chen")]
    [InlineData("Van Nguyen", "Nguyen")]
    [InlineData("Hien Van Nguyen", "Nguyen")]
    [InlineData("Phi Le Nguyen", "Nguyen")]
    [InlineData("Xue Bin Peng", "Peng")]
    [InlineData("Rajan Das Gupta", "Gupta")]
    [InlineData("Yilun Du", "Du")]
    [InlineData("Al Gore", "Gore")]
    public void A_given_name_that_looks_like_a_particle_is_none(string name, string surname) => Assert.Equal(surname, Surname.From(name));

    [Theory]
    [InlineData("Wei Li Jr.", "Li")]
    [InlineData("B. Example, Jr.", "Example")]
    [InlineData("Jan Hajič jr", "Hajič")]
    [InlineData("Neal J. Evans II", "Evans")]
    [InlineData("Hal Daumé III", "Daumé")]
    [InlineData("Warren L. Davis IV", "Davis")]
    [InlineData("Henry Example V", "Example")]
    [InlineData("Chidi Example, Ph.D.", "Example")]
    [InlineData("Marcelo van Ang Jr", "van Ang")]
    public void Suffixes_are_left_out(string name, string surname) => Assert.Equal(surname, Surname.From(name));

    [Theory]
    [InlineData("Arunkumar V", "V")]
    [InlineData("Jyothir S V", "V")]
    [InlineData("Te I", "I")]
    [InlineData("Satoshi Ii", "Ii")]
    [InlineData("Jr.", "Jr.")]
    public void An_initial_or_a_whole_name_is_no_suffix(string name, string surname) => Assert.Equal(surname, Surname.From(name));

    [Theory]
    [InlineData("The ATLAS Collaboration", "The ATLAS Collaboration")]
    [InlineData("for the WIDGET Collaboration", "WIDGET Collaboration")]
    [InlineData("on behalf of the WIDGET Group", "WIDGET Group")]
    [InlineData("Gemma Team", "Gemma Team")]
    [InlineData("Team Widget", "Team Widget")]
    [InlineData("LG AI Research", "LG AI Research")]
    [InlineData("NVIDIA", "NVIDIA")]
    [InlineData("DeepSeek-AI: Ada Specimen", "DeepSeek-AI")]
    public void Collaborations_go_by_name(string name, string surname) => Assert.Equal(surname, Surname.From(name));

    [Theory]
    [InlineData("Qing Ai", "Ai")]
    [InlineData("Research Maity", "Maity")]
    [InlineData("Wei (Lisa) Lin", "Lin")]
    [InlineData("Bo Example (Gear Inst.)", "Example")]
    [InlineData("Bo Example†", "Example")]
    public void Remarks_and_marks_are_no_part_of_a_name(string name, string surname) => Assert.Equal(surname, Surname.From(name));

    [Theory]
    [InlineData("Jan van der Berg", "Jan", "van der", "Berg", "")]
    [InlineData("Benjamin Van Durme", "Benjamin", "", "Van Durme", "")]
    [InlineData("Gerard 't Hooft", "Gerard", "'t", "Hooft", "")]
    [InlineData("Blaise Agüera y Arcas", "Blaise", "", "Agüera y Arcas", "")]
    [InlineData("Jean-Pierre de la Tour III", "Jean-Pierre", "de la", "Tour", "III")]
    [InlineData("B. Example, Jr.", "B.", "", "Example", "Jr.")]
    [InlineData("Plato", "", "", "Plato", "")]
    public void A_name_has_four_parts(string name, string given, string particle, string family, string suffix) =>
        Assert.Equal(new PersonName(given, particle, family, suffix, IsGroup: false), PersonName.Parse(name));

    [Theory]
    [InlineData(":")]
    [InlineData("")]
    [InlineData("(additional authors not shown)")]
    public void What_is_no_name_has_no_surname(string name) => Assert.Equal("", Surname.From(name));

    /// <summary>As bibliographies and people who search write them.</summary>
    [Theory]
    [InlineData("Campos, Jon Ander", "Campos")]
    [InlineData("Ander Campos, Jon", "Ander Campos")]
    [InlineData("van der Berg, Jan", "van der Berg")]
    [InlineData("King, Jr., Martin", "King")]
    [InlineData("Martin King, Jr.", "King")]
    [InlineData("Benjamin Van Durme", "Van Durme")]
    [InlineData("Jan van der Berg III", "van der Berg")]
    [InlineData("Gemma Team", "Gemma Team")]
    [InlineData("Specimen,", "Specimen")]
    [InlineData(", ", "")]
    public void A_comma_says_where_the_surname_ends(string name, string surname) => Assert.Equal(surname, Surname.InEitherOrder(name));

    [Theory]
    [InlineData("A", 3, "A")]
    [InlineData("A B", 3, "A and B")]
    [InlineData("A B C", 3, "A, B, and C")]
    [InlineData("A B C D", 3, "A, B, C, and D")]
    [InlineData("A B C D E", 3, "A, B, C, et al.")]
    [InlineData("A B C D E F G", 5, "A, B, C, D, E, et al.")]
    [InlineData("A B C D E F", 5, "A, B, C, D, E, and F")]
    [InlineData("A B", 1, "A and B")]
    [InlineData("A B C", 1, "A, et al.")]
    [InlineData("A : B", 3, "A and B")]
    public void One_author_more_than_shown_is_named_rather_than_left_out(string names, int namesShown, string line) =>
        Assert.Equal(line, AuthorLine.Write([.. names.Split(' ').Select(name => new Author(name))], namesShown));

    [Fact]
    public void Names_are_foreign_text() =>
        Assert.Equal(@"\*Möller and Šk\<b\>", AuthorLine.Write([new Author("Ann *Möller"), new Author("Bo Šk<b>")], 3));

    [Theory]
    [InlineData("A", "A, et al.")]
    [InlineData("A B", "A, B, et al.")]
    [InlineData("A B C D E F", "A, B, C, D, E, F, et al.")]
    [InlineData("", "")]
    public void Where_arXivs_own_list_ends_in_et_al_all_its_names_are_shown(string names, string line) => Assert.Equal(
        line,
        AuthorLine.Write(
            [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new Author(name))], 3, hasOthers: true));

    [Fact]
    public void At_least_one_name_is_shown() => Assert.Throws<ArgumentOutOfRangeException>(() => AuthorLine.Write([], 0));
}
