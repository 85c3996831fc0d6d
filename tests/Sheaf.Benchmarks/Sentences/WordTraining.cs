using Sheaf.Drafts.Sentences;

namespace Sheaf.Benchmarks.Sentences;

/// <summary>Learns which words of an abstract are in its summary: logistic regression.</summary>
internal static class WordTraining
{
    /// <summary>A word must be in so many abstracts to be known.</summary>
    private const int LeastAbstracts = 3;

    /// <summary>How dear weights are.</summary>
    private const double Ridge = 3;

    /// <summary>How dear the weights of single words are.</summary>
    private const double RidgeOfWords = 10;

    public static Lexicon Count(IReadOnlyList<SummarizedPaper> papers)
    {
        var none = new Lexicon(papers.Count, []);
        var words = papers
            .SelectMany(paper => new ReadAbstract("", paper.Sentences, none).Words.Select(word => word.Stem))
            .GroupBy(stem => stem)
            .Where(stems => stems.Count() >= LeastAbstracts)
            .OrderBy(stems => stems.Key, StringComparer.Ordinal)
            .Select(stems => (stems.Key, stems.Count()));
        return new Lexicon(papers.Count, [.. words]);
    }

    /// <summary>The weights, those of the features first and those of the lexicon's words after them.</summary>
    public static double[] Train(IReadOnlyList<SummarizedPaper> papers, Lexicon lexicon)
    {
        var rows = new Rows();
        var answers = new List<double>();
        foreach (var paper in papers)
        {
            Add(paper, lexicon, rows, answers);
        }

        var goals = answers.ToArray();
        var products = new double[rows.Count];
        return Minimum.Of((weights, slope) => Loss(rows, goals, weights, slope, products), WordFeatures.All.Count + lexicon.Words.Count);
    }

    private static void Add(SummarizedPaper paper, Lexicon lexicon, Rows rows, List<double> answers)
    {
        var read = new ReadAbstract(paper.Title, paper.Sentences, lexicon);
        var summaries = paper.Summaries.Select(Stems).ToList();
        var row = new FeatureRow();
        foreach (var word in read.Words.Where(word => word.Count > 0))
        {
            row.Clear();
            WordFeatures.Write(read, word, row);
            row.AddIf(word.Known >= 0, WordFeatures.All.Count + word.Known);
            rows.Add(row);
            answers.Add(summaries.Average(summary => summary.Contains(word.Stem) ? 1.0 : 0.0));
        }
    }

    private static HashSet<string> Stems(string text)
    {
        var stems = new HashSet<string>();
        for (var scan = new WordScan(text, stackalloc char[WordScan.Room]); scan.MoveNext();)
        {
            stems.Add(scan.Stem.ToString());
        }

        return stems;
    }

    private static double Loss(Rows rows, double[] goals, double[] weights, double[] slope, double[] products)
    {
        rows.Times(weights, products);
        var loss = 0.0;
        for (var row = 0; row < goals.Length; row++)
        {
            var product = products[row];
            loss += Math.Log(1 + Math.Exp(-Math.Abs(product))) + Math.Max(0, product) - goals[row] * product;
            products[row] = 1 / (1 + Math.Exp(-product)) - goals[row];
        }

        rows.AddTo(slope, products);
        for (var at = 0; at < weights.Length; at++)
        {
            var ridge = at < WordFeatures.All.Count ? Ridge : RidgeOfWords;
            loss += ridge / 2 * weights[at] * weights[at];
            slope[at] += ridge * weights[at];
        }

        return loss;
    }
}
