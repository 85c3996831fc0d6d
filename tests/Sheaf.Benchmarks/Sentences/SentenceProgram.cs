using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sheaf.Drafts.Sentences;

namespace Sheaf.Benchmarks.Sentences;

/// <summary>Trains the choice of the one sentence (<c>sentences train</c>), and says how good and how fast it is (<c>sentences</c>).</summary>
internal sealed class SentenceProgram(string referenceData, TextWriter output)
{
    private const int Folds = 5;

    /// <summary>Writes the model's file anew: the same bytes every time.</summary>
    public void Train(string file)
    {
        using var text = new StringWriter();
        SentenceModelFile.Write(SentenceTraining.Train(Papers("train")), text);
        File.WriteAllText(file, text.ToString(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        output.WriteLine($"{file}: {text.GetStringBuilder().Length} characters");
    }

    /// <param name="validates">Whether to train once more for each fold of the training papers: minutes.</param>
    public void Evaluate(bool validates)
    {
        var model = SentenceModelFile.ReadShipped();
        var dev = Papers("dev");
        var best = dev.Average(paper => paper.Scores.Max());
        Say("best single sentence", best, best);
        Say("first sentence", dev.Average(paper => paper.Scores[0]), best);
        Say("chosen among the sentences as given", dev.Average(paper => paper.Scores[Choice(model, paper)]), best);
        Say("as suggested: split, chosen, trimmed", dev.Average(paper => Rouge.Best(Suggest(paper) ?? "", paper.Summaries)), best);
        SayLosses(model, dev);
        SayTime(dev);
        if (validates)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"train, cross-validated in {Folds} folds: share {SentenceTraining.CrossValidate(Papers("train"), Folds):P1}"));
        }
    }

    private static string? Suggest(SummarizedPaper paper) => SuggestedSentence.Of(paper.Title, Abstract(paper));

    private static string Abstract(SummarizedPaper paper) => string.Join(' ', paper.Sentences);

    private static int Choice(SentenceModel model, SummarizedPaper paper)
    {
        var scores = model.Judge(paper.Title, paper.Sentences);
        return scores is null ? 0 : Array.IndexOf(scores, scores.Max());
    }

    private void Say(string what, double rouge, double best) =>
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"dev, {what,-40} ROUGE-1 F {100 * rouge,5:F2}   share {rouge / best,6:P1}"));

    /// <summary>How much is lost by abstracts of each rank that the best sentence was given.</summary>
    private void SayLosses(SentenceModel model, IReadOnlyList<SummarizedPaper> papers)
    {
        var all = papers.Sum(paper => paper.Scores.Max());
        var ranks = papers
            .Select(paper => (Rank: RankOfBest(model, paper), Loss: paper.Scores.Max() - paper.Scores[Choice(model, paper)]))
            .GroupBy(paper => Math.Min(paper.Rank, 4))
            .OrderBy(group => group.Key);
        foreach (var rank in ranks)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"dev, best sentence ranked {rank.Key + 1}{(rank.Key == 4 ? " or later" : "")}: {rank.Count()} abstracts, {rank.Sum(paper => paper.Loss) / all:P1} of the best lost"));
        }
    }

    private static int RankOfBest(SentenceModel model, SummarizedPaper paper)
    {
        var scores = model.Judge(paper.Title, paper.Sentences) ?? [.. paper.Sentences.Select((_, number) => -number)];
        var best = paper.Scores.Index().MaxBy(score => score.Item).Index;
        return scores.Count(score => score > scores[best]);
    }

    private void SayTime(IReadOnlyList<SummarizedPaper> papers)
    {
        var texts = papers.Select(paper => (paper.Title, Text: Abstract(paper))).ToList();
        var ratio = new Paired(
            () => texts.ForEach(text => GC.KeepAlive(AbstractSentences.Of(text.Text).ToList())),
            () => texts.ForEach(text => SuggestedSentence.Of(text.Title, text.Text))).Ratio();
        var times = texts.Select(Time).Order().ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"dev, time per abstract: median {times[times.Count / 2]:F0} µs, slowest of a hundred {times[times.Count * 99 / 100]:F0} µs; {1 / ratio:F1} times that of splitting it into sentences"));
    }

    /// <summary>In microseconds; the median of several calls.</summary>
    private static double Time((string Title, string Text) paper) => Enumerable.Range(0, 9).Select(_ =>
    {
        var start = Stopwatch.GetTimestamp();
        SuggestedSentence.Of(paper.Title, paper.Text);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }).Order().ElementAt(4);

    private IReadOnlyList<SummarizedPaper> Papers(string part) => SummarizedPaper.Read(Path.Combine(referenceData, "scitldr", $"{part}.jsonl"));
}
