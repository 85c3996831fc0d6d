using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Eprints;
using static Sheaf.TestKit.InventedFeeds;

namespace Sheaf.Arxiv.Tests.Atom;

public sealed class CleaningTexts
{
    private static readonly Uri Address = new("https://export.arxiv.org/api/query?id_list=2405.99902&max_results=1");

    [Theory]
    [InlineData("Cogs", "Cogs")]
    [InlineData(" \n Cogs\n  and   wheels\t", "Cogs and wheels")]
    [InlineData("Cogs &amp;lt; wheels", "Cogs &lt; wheels")]
    [InlineData("Cogs&#1; and\u0001wheels\u007F\u009F", "Cogs and wheels")]
    [InlineData("Cogs&#xD800;\u2028and\u0085wheels", "Cogs and wheels")]
    [InlineData("Jose\u0301 Nguye\u0302\u0303n S\u030Crot \u0301", "José Nguyễn Šrot \u0301")]
    [InlineData("Mathematical \U0001D538 stays", "Mathematical \U0001D538 stays")]
    [InlineData("not\u00A0a wrap", "not\u00A0a wrap")]
    public void A_title_is_one_clean_line(string raw, string clean) => Assert.Equal(clean, Only(Entry(title: raw)).Title);

    [Theory]
    [InlineData("One.\nStill one.", "One. Still one.")]
    [InlineData("One.\n  Two.", "One.\nTwo.")]
    [InlineData("  One.\r\n Two.&#13;\n   Three.\n", "One.\nTwo.\nThree.")]
    [InlineData("One.\n  \n  Two.  And more.", "One.\nTwo. And more.")]
    [InlineData("One.  \nStill one.", "One. Still one.")]
    [InlineData("", "")]
    public void An_abstract_keeps_its_paragraphs_apart(string raw, string clean) => Assert.Equal(clean, Only(Entry(summary: raw)).Abstract);

    [Theory]
    [InlineData(" Plato", "Plato")]
    [InlineData("C. -D. Li", "C.-D. Li")]
    [InlineData("Clem Heath,", "Clem Heath")]
    [InlineData("A. Abulencia et al.", "A. Abulencia")]
    [InlineData("Fr{é}d{é}rique Gear", "Frédérique Gear")]
    [InlineData("for the H. E. S. S. Collaboration", "H.E.S.S. Collaboration")]
    [InlineData("The WIDGET Collaboration", "The WIDGET Collaboration")]
    [InlineData("for the WIDGET Collaboration", "WIDGET Collaboration")]
    [InlineData("on behalf of the COG and GEAR Teams", "COG and GEAR Teams")]
    [InlineData("for COG Consortium", "COG Consortium")]
    [InlineData("Forthe Group", "Forthe Group")]
    public void A_name_is_one_clean_line_and_a_collaboration_goes_by_its_own(string raw, string clean) =>
        Assert.Equal(clean, Assert.Single(Only(Entry(authors: $"<author><name>{raw}</name></author>")).Authors!).Name);

    [Fact]
    public void What_is_no_name_is_no_author()
    {
        string[] names = ["NVIDIA", ":", " :", "A. One", ".;,", ""];

        var record = Only(Entry(authors: string.Concat(names.Select(name => $"<author><name>{name}</name></author>"))));

        Assert.Equal(["NVIDIA", "A. One"], record.Authors!.Select(author => author.Name));
    }

    [Fact]
    public void A_doi_occurs_once()
    {
        var record = Only(Entry(more: "<arxiv:doi>10.1000/A 10.1000/b</arxiv:doi><arxiv:doi>10.1000/a</arxiv:doi>"));

        Assert.Equal(["10.1000/A", "10.1000/b"], record.Dois!);
    }

    private static EprintRecord Only(string entry) => Assert.Single(AtomParser.Parse(Feed(entry), Address).Records).Value;
}
