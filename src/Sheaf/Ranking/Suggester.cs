using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Settings;
using Sheaf.Store.Drafts;
using Sheaf.Store.Eprints;
using Sheaf.Store.Signals;
using Sheaf.Text;

namespace Sheaf.Ranking;

/// <summary>
/// Finds what an editor may have missed in a month: learns their taste from what they picked and passed over in the months before it, and
/// ranks by it what the store has of the month, of the swept categories where some are set. Makes no request.
/// </summary>
/// <remarks>
/// As nothing is learnt from the month itself, no decision on its papers changes how they are ranked: all of them are ranked once, that is
/// kept, and those that have been decided on are left out when it is read.
/// </remarks>
internal sealed class Suggester(
    PaperTextStore papers, RankingStore rankings, Workspace workspace, SheafSettings settings, TimeProvider time)
{
    /// <summary>
    /// Which build of the program this is: another may rank otherwise, and what it knows of other people's taste is a part of it.
    /// </summary>
    public string Program { get; init; } = typeof(Suggester).Module.ModuleVersionId.ToString();

    /// <summary>What others noticed; null for nothing.</summary>
    public SignalStore? Signals { get; init; }

    /// <inheritdoc cref="CuratedFolder.OnUnreadable"/>
    public Action<UnreadList>? OnUnreadable { get; init; }

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Of papers that were passed over, about so many are learnt from: more teach nothing new and take memory.</summary>
    private const int MostPassedOver = 80_000;

    /// <summary>
    /// The papers of a month that are on no list, in no past issue, and neither refused nor put off, the likeliest first: by the kept
    /// ranking or, where there is none or it is out of date, by one made for this, which is not kept.
    /// </summary>
    /// <param name="month">The month.</param>
    /// <param name="top">How many are wanted.</param>
    /// <param name="cancellationToken">Stops the ranking.</param>
    /// <exception cref="CurationException">A list cannot be read until a person has changed something.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public MonthSuggestions Suggest(Month month, int top, CancellationToken cancellationToken)
    {
        var picks = EditorsPicks.Read(workspace, OnUnreadable);
        var key = KeyOf(picks, month);
        return Open(rankings.Find(month, key) ?? Rank(picks, month, key, cancellationToken), picks, top);
    }

    /// <summary>
    /// As <see cref="Suggest"/>, but a ranking that is made is kept where the store can be written; and one that another process is making
    /// at the moment is waited for.
    /// </summary>
    /// <param name="month">The month.</param>
    /// <param name="top">How many are wanted.</param>
    /// <param name="again">Makes one also where that which is kept is up to date.</param>
    /// <param name="cancellationToken">Stops the ranking, and the waiting.</param>
    /// <inheritdoc cref="Suggest"/>
    public MonthSuggestions SuggestAndKeep(Month month, int top, bool again, CancellationToken cancellationToken)
    {
        var picks = EditorsPicks.Read(workspace, OnUnreadable);
        var key = KeyOf(picks, month);
        var ranking = again ? null : rankings.Find(month, key);
        if (ranking is not null)
        {
            return Open(ranking, picks, top);
        }

        var asked = time.GetUtcNow();
        bool isKept;
        using (Begin(month, cancellationToken))
        {
            if (rankings.Find(month, key) is { } made && (!again || made.Made > asked))
            {
                return Open(made, picks, top);
            }

            ranking = Rank(picks, month, key, cancellationToken);
            isKept = rankings.TrySave(ranking);
        }

        return Open(ranking, picks, top) with { Kept = isKept ? KeptRanking.Ready : StateOf(month, key) };
    }

    /// <summary>
    /// By the ranking that is kept, also where it is out of date, and in milliseconds: none is made. Without one there are no suggestions.
    /// </summary>
    /// <param name="month">The month.</param>
    /// <param name="top">How many are wanted.</param>
    /// <inheritdoc cref="Suggest"/>
    public MonthSuggestions SuggestFromKept(Month month, int top)
    {
        var picks = EditorsPicks.Read(workspace, OnUnreadable);
        var state = StateOf(month, KeyOf(picks, month));
        return rankings.FindLast(month) is { } ranking
            ? Open(ranking, picks, top) with { Kept = state }
            : new(month, 0, 0, []) { Kept = state, UnreadIssues = picks.Unread };
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
        var picks = EditorsPicks.Read(workspace, OnUnreadable);
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
                var model = Learn(picks, tried, cancellationToken);
                var (papers, listings) = (candidates.Select(Plain).ToList(), ListingsFor(tried));
                return listings.IsEmpty
                    ? Judge(model)
                    : Judge(model) with { SignalWeight = model.Signals, WithoutSignals = Judge(model.WithoutSignals()) };

                Backtest Judge(TasteModel taste)
                {
                    var ranked = taste.Picks == 0 ? [] : Folded(taste.Rank(papers, cancellationToken));
                    return Backtest.Of(tried, candidates.Count, top, own, ranked) with { LearntFrom = taste.Picks };
                }
            }
        }

        return null;
    }

    /// <summary>How it stands with the ranking that is kept of the month.</summary>
    /// <param name="month">The month.</param>
    /// <param name="picks">By which it would be made now.</param>
    internal KeptRanking StateOf(Month month, EditorsPicks picks) => StateOf(month, KeyOf(picks, month));

    private KeptRanking StateOf(Month month, string key) =>
        rankings.FindKey(month) is var kept && kept == key ? KeptRanking.Ready
        : rankings.IsBeingMade(month) ? KeptRanking.Making
        : kept is null ? KeptRanking.None
        : KeptRanking.Stale;

    /// <summary>Waits while another process makes the ranking; null where there is no telling whether one does.</summary>
    private FileStream? Begin(Month month, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (rankings.TryBegin(month) is { } making)
            {
                return making;
            }

            if (!rankings.IsBeingMade(month))
            {
                return null;
            }

            if (cancellationToken.WaitHandle.WaitOne(BetweenLooks))
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }
    }

    /// <summary>All papers of the month, whatever has been decided on them.</summary>
    private RankingRow Rank(EditorsPicks picks, Month month, string key, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var model = Learn(picks, month, cancellationToken);

        // So are the vectors of what was passed over: with the words they are a tenth of the memory of the whole process.
        GC.Collect();
        var ranked = model.Judge(
            papers.Between(month.FirstDay, month.Next.FirstDay).Where(IsFollowed).Select(Plain), cancellationToken);
        var same = NearDuplicates.Above([.. ranked.Select(paper => (paper.Identifier, paper.Print))]);
        var reasons = papers.Of([.. ranked.Take(ReasonBuilder.Most).Select(paper => paper.Identifier)]).ToDictionary(
            paper => paper.Identifier, paper => model.Explain(Plain(paper)).Select(reason => reason.ToString()!).ToList());
        var rows = ranked.Zip(same, (paper, above) => new RankedRow(
            paper.Identifier.ToString(), paper.Score, reasons.GetValueOrDefault(paper.Identifier, []), above)).ToList();
        return new(month, key, time.GetUtcNow(), Math.Round(time.GetElapsedTime(start).TotalSeconds, 3), model.Picks, rows);
    }

    /// <summary>What nobody has decided on yet.</summary>
    private MonthSuggestions Open(RankingRow ranking, EditorsPicks picks, int top)
    {
        var decisions = Decisions.Of(workspace, picks);
        var piles = new MonthPiles(new(ranking), decisions, papers.Withdrawn(ranking.Month).ToHashSet());
        return Shown(piles, SuggestionPile.Open, after: 0, top, decisions);
    }

    /// <summary>A window of a pile; only of its papers are the words looked up.</summary>
    internal MonthSuggestions Shown(MonthPiles piles, SuggestionPile pile, int after, int take, Decisions decisions)
    {
        var shown = piles[pile].Skip(after).Take(take).ToList();
        var texts = papers.Of([.. shown.Select(work => ArxivIdentifier.Parse(work.Row.Identifier))])
            .ToDictionary(text => text.Identifier.ToString());
        var signals = Signals?.Find([.. texts.Values.Select(text => text.Identifier)]);
        return new(
            piles.Ranking.Month,
            piles.Considered,
            piles.Ranking.Picks,
            [.. shown.Where(work => texts.ContainsKey(work.Row.Identifier)).Select(Suggest)])
        {
            Ranked = piles.Ranking.Made,
            Seconds = piles.Ranking.Seconds,
            UnreadIssues = decisions.Picks.Unread,
            PutOff = piles.PutOff,
            Unread =
            [
                .. decisions.Refused.Unread.Select(line => ("refused.txt", line.Line, line.Text)),
                .. decisions.Later.Unread.Select(line => ("later.txt", line.Line, line.Text)),
            ],
        };

        SuggestedPaper Suggest(RankedWork work)
        {
            var text = texts[work.Row.Identifier];
            var noticed = signals?.GetValueOrDefault(text.Identifier) ?? [];
            IReadOnlyList<Reason> reasons =
            [
                .. ReasonsOf(noticed, piles.Ranking.Month), .. work.Row.Reasons.Select(sentence => new Reason.Kept(sentence)),
            ];
            return new(new RankedPaper(Plain(text), work.Row.Score, reasons), work.Same) { Signals = noticed };
        }
    }

    /// <summary>Looked up when a ranking is read: votes are others tomorrow.</summary>
    private static IEnumerable<Reason> ReasonsOf(IEnumerable<SignalRow> noticed, Month month) => noticed
        .Where(signal => signal.Day <= Listings.LastDay(month))
        .Select(signal => new Reason.Listed(SignalSource.Name(signal.Source), signal.Day, signal.Votes));

    /// <summary>
    /// A digest of all that a ranking of the month is made from: the program, the categories, the papers that have come, and the picks that
    /// are learnt from, with the moment from which the store has their words.
    /// </summary>
    private string KeyOf(EditorsPicks picks, Month month)
    {
        var text = new StringBuilder($"{Program}\n{settings.Sweep.Categories.Name}\n{rankings.Basis(FirstRemembered(month), month)}\n");
        var dates = papers.DatesOf(picks.Picks.Select(pick => pick.Identifier)).ToDictionary(paper => paper.Identifier);
        foreach (var pick in picks.Picks.Where(pick => dates.ContainsKey(pick.Identifier)).OrderBy(pick => pick.Identifier))
        {
            var (_, submitted, fetched) = dates[pick.Identifier];
            var issue = pick.Month ?? MonthOf(submitted);
            if (issue < month && TrainingHistory.IsBefore(pick.Identifier, submitted, month))
            {
                text.Append($"{pick.Identifier} {issue} {pick.Starred} {fetched}\n");
            }
        }

        foreach (var (source, asked) in Signals?.NewestAsked(FirstRemembered(month).FirstDay, Listings.LastDay(month)) ?? [])
        {
            text.Append($"{source} {UtcText.From(asked)}\n");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private TasteModel Learn(EditorsPicks picks, Month month, CancellationToken cancellationToken)
    {
        var earlier = Placed(picks).Where(pick => pick.Month < month).ToList();
        var own = settings.Sweep.Categories.IsEmpty ? earlier.SelectMany(pick => pick.Paper.Categories).ToHashSet() : [];
        var history = new TasteHistory(earlier, PassedOver(month, cancellationToken))
        {
            Listings = ListingsFor(month),
            IsOfField = paper => own.Count == 0 || paper.Categories.Any(own.Contains),
        };
        return TasteModel.Learn(history, month, WarmStartFile.ReadShipped());
    }

    /// <summary>What others noticed of the month, and of the months that are learnt from.</summary>
    private Listings ListingsFor(Month month) => Signals is null ? Listings.None : new(
        Signals.Between(FirstRemembered(month).FirstDay, Listings.LastDay(month))
            .ToDictionary(paper => paper.Key, paper => paper.Value.Min(signal => signal.Day)));

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
    private IEnumerable<TastePaper> PassedOver(Month month, CancellationToken cancellationToken) =>
        ReadAhead.InChunks(
            papers.Sample(FirstRemembered(month).FirstDay, month.FirstDay, MostPassedOver).Where(IsFollowed).Select(Plain),
            cancellationToken).SelectMany(chunk => chunk);

    private static Month FirstRemembered(Month month)
    {
        for (var back = 0; back < TrainingHistory.MonthsBack; back++)
        {
            month = month.Previous;
        }

        return month;
    }

    private IReadOnlyList<PaperTextRow> Of(Month month) => [.. papers.Between(month.FirstDay, month.Next.FirstDay).Where(IsFollowed)];

    private bool IsFollowed(PaperTextRow paper) => settings.Sweep.Categories.IsEmpty || settings.Sweep.Categories.Matches(paper.Categories);

    private static Month MonthOf(DateOnly day) => new(day.Year, day.Month);

    private static TastePaper Plain(PaperTextRow paper) =>
        new(paper.Identifier, paper.Title, paper.Abstract, paper.Authors, paper.Categories, paper.Submitted);

    private static IReadOnlyList<SuggestedPaper> Folded(IReadOnlyList<RankedPaper> ranked) =>
        [.. NearDuplicates.Fold(ranked).Select(work => new SuggestedPaper(work.Paper, work.Same))];
}
