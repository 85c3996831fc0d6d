using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store.Eprints;

namespace Sheaf.Ranking;

/// <summary>
/// Finds what an editor may have missed in a month: learns their taste from what they picked and passed over in the months before it, and
/// ranks by it what the store has of the month, of the swept categories where some are set. Makes no request.
/// </summary>
internal sealed class Suggester(PaperTextStore papers, Workspace workspace, SheafSettings settings)
{
    /// <summary>Taste is learnt from no more than this before the month, in months: older lists say little of today's.</summary>
    private const int LongestMemory = 36;

    /// <summary>Of papers that were passed over, about so many are learnt from: more teach nothing new and take memory.</summary>
    private const int MostPassedOver = 80_000;

    /// <summary>
    /// The papers of a month that are on no list, in no past issue, and neither refused nor put off, the likeliest first.
    /// </summary>
    /// <exception cref="CurationException">A list cannot be read until a person has changed something.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public MonthSuggestions Suggest(Month month, CancellationToken cancellationToken)
    {
        var picks = EditorsPicks.Read(workspace);
        var refused = new SetAsideList(workspace.Refused).Read();
        var later = new SetAsideList(workspace.Later).Read();
        var open = Of(month)
            .Where(paper => !paper.Withdrawn && !picks.Named.Contains(paper.Identifier) && !refused.Papers.Contains(paper.Identifier))
            .ToList();
        var candidates = open.Where(paper => !later.Papers.Contains(paper.Identifier)).ToList();
        var model = Learn(picks, month);
        return new(month, candidates.Count, model, Folded(model.Rank([.. candidates.Select(Plain)], cancellationToken)))
        {
            UnreadIssues = picks.Unread,
            PutOff = open.Count - candidates.Count,
            Unread =
            [
                .. refused.Unread.Select(line => ("refused.txt", line.Line, line.Text)),
                .. later.Unread.Select(line => ("later.txt", line.Line, line.Text)),
            ],
        };
    }

    /// <summary>
    /// How the month's own picks would have been ranked, had the editor been asked when the month began: nothing later is used, not even
    /// what was refused since.
    /// </summary>
    /// <param name="month">The month; null for the last one that has both picks and papers that were not picked.</param>
    /// <param name="top">How far down the editor would have looked.</param>
    /// <param name="cancellationToken">Stops the ranking.</param>
    /// <returns>Null where there is no such month.</returns>
    /// <inheritdoc cref="Suggest"/>
    public Backtest? LookBack(Month? month, int top, CancellationToken cancellationToken)
    {
        var picks = EditorsPicks.Read(workspace);
        var byMonth = Placed(picks).ToLookup(pick => pick.Month, pick => pick);
        IEnumerable<Month> months = month is { } one ? [one] : byMonth.Select(of => of.Key).OrderDescending();
        foreach (var tried in months)
        {
            var own = byMonth[tried].ToDictionary(pick => pick.Paper.Identifier, pick => pick.Starred);
            var earlier = byMonth.Where(of => of.Key < tried).SelectMany(of => of).Select(pick => pick.Paper.Identifier).ToHashSet();
            var candidates = Of(tried)
                .Where(paper => !earlier.Contains(paper.Identifier) && (!paper.Withdrawn || own.ContainsKey(paper.Identifier))).ToList();
            own = own.Where(pick => candidates.Exists(paper => paper.Identifier == pick.Key)).ToDictionary();
            if (own.Count > 0 && candidates.Count > own.Count)
            {
                var model = Learn(picks, tried);
                var ranked = model.Picks == 0 ? [] : Folded(model.Rank([.. candidates.Select(Plain)], cancellationToken));
                return Backtest.Of(tried, candidates.Count, top, own, ranked) with { LearntFrom = model.Picks };
            }
        }

        return null;
    }

    private TasteModel Learn(EditorsPicks picks, Month month) =>
        TasteModel.Learn(
            new TasteHistory([.. Placed(picks).Where(pick => pick.Month < month)], PassedOver(month)), month, WarmStartFile.ReadShipped());

    /// <summary>The picks whose words the store knows, each with the month of its issue or else its own.</summary>
    private IEnumerable<Pick> Placed(EditorsPicks picks)
    {
        var texts = papers.Of([.. picks.Picks.Select(pick => pick.Identifier)]).ToDictionary(paper => paper.Identifier);
        return from pick in picks.Picks
               where texts.ContainsKey(pick.Identifier)
               let text = texts[pick.Identifier]
               select new Pick(Plain(text), pick.Starred, pick.Month ?? MonthOf(text.Submitted));
    }

    /// <summary>What the store has of the months before, picked or not; the model leaves out what was picked.</summary>
    private IEnumerable<TastePaper> PassedOver(Month month)
    {
        var first = month;
        for (var back = 0; back < LongestMemory; back++)
        {
            first = first.Previous;
        }

        return papers.Sample(first.FirstDay, month.FirstDay, MostPassedOver).Where(IsFollowed).Select(Plain);
    }

    private IReadOnlyList<PaperTextRow> Of(Month month) => [.. papers.Between(month.FirstDay, month.Next.FirstDay).Where(IsFollowed)];

    private bool IsFollowed(PaperTextRow paper) => settings.Sweep.Categories.IsEmpty || settings.Sweep.Categories.Matches(paper.Categories);

    private static Month MonthOf(DateOnly day) => new(day.Year, day.Month);

    private static TastePaper Plain(PaperTextRow paper) =>
        new(paper.Identifier, paper.Title, paper.Abstract, paper.Authors, paper.Categories, paper.Submitted);

    private static IReadOnlyList<SuggestedPaper> Folded(IReadOnlyList<RankedPaper> ranked) =>
        [.. NearDuplicates.Fold(ranked).Select(work => new SuggestedPaper(work.Paper, work.Same))];
}
