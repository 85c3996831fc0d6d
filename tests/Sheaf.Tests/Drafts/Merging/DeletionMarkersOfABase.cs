using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;

namespace Sheaf.Tests.Drafts.Merging;

public sealed class DeletionMarkersOfABase
{
    private static readonly ArxivIdentifier One = ArxivIdentifier.Parse("2404.00001");
    private static readonly ArxivIdentifier Two = ArxivIdentifier.Parse("2404.00002");
    private static readonly ArxivIdentifier Old = ArxivIdentifier.Parse("hep-th/9901001");

    [Fact]
    public void What_is_written_is_read_again()
    {
        var left = new DeletionMarkers(new HashSet<ArxivIdentifier> { Two, One }, new HashSet<ArxivIdentifier> { Old });

        var written = left.Written("a text\n");
        var (text, read) = DeletionMarkers.Read(written);

        Assert.Equal("a text\n<!-- left to the editor: 2404.00001 2404.00002; in depth: hep-th/9901001 -->\n", written);
        Assert.Equal("a text\n", text);
        Assert.Equal(left.Listed.Order(), read.Listed.Order());
        Assert.Equal(left.InDepth, read.InDepth);
    }

    [Fact]
    public void Nothing_leaves_no_trace()
    {
        Assert.Equal("a text", DeletionMarkers.Nothing.Written("a text"));
        var (text, read) = DeletionMarkers.Read("a text");
        Assert.Equal(("a text", true), (text, read.IsNothing));
    }

    [Fact]
    public void A_list_and_what_is_in_depth_are_remembered_apart()
    {
        var left = new DeletionMarkers(new HashSet<ArxivIdentifier> { One }, new HashSet<ArxivIdentifier> { Two });

        Assert.Equal((true, false), (left.Has(One, inDepth: false), left.Has(One, inDepth: true)));
        Assert.Equal((false, true), (left.Has(Two, inDepth: false), left.Has(Two, inDepth: true)));
    }

    [Theory]
    [InlineData("<!-- left to the editor: 2404.00001; in depth: -->\nmore text")]
    [InlineData("<!-- left to the editor: 2404.00001 -->\n")]
    [InlineData("<!-- left to the editor: <2404.00001>; in depth: -->\n")]
    public void Another_comment_is_text(string text) =>
        Assert.Equal((text, true), (DeletionMarkers.Read(text).Text, DeletionMarkers.Read(text).Left.IsNothing));

    [Fact]
    public void What_is_no_identifier_is_passed_over() =>
        Assert.Equal([One], DeletionMarkers.Read("<!-- left to the editor: nonsense 2404.00001\r\n; in depth: -->\r\n").Left.Listed);
}
