using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Model;
using static Sheaf.Tests.Drafts.Formats.FormattedDrafts;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts.Formats;

public sealed class TheDraftAsBibtex
{
    [Fact]
    public void It_is_read_back()
    {
        var entries = BibtexReading.Read(Render("bibtex", Rich()));

        Assert.Equal(7, entries.Count);
        Assert.Equal(
            ("hep-th/9901001", "hep-th", "10.48550/arXiv.hep-th/9901001", "jan", "1999"),
            Facts(entries.Single(entry => entry["eprint"] == "hep-th/9901001")));
    }

    [Theory]
    [InlineData("Ada Specimen", "Specimen, Ada")]
    [InlineData("Jan van der Berg", "van der Berg, Jan")]
    [InlineData("Jan van der Berg, Jr.", "van der Berg, Jr., Jan")]
    [InlineData("Benjamin Van Durme", "Van Durme, Benjamin")]
    [InlineData("Blaise Agüera y Arcas", "{Agüera y Arcas}, Blaise")]
    [InlineData("Gerard 't Hooft", "'t Hooft, Gerard")]
    [InlineData("Plato", "Plato")]
    [InlineData("The WIDGET Collaboration", "{The WIDGET Collaboration}")]
    [InlineData("Arts and Letters Group", "{Arts and Letters Group}")]
    [InlineData("Ada and", "{and}, Ada")]
    [InlineData("others", "{others}")]
    [InlineData("Ada R&D", @"{R\&D}, Ada")]
    [InlineData(@"A. }{ {Br\ace}", "Brace, A.")]
    public void A_name_is_in_the_parts_that_bibtex_wants(string name, string author) =>
        Assert.Equal(author, Only(Paper("2404.00001", authors: name))["author"]);

    [Fact]
    public void Many_authors_are_joined_by_and() =>
        Assert.Equal("One, A. and Two, B. and Three, C.", Only(Paper("2404.00001", authors: ["A. One", "B. Two", "C. Three"]))["author"]);

    [Fact]
    public void Others_whom_arXiv_does_not_name_are_others() =>
        Assert.Equal(
            "Abulencia, A. and others",
            Only(Paper("2404.00001", authors: ["A. Abulencia"]) with { AuthorsRaw = "A. Abulencia et al." })["author"]);

    [Theory]
    [InlineData("Gears Turn", "Gears Turn")]
    [InlineData(@"Widgets \& Glass: 50\% of a_b #1 x^2 ~", @"Widgets \& Glass: 50\% of a\_b \#1 x\textasciicircum{}2")]
    [InlineData(@"Poincar\'e and G\""odel", "Poincaré and Gödel")]
    [InlineData("On $a_1^{2}$ and $$\\alpha$$", "On $a_1^{2}$ and $\\alpha$")]
    [InlineData("{BERT} and {un", @"{BERT} and \textbraceleft{}un")]
    [InlineData("}{", @"\textbraceright{}\textbraceleft{}")]
    [InlineData(@"An \emph{odd \textbf{case}} and \emph alone", @"An \emph{odd \textbf{case}} and \textbackslash{}emph alone")]
    [InlineData(
        @"\\{a} \\\\{b}", @"\textbackslash{}\textbackslash{}{a} \textbackslash{}\textbackslash{}\textbackslash{}\textbackslash{}{b}")]
    [InlineData(@"\{a \} \$5", @"\textbraceleft{}a \textbraceright{} \$5")]
    [InlineData("costs $5", @"costs \$5")]
    public void A_title_prints_what_it_says(string title, string bibtex) =>
        Assert.Equal($"{{{bibtex}}}", Only(Paper("2404.00001", title: title))["title"]);

    [Theory]
    [InlineData(@"\input{/etc/passwd}", @"\textbackslash{}input{/etc/passwd}")]
    [InlineData(@"\immediate\write18{rm}", @"\textbackslash{}immediate\textbackslash{}write18{rm}")]
    [InlineData("^^5cinput x", @"\textasciicircum{}\textasciicircum{}5cinput x")]
    [InlineData(@"$\input{x}$", @"\$\textbackslash{}input\textbraceleft{}x\textbraceright{}\$")]
    [InlineData("$^^5cinput$", @"\$\textasciicircum{}\textasciicircum{}5cinput\$")]
    [InlineData("$a % b$", @"\$a \% b\$")]
    [InlineData(@"$\def\a{b}$", @"\$\textbackslash{}def\textbackslash{}a\textbraceleft{}b\textbraceright{}\$")]
    [InlineData("$a}b$", @"\$a\textbraceright{}b\$")]
    [InlineData(@"$\{a}$", @"\$\textbraceleft{}a\textbraceright{}\$")]
    [InlineData(@"$\left( a$", @"\$\textbackslash{}left( a\$")]
    [InlineData(@"$\alpha@x$ $\ $", @"\$\textbackslash{}alpha@x\$ $\ $")]
    public void Nothing_in_a_title_acts(string title, string bibtex) =>
        Assert.Equal($"{{{bibtex}}}", Only(Paper("2404.00001", title: title))["title"]);

    [Fact]
    public void Braces_without_end_are_no_depth_for_those_who_read_it()
    {
        var title = Only(
            Paper("2404.00001", title: string.Concat(Enumerable.Repeat(@"\emph{", 100)) + "x" + new string('}', 100)))["title"];

        Assert.Equal(8, title.Split(@"\emph{").Length - 1);
    }

    [Fact]
    public void The_editors_words_are_not_printed_by_ordinary_styles()
    {
        var entry = BibtexReading.Read(
            Render("bibtex", Of(One(Paper("2404.00001") with { JournalRef = "J. Gears 1" }, "Two\nlines & 5%", "a_b", "c"))))[0];

        Assert.Equal((@"Two lines \& 5\%", @"a\_b, c", "Published as J. Gears 1"), (entry["annote"], entry["keywords"], entry["note"]));
    }

    [Fact]
    public void A_key_by_the_identifier_does_not_change_when_title_authors_or_neighbours_do()
    {
        var draft = Of(One(Paper("2404.00002")), One(Paper("2404.00001", title: "Other", authors: "Bo Other")));

        var among = BibtexReading.Read(Render("bibtex", draft with { Keys = KeyStyle.Arxiv }));

        Assert.Equal("arXiv:2404.00001", among[1][""]);
    }

    private static (string Eprint, string Class, string Doi, string Month, string Year) Facts(Dictionary<string, string> entry) =>
        (entry["eprint"], entry["primaryclass"], entry["doi"], entry["month"], entry["year"]);

    private static Dictionary<string, string> Only(Eprint paper) => Assert.Single(BibtexReading.Read(Render("bibtex", Of(paper))));
}
