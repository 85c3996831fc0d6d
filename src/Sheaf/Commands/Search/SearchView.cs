using System.Globalization;
using Sheaf.Searching;
using Sheaf.Store.Search;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>What a search found, for readers: bold is what was looked for, where a terminal shows it.</summary>
internal static class SearchView
{
    private const int NamesShown = 3;

    /// <summary>Where not all that match are compared.</summary>
    public static string Bounded { get; } = string.Create(
        CultureInfo.InvariantCulture,
        $"More than {SearchIndex.MostRanked:N0} papers have this: shown are the best of the newest {SearchIndex.MostRanked:N0}.");

    public static void Show(Terminal terminal, IReadOnlyList<FoundPaper> found)
    {
        if (found.Count == 0)
        {
            terminal.Say(
                "No paper of the store has all of this: try fewer words, the beginning of a word (adapt*), OR between words, or fewer "
                + "filters.");
            return;
        }

        var page = new ColouredPage(terminal);
        foreach (var (place, paper) in found.Index())
        {
            page.Parts(
                [
                    new ExcerptPart($"{(place + 1).ToString(CultureInfo.InvariantCulture),3}  {paper.Paper.Identifier}  ", false),
                    .. paper.Title,
                ]);
            page.Line($"     {string.Join(" · ", Facts(paper).Where(fact => fact.Length > 0))}", "dim");
            if (paper.Excerpt.Count > 0)
            {
                page.Parts([new ExcerptPart("     ", false), .. paper.Excerpt]);
            }
        }
    }

    private static IEnumerable<string> Facts(FoundPaper found)
    {
        var names = found.Paper.Authors.Select(author => author.Name).ToList();
        yield return names.Count > NamesShown ? $"{string.Join(", ", names.Take(NamesShown))} et al." : string.Join(", ", names);
        yield return DayText.Short(found.Paper.FirstSubmitted);
        yield return found.Paper.PrimaryCategory;
        yield return found.Paper.Withdrawn ? "withdrawn" : "";
    }
}
