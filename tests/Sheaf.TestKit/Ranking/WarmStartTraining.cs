using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.TestKit.Ranking;

/// <summary>Learns a warm start from the lists of many people, as the taste of one is learnt.</summary>
internal static class WarmStartTraining
{
    /// <summary>The text of all the picks together, against what nobody picked; authors are left out.</summary>
    /// <param name="history">What is later than <paramref name="lastMonth"/> is left out.</param>
    /// <param name="lastMonth">The last month that may be known.</param>
    /// <param name="most">So many weights are kept, the largest.</param>
    public static WarmStart Train(TasteHistory history, Month lastMonth, int most)
    {
        var lexicon = new Lexicon();
        var past = new TrainingHistory(history, lastMonth.Next, lexicon);
        var features = new TextFeatures(past.Recent, lexicon);
        var (point, _) = new TasteTrainer(past, new TextRows(past.Recent, features), prior: null).Learn();
        var weights = Keys(features, lexicon)
            .Select(column => (column.Key, Weight: Math.Round(point[column.Column], 3)))
            .Where(column => column.Weight != 0)
            .OrderByDescending(column => Math.Abs(column.Weight)).ThenBy(column => column.Key, StringComparer.Ordinal)
            .Take(most);
        return new WarmStart(lastMonth, weights.ToDictionary(column => column.Key, column => column.Weight, StringComparer.Ordinal));
    }

    private static IEnumerable<(string Key, int Column)> Keys(TextFeatures features, Lexicon lexicon) =>
    [
        .. Keys("t:", features.Titles, lexicon),
        .. Keys("a:", features.Abstracts, lexicon),
        .. Enumerable.Range(0, lexicon.Categories.Count)
        .Select(number => ("c:" + lexicon.Categories[number], features.FindCategory(number))).Where(column => column.Item2 >= 0),
    ];

    private static IEnumerable<(string Key, int Column)> Keys(string prefix, TermColumns columns, Lexicon lexicon) =>
        columns.Terms.Select(term =>
        (prefix + lexicon.Words[term.First] + (term.Second >= 0 ? " " + lexicon.Words[term.Second] : ""), term.Column));
}
