using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

/// <summary>Every text of the reference table is read as arXiv's own parser reads it, save the rows named here.</summary>
public sealed class ArxivParserAgreement
{
    // arXiv pads or cuts the number to the width of the identifier's era, which silently names another paper (field guide 1.1).
    private static readonly Dictionary<string, string> RefusedOnPurpose = new(StringComparer.Ordinal)
    {
        ["0808.05394"] = "five digits before 2015: arXiv takes it for 0808.5394",
    };

    [Fact]
    public void Identifiers_are_read_as_arXiv_reads_them()
    {
        var rows = Rows();

        var different = rows
            .Where(row => Read(row.Input) != (RefusedOnPurpose.ContainsKey(row.Input) ? "INVALID" : row.WithVersion))
            .Select(row => $"{row.Input}: {Read(row.Input)}, arXiv: {row.WithVersion}");

        Assert.Empty(different);
        Assert.Equal(567, rows.Count);
    }

    [Fact]
    public void Each_deliberate_difference_is_still_one()
    {
        var rows = Rows();

        Assert.All(RefusedOnPurpose.Keys, input => Assert.NotEqual("INVALID", Assert.Single(rows, row => row.Input == input).WithVersion));
    }

    [Fact]
    public void A_canonical_identifier_reads_as_itself()
    {
        var canonical = Rows().Where(row => row.Canonical != "INVALID").Select(row => row.Canonical).Distinct();

        Assert.All(canonical, text => Assert.Equal(text, ArxivIdentifier.Parse(text).ToString()));
    }

    private static string Read(string input) => EprintReference.TryParse(input, out var reference) ? reference.ToString() : "INVALID";

    private static List<(string Input, string Canonical, string WithVersion)> Rows() =>
    [
        .. File.ReadLines(ReferenceData.PathOf("identifiers", "ids.tsv"))
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => (cells[0], cells[1], cells[2])),
    ];
}
