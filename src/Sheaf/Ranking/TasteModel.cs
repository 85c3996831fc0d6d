using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>
/// The taste of one editor, as it was before a month began: learnt from what they picked and passed over in the months before it.
/// The same history gives the same model, and the same candidates the same ranking.
/// </summary>
/// <remarks>
/// <para>Two scores are combined. The text: a logistic regression (<see cref="LogisticFit"/>) over title, abstract and categories
/// (<see cref="TextFeatures"/>), in which a paper counts half after six months and a starred pick twice. The authors: how often papers of
/// each were picked of how many seen (<see cref="AuthorEvidence"/>). How much each score counts is learnt from the last months, each judged
/// by what was known before it (<see cref="ScoreCombiner"/>).</para>
/// <para>That others noticed a paper adds to its score only as far as the editor's own past months say so (<see cref="SignalWeight"/>); but
/// where there are too few picks to learn from, such papers come first.</para>
/// <para>Nothing is learnt from what a record lacks: an abstract, categories or authors that are not known count as the mean of those that
/// are, in learning and in ranking alike.</para>
/// </remarks>
internal sealed class TasteModel
{
    /// <summary>
    /// With fewer picks than this there is too little to learn from: only their words and categories count, and no authors.
    /// </summary>
    public const int FewestPicks = 20;

    /// <summary>Months that the voices are weighed by.</summary>
    private const int TrialMonths = 3;

    /// <summary>Months that tell whether it helps that others noticed a paper, and picks before each.</summary>
    private const int SignalMonths = 6, PicksBeforeSignals = 5;

    private readonly Lexicon _lexicon;
    private readonly TextTaste _text;
    private readonly AuthorEvidence _authors;
    private readonly ScoreCombiner _combiner;
    private readonly IReadOnlyList<LearntPick> _picks;
    private ReasonBuilder? _reasons;

    private TasteModel(
        Lexicon lexicon, TextTaste text, AuthorEvidence authors, ScoreCombiner combiner, IReadOnlyList<LearntPick> picks) =>
        (_lexicon, _text, _authors, _combiner, _picks) = (lexicon, text, authors, combiner, picks);

    /// <summary>How many picks it was learnt from.</summary>
    public int Picks { get; private init; }

    /// <summary>What it adds to the log-odds of a paper that others noticed it.</summary>
    public double Signals { get; private init; }

    private Month Month { get; init; }

    private Listings Listings { get; init; } = Listings.None;

    private Func<TastePaper, bool> IsOfField { get; init; } = _ => true;

    /// <summary>Whether the picks were too few, and the ranking goes by their words and categories alone.</summary>
    public bool FallsBack => Picks < FewestPicks;

    /// <summary>Learns from what was known when the month began: what is later in <paramref name="history"/> is left out.</summary>
    /// <param name="history">Picks and what was passed over.</param>
    /// <param name="month">The month that is to be ranked.</param>
    /// <param name="warm">Where the weights of words begin, and stay where there are few picks; null for zero. Not used where it knows this
    /// month or a later one.</param>
    public static TasteModel Learn(TasteHistory history, Month month, WarmStart? warm = null)
    {
        var lexicon = new Lexicon();
        var past = new TrainingHistory(history, month, lexicon);
        var features = new TextFeatures(past.Recent, lexicon);
        var rows = new TextRows(past.Recent, features);

        // The words are not needed any more, and the fits take as much memory: left to itself, the runtime keeps both.
        GC.Collect();
        var prior = warm is not null && warm.MayServe(month) ? WarmWeights.Of(warm, features, lexicon) : null;
        var learning = new TasteTrainer(past, rows, prior);
        var combiner = past.Picks < FewestPicks
            ? ScoreCombiner.TextAlone
            : Weigh(learning.Try(past.Trials(TrialMonths), lexicon.Authors.Count));
        var signals = history.Listings.IsEmpty || past.Picks < FewestPicks ? 0 : WeighSignals(past, rows, warm, prior, combiner);
        var (point, pulls) = learning.Learn();
        var authors = new AuthorEvidence(past.Papers, past.Month, lexicon.Authors.Count);

        // What was passed over, most of the memory, is let go of.
        var picks = Enumerable.Range(0, past.Recent.Count).Where(row => past.Recent[row].Pick is not null)
            .Select(row => new LearntPick(past.Recent[row], rows[row], pulls[row])).ToList();
        return new TasteModel(lexicon, new TextTaste(features, rows, point), authors, combiner, picks)
        {
            Picks = past.Picks,
            Signals = signals,
            Month = month,
            Listings = history.Listings,
            IsOfField = history.IsOfField,
        };
    }

    /// <summary>The same taste, for which it is nothing that others noticed a paper.</summary>
    public TasteModel WithoutSignals() => new(_lexicon, _text, _authors, _combiner, _picks) { Picks = Picks, Month = Month };

    /// <summary>
    /// The candidates, the likeliest first; those with the same score by identifier. Reasons are given for the first thousand.
    /// </summary>
    public IReadOnlyList<RankedPaper> Rank(IReadOnlyCollection<TastePaper> candidates, CancellationToken cancellationToken)
    {
        var papers = candidates.ToDictionary(paper => paper.Identifier);
        return
        [
            .. Judge(candidates, cancellationToken).Select((judged, rank) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                var paper = papers[judged.Identifier];
                return new RankedPaper(paper, judged.Score, rank < ReasonBuilder.Most ? Explain(paper) : []);
            }),
        ];
    }

    /// <summary>
    /// As <see cref="Rank"/>, without reasons: the candidates are read once, in any order, and not kept in memory.
    /// </summary>
    public IReadOnlyList<JudgedPaper> Judge(IEnumerable<TastePaper> candidates, CancellationToken cancellationToken)
    {
        var judged = new List<JudgedPaper>();
        using var writers = new ThreadLocal<RowWriter>(() => new());
        foreach (var chunk in ReadAhead.InChunks(candidates, cancellationToken))
        {
            var papers = new JudgedPaper[chunk.Length];
            Parallel.For(0, chunk.Length, at => papers[at] = Judge(chunk[at], writers.Value!));
            judged.AddRange(papers);
        }

        return [.. ListedFirst(judged).OrderByDescending(paper => paper.Odds).ThenBy(paper => paper.Identifier)];
    }

    /// <summary>What speaks for a paper, the strongest first.</summary>
    public IReadOnlyList<Reason> Explain(TastePaper paper)
    {
        var read = _text.Features.Read(paper);
        return (_reasons ??= new(_text, _picks, _authors, _lexicon)).Of(paper, read, AuthorTerm(read));
    }

    private JudgedPaper Judge(TastePaper paper, RowWriter row)
    {
        var read = _text.Features.Read(paper);
        var text = _text.LogOdds(_text.Features.Write(read, row));
        return new(
            paper.Identifier, Math.Round(_combiner.Constant + _combiner.Term(0, text) + AuthorTerm(read) + SignalTerm(paper), 6),
            PaperFingerprint.Of(paper))
        {
            ComesFirst = FallsBack && IsOfField(paper) && Listings.Have(paper.Identifier, Month),
        };
    }

    private static ScoreCombiner Weigh(IReadOnlyList<TrialPaper> trials) =>
        trials.Count == 0 ? ScoreCombiner.Untried : ScoreCombiner.Learn(trials);

    /// <remarks>
    /// By a trainer of its own: what the fits of these months leave behind must not change how the text is learnt. And without a warm start
    /// that knows one of them: of months that it has learnt from it says more than anybody knew before them.
    /// </remarks>
    private static double WeighSignals(
        TrainingHistory past, TextRows rows, WarmStart? warm, double[]? prior, ScoreCombiner combiner)
    {
        var months = past.Trials(SignalMonths, PicksBeforeSignals)
            .Where(month => past.Recent.Any(paper => paper.Listed && paper.Month == month)).ToList();
        var knowsThem = warm is not null && months.Exists(month => !warm.MayServe(ReadPaper.MonthOf(month)));
        var authors = past.Papers.SelectMany(paper => paper.Authors).DefaultIfEmpty(-1).Max() + 1;
        return SignalWeight.Choose(new TasteTrainer(past, rows, knowsThem ? null : prior).Try(months, authors), combiner);
    }

    /// <summary>
    /// Those that come first, with what is left above the best of the others divided among them as they were: the score stays the order.
    /// </summary>
    private static IEnumerable<JudgedPaper> ListedFirst(List<JudgedPaper> judged)
    {
        var best = Math.Min(judged.Where(paper => !paper.ComesFirst).Select(paper => paper.Score).DefaultIfEmpty().Max(), 1 - 1e-9);
        return judged.Select(paper => paper.ComesFirst ? paper.Above(best) : paper);
    }

    private double SignalTerm(TastePaper paper) => Signals != 0 && Listings.Have(paper.Identifier, Month) ? Signals : 0;

    private double AuthorTerm(ReadPaper paper)
    {
        if (paper.Authors.Length == 0 || FallsBack)
        {
            return 0;
        }

        var (known, strongest) = _authors.Of(paper.Authors);
        return _combiner.Term(1, known) + _combiner.Term(2, strongest);
    }
}

/// <summary>Brings the weights of a warm start to the columns of a history.</summary>
internal static class WarmWeights
{
    /// <summary>
    /// Words of titles have the prefix <c>t:</c>, of abstracts <c>a:</c>, categories <c>c:</c>; the two words of a pair have a space
    /// between them.
    /// </summary>
    public static double[] Of(WarmStart warm, TextFeatures features, Lexicon lexicon)
    {
        var weights = new double[features.Count];
        foreach (var (key, weight) in warm.Words)
        {
            if (Find(key, features, lexicon) is >= 0 and var column)
            {
                weights[column] = weight;
            }
        }

        return weights;
    }

    private static int Find(string key, TextFeatures features, Lexicon lexicon) => key[..2] switch
    {
        "t:" => Find(key[2..], features.Titles, lexicon),
        "a:" => Find(key[2..], features.Abstracts, lexicon),
        "c:" when lexicon.Categories.Find(key.AsSpan(2)) is >= 0 and var number => features.FindCategory(number),
        _ => -1,
    };

    private static int Find(string term, TermColumns columns, Lexicon lexicon) => term.Split(' ') switch
    {
        [var word] => columns.Find(lexicon.Words.Find(word)),
        [var first, var second] when lexicon.Words.Find(first) is >= 0 and var before =>
            columns.Find(before, lexicon.Words.Find(second)) is var found && lexicon.Words.Find(second) >= 0 ? found : -1,
        _ => -1,
    };
}

/// <summary>A candidate, how likely it is to be picked, and why.</summary>
/// <param name="Paper">The candidate.</param>
/// <param name="Score">0 to 1, higher is likelier; the order of the ranking.</param>
/// <param name="Reasons">What spoke for it, the strongest first; at most four, and none where nothing did.</param>
internal sealed record RankedPaper(TastePaper Paper, double Score, IReadOnlyList<Reason> Reasons);

/// <summary>A candidate without its words.</summary>
/// <param name="Identifier">Of the paper.</param>
/// <param name="Odds">The logarithm of how much likelier it is to be picked than not.</param>
/// <param name="Print">What it is compared with others by.</param>
internal sealed record JudgedPaper(ArxivIdentifier Identifier, double Odds, PaperFingerprint Print)
{
    /// <summary>0 to 1, higher is likelier.</summary>
    public double Score => 1 / (1 + Math.Exp(-Odds));

    /// <summary>Whether it comes before all that do not, whatever its odds.</summary>
    public bool ComesFirst { get; init; }

    /// <summary>The same with a score above <paramref name="score"/>.</summary>
    public JudgedPaper Above(double score)
    {
        var own = score + ((1 - score) * Math.Max(Score, 1e-9));
        return this with { Odds = Math.Log(own / (1 - own)) };
    }
}
