using static Sheaf.Tests.Drafts.Formats.FormattedDrafts;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts.Formats;

public sealed class TheDraftAsRis
{
    [Fact]
    public void It_is_read_back()
    {
        var records = RisReading.Read(Render("ris", Rich()));

        Assert.Equal(7, records.Count);
        Assert.All(records, record => Assert.Equal(("TY", "UNPB"), record[0]));
        Assert.Contains(("DA", "1999/01/04/"), records[1]);
        Assert.Contains(("DO", "10.48550/arXiv.hep-th/9901001"), records[1]);
    }

    [Theory]
    [InlineData("Jan van der Berg", "van der Berg, Jan")]
    [InlineData("Jan van der Berg, Jr.", "van der Berg, Jan, Jr.")]
    [InlineData("The WIDGET Collaboration", "The WIDGET Collaboration")]
    [InlineData("Plato", "Plato")]
    public void A_name_begins_with_the_surname(string name, string author) =>
        Assert.Contains(("AU", author), RisReading.Read(Render("ris", Of(Paper("2404.00001", authors: name))))[0]);

    [Fact]
    public void A_note_of_many_lines_is_one_value_and_each_tag_is_one()
    {
        var record = RisReading.Read(Render("ris", Of(One(Paper("2404.00001"), "One.\n\nER  - two\r\nTY  - BOOK", "a", "b"))))[0];

        Assert.Contains(("N1", "One. ER - two TY - BOOK"), record);
        Assert.Equal(["a", "b"], record.Where(field => field.Tag == "KW").Select(field => field.Value));
    }
}
