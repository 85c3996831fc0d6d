using Sheaf.Drafts.Edited;
using static Sheaf.Tests.Drafts.Edited.FinishedDrafts;

namespace Sheaf.Tests.Drafts.Edited;

/// <summary>What is pasted into Substack, Ghost, Word or Gmail: by what their editors keep.</summary>
public sealed class TheRichText
{
    [Theory]
    [InlineData(
        "# T\n\n## Papers\n\n* Sails by Alder (1 Apr), https://arxiv.org/abs/2404.00001\n\n"
        + "  **Good** and *[read](https://example.org)*.\n\n  - one\n  - two\n",
        "<h1>T</h1> <h2>Papers</h2> <h3><a href=\"https://arxiv.org/abs/2404.00001\">Sails</a></h3> <p>by Alder (1 Apr)</p> "
        + "<p><strong>Good</strong> and <em><a href=\"https://example.org/\">read</a></em>.</p> <ul> <li>one</li> <li>two</li> </ul>")]
    [InlineData("# T\n\nWords with $10^5$ papers.\n\n$$\nx_1\n$$\n", "<h1>T</h1> <p>Words with $10^5$ papers.</p> <p>$$x_1$$</p>")]
    [InlineData("# T\n\n| A | B |\n|---|--:|\n| 1 | *2* |\n", "<h1>T</h1> <ul><li>A | B</li><li>1 | <em>2</em></li></ul>")]
    [InlineData("# T\n\n![a chart](https://example.org/c.png)\n", "<h1>T</h1> <p><a href=\"https://example.org/c.png\">a chart</a></p>")]
    [InlineData("# T\n\n3. a\n4. b\n\n<script>alert(1)</script>\n", "<h1>T</h1> <ol start=\"3\"> <li>a</li> <li>b</li> </ol>")]
    public void Has_headings_links_emphasis_and_lists_and_no_looks(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Rich(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static string Rich(string text) => EditedRichText.Html(EditedDraft.Read(text, null), Issue());
}
