using Sheaf.Drafts.Formats;
using static Sheaf.Tests.Drafts.Formats.FormattedDrafts;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts.Formats;

public sealed class TheDraftAsCsv
{
    [Fact]
    public void It_is_a_row_of_names_and_a_row_for_each_paper()
    {
        var rows = Render("csv", Of(One(Paper("2404.00001"), "note"), One(Paper("2404.00002")))).Split("\r\n");

        Assert.Equal(string.Join(',', DraftCsv.Columns), rows[0]);
        Assert.Equal(4, rows.Length);
        Assert.StartsWith(
            "Papers,2404.00001,A Title,Ada Specimen,2024-04-30,https://arxiv.org/abs/2404.00001,false,false,,note,,cs.CL,cs.CL,", rows[1],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Line_breaks_of_a_note_stay_within_its_cell() =>
        Assert.Contains(
            ",\"two\nlines, \"\"quoted\"\"\",", Render("csv", Of(One(Paper("2404.00001"), "two\r\nlines, \"quoted\""))),
            StringComparison.Ordinal);

    [Fact]
    public void A_formula_is_text() =>
        Assert.Contains(",'=1+1,", Render("csv", Of(Paper("2404.00001", title: "=1+1"))), StringComparison.Ordinal);
}
