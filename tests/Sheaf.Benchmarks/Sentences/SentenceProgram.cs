using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sheaf.Drafts.Sentences;
using Sheaf.TestKit.Sentences;

namespace Sheaf.Benchmarks.Sentences;

/// <summary>
/// Trains the choice of the one sentence (<c>sentences train</c>), and says how good and how fast it is (<c>sentences</c>).
/// </summary>
internal sealed class SentenceProgram(string referenceData, TextWriter output)
{
    /// <summary>Writes the model's file anew: the same bytes every time.</summary>
    public void Train(string file)
    {
        var text = SentenceTraining.Written(SentenceTraining.Train(OwnLabels.Read(referenceData), Papers("train")));
        File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        output.WriteLine($"{file}: {text.Length} characters");
    }

    /// <param name="validates">Whether to train once more for each fold of our own labels: a minute.</param>
    public void Evaluate(bool validates)
    {
        var own = OwnLabels.Read(referenceData);
        SayAccepted("own labels, which it was trained with", own);
        if (validates)
        {
            Say($"own labels, cross-validated: {SentenceTraining.CrossValidate(own, Papers("train")):P1}");
        }

        SayAccepted("labels of two readers", LabelledAbstract.ReadOpen(referenceData));
        var dev = Papers("dev");
        var best = dev.Average(paper => paper.Scores.Max());
        SayRouge("best single sentence", best, best);
        SayRouge("first sentence", dev.Average(paper => paper.Scores[0]), best);
        SayRouge("as suggested", dev.Average(paper => Rouge.Best(Suggest(paper) ?? "", paper.Summaries)), best);
        Say($"SciTLDR dev, abstracts without a suggestion: {dev.Count(paper => Suggest(paper) is null)} of {dev.Count}");
        SayTime(dev);
    }

    private static string? Suggest(SummarizedPaper paper) => SuggestedSentence.Of(paper.Title, string.Join(' ', paper.Sentences));

    /// <summary>The sentence of which the suggestion is, trimmed or not.</summary>
    private static int? Suggest(LabelledAbstract paper) =>
        SuggestedSentence.Of(paper.Title, string.Join(' ', paper.Sentences)) is { } suggestion
            ? paper.Sentences.Index().MaxBy(sentence => Rouge.Score(suggestion, sentence.Item)).Index
            : null;

    private void Say(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private void SayRouge(string what, double rouge, double best) =>
        Say($"SciTLDR dev, {what,-20}: ROUGE-1 F {100 * rouge,5:F2}, share {rouge / best,6:P1}");

    private void SayAccepted(string what, IReadOnlyList<LabelledAbstract> papers)
    {
        var chosen = papers.Select(paper => (Paper: paper, Number: Suggest(paper))).ToList();
        double Share(Func<LabelledAbstract, int?, bool> holds) => (double)chosen.Count(one => holds(one.Paper, one.Number)) / chosen.Count;
        var either = Share((paper, number) => IsAccepted(paper, number).Any());
        var best = Share((paper, number) => number is { } one && paper.Best.Contains(one));
        var both = Share((paper, number) => IsAccepted(paper, number).Count() == paper.Accepted.Count);
        Say(
            $"{what}, {papers.Count}: accepted by either {either:P1}, by both {both:P1}, the best {best:P1}");
        foreach (var kind in chosen.Where(one => !IsAccepted(one.Paper, one.Number).Any())
            .CountBy(one => SentenceErrors.KindOf(one.Paper, one.Number)).OrderByDescending(kind => kind.Value))
        {
            Say($"  {kind.Value} {kind.Key}");
        }
    }

    /// <summary>The readers who would print it.</summary>
    private static IEnumerable<int> IsAccepted(LabelledAbstract paper, int? number) =>
        Enumerable.Range(0, paper.Accepted.Count).Where(reader => paper.IsAcceptedBy(reader, number));

    private void SayTime(IReadOnlyList<SummarizedPaper> papers)
    {
        foreach (var paper in papers)
        {
            Suggest(paper);
        }

        var times = papers.Select(Time).Order().ToList();
        var median = times[times.Count / 2];
        Say(
            $"SciTLDR dev, time per abstract: median {median:F0} µs, the 99th of 100 {times[times.Count * 99 / 100]:F0} µs");
    }

    /// <summary>In microseconds; the median of several calls.</summary>
    private static double Time(SummarizedPaper paper)
    {
        var text = string.Join(' ', paper.Sentences);
        return Enumerable.Range(0, 9).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            SuggestedSentence.Of(paper.Title, text);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }).Order().ElementAt(4);
    }

    /// <summary>Sentences without words are none.</summary>
    private IReadOnlyList<SummarizedPaper> Papers(string part) =>
        SummarizedPaper.Read(Path.Combine(referenceData, "scitldr", $"{part}.jsonl"));
}
