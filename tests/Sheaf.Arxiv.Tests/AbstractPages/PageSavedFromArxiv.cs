using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Tests.AbstractPages;

/// <summary>A page as arxiv.org itself served it, in the layout of 2020: no abstract in the head, no DOI of arXiv's own.</summary>
public sealed class PageSavedFromArxiv
{
    [Fact]
    public void The_layout_of_2020_is_read()
    {
        var html = File.ReadAllText(ReferenceData.PathOf("abs-pages", "crawled", "abs_2004.10162_2020.html"));

        var record = AbstractPageParser.Parse(html, new Uri("https://arxiv.org/abs/2004.10162"));

        Assert.Equal(
            "EMPIR: Ensembles of Mixed Precision Deep Networks for Increased Robustness against Adversarial Attacks", record.Title);
        Assert.Equal(["Sanchari Sen", "Balaraman Ravindran", "Anand Raghunathan"], record.Authors!.Select(author => author.Name));
        Assert.Equal(["cs.LG", "cs.CV", "stat.ML"], record.Categories);
        Assert.Equal("Published as a conference paper at ICLR 2020", record.Comment);
        Assert.Equal((1, 1), (record.Version, record.LatestVersion));
        Assert.Equal(new DateTimeOffset(2020, 4, 21, 17, 17, 9, TimeSpan.Zero), record.FirstSubmitted);
        Assert.Equal(3427, Assert.Single(record.Versions!).SizeKb);
        Assert.Equal("http://arxiv.org/licenses/nonexclusive-distrib/1.0/", record.License);
        Assert.StartsWith("Ensuring robustness of Deep Neural Networks", record.Abstract, StringComparison.Ordinal);
        Assert.EndsWith("without sacrificing accuracy on the unperturbed inputs.", record.Abstract, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', record.Abstract!);
    }
}
