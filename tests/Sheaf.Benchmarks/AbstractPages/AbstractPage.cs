using AngleSharp.Html.Parser;
using BenchmarkDotNet.Attributes;
using Sheaf.Arxiv.AbstractPages;

namespace Sheaf.Benchmarks.AbstractPages;

/// <summary>Reading abstract pages.</summary>
public class AbstractPage
{
    private const int Pages = 20;

    private static readonly Uri Address = new("https://arxiv.org/abs/2404.00001");

    private IReadOnlyList<string> _pages = [];

    [GlobalSetup]
    public void Load() => _pages = SamplePages.Load(Pages);

    internal static Paired Sides()
    {
        var pages = new AbstractPage();
        pages.Load();
        return new Paired(() => pages.BareAngleSharp(), () => pages.AbstractPageParser());
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Pages)]
    public int BareAngleSharp()
    {
        var nodes = 0;
        foreach (var page in _pages)
        {
            using var document = new HtmlParser().ParseDocument(page);
            nodes += document.ChildNodes.Length;
        }

        return nodes;
    }

    [Benchmark(OperationsPerInvoke = Pages)]
    public int AbstractPageParser()
    {
        var authors = 0;
        foreach (var page in _pages)
        {
            authors += Arxiv.AbstractPages.AbstractPageParser.Parse(page, Address).Authors!.Count;
        }

        return authors;
    }
}
