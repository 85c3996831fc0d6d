namespace Sheaf.Tests.Demo;

public sealed class TheDemoList
{
    [Fact]
    public void It_names_fifty_nine_papers_of_the_corpus_and_one_of_them_twice()
    {
        var listed = DemoFiles.Listed;

        Assert.Equal(60, listed.Count);
        Assert.Equal(59, listed.Distinct().Count());
        Assert.Empty(listed.Except(DemoFiles.Papers.Select(paper => paper.Text("id"))));
    }

    [Fact]
    public void It_is_in_the_order_of_gathering_and_not_sorted() =>
        Assert.NotEqual(DemoFiles.Listed.Order(StringComparer.Ordinal), DemoFiles.Listed);

    [Fact]
    public void Its_papers_are_of_April_2024_also_where_the_number_is_of_May()
    {
        var papers = DemoFiles.Papers.Where(paper => DemoFiles.Listed.Contains(paper.Text("id")));

        Assert.All(papers, paper => Assert.StartsWith("2024-04-", paper.Text("firstSubmitted"), StringComparison.Ordinal));
        Assert.Contains("2405.00208", DemoFiles.Listed);
    }

    [Fact]
    public void Two_papers_are_starred() => Assert.Equal(2, DemoFiles.List.Count(character => character == '★'));

    [Fact]
    public void About_fifteen_papers_have_a_note() =>
        Assert.InRange(Entries().Count(line => line.Contains(" — ", StringComparison.Ordinal)), 13, 17);

    [Fact]
    public void It_is_one_list_without_sections() =>
        Assert.DoesNotContain(DemoFiles.List.Split('\n'), line => line.StartsWith("##", StringComparison.Ordinal));

    [Theory]
    [InlineData("- 2404.")]
    [InlineData("- arXiv:2404.")]
    [InlineData("- arXiv:2404.14219v1")]
    [InlineData("- https://arxiv.org/abs/")]
    [InlineData("- https://arxiv.org/pdf/")]
    [InlineData("- https://arxiv.org/html/")]
    [InlineData("- https://doi.org/10.48550/arXiv.")]
    [InlineData("- [Leave No Context Behind: ")]
    public void Each_spelling_an_editor_pastes_occurs_in_it(string opening) =>
        Assert.Contains(Entries(), line => line.StartsWith(opening, StringComparison.Ordinal));

    private static IEnumerable<string> Entries() =>
        DemoFiles.List.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal));
}
