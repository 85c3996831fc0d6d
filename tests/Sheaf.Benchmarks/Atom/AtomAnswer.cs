using BenchmarkDotNet.Attributes;
using Sheaf.Arxiv.Atom;

namespace Sheaf.Benchmarks.Atom;

/// <summary>Reading an answer of the query API.</summary>
public class AtomAnswer
{
    private static readonly Uri Address = new("https://export.arxiv.org/api/query");

    private readonly byte[] _answer = InventedAnswer.Of(entries: 1000);

    internal static Paired Sides()
    {
        var answer = new AtomAnswer();
        return new Paired(() => answer.BareXmlReader(), () => answer.AtomParser());
    }

    [Benchmark(Baseline = true)]
    public object BareXmlReader() => BareAtomReader.Read(new MemoryStream(_answer));

    [Benchmark]
    public object AtomParser() => Arxiv.Atom.AtomParser.Parse(new MemoryStream(_answer), Address);
}
