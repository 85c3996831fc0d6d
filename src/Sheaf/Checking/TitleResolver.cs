using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.Store.Eprints;

namespace Sheaf.Checking;

/// <summary>
/// Decides what became of a title that a list claims for the paper it links: it is the paper's, another paper's, one that the paper had
/// once, or nobody's. What the store knows comes first; arXiv is then asked for the title, and for the pages of earlier versions.
/// </summary>
internal sealed partial class TitleResolver(TitleSearch search, VersionResolver versions, ILogger<TitleResolver> logger)
{
    /// <summary>What became of the title claimed at a place.</summary>
    /// <param name="claim">What the place claims.</param>
    /// <param name="linked">The paper linked; null where arXiv has none.</param>
    /// <param name="cancellationToken">Ends the waiting and the request.</param>
    /// <exception cref="ArxivForbiddenException">arXiv answered 403.</exception>
    public async Task<TitleVerdict> SettleAsync(ClaimedTitle claim, Eprint? linked, CancellationToken cancellationToken)
    {
        try
        {
            return linked is null
                ? await FindAsync(claim, linked, cancellationToken) is { } meant ? claim.Wrong(meant, linked) : new TitleVerdict.Unsettled()
                : await SettleAsync(claim, linked, claim.StandsTo(linked), cancellationToken);
        }
        catch (Exception exception) when (exception is ArxivUnavailableException or ArxivFormatException)
        {
            LogUnsettled(claim.Title.Text, exception.Message);
            return new TitleVerdict.Unsettled();
        }
    }

    /// <summary>The paper that a title without a link names; null where none was found.</summary>
    /// <param name="claim">What the place claims.</param>
    /// <param name="asksArxiv">Whether arXiv is asked for what the store does not know.</param>
    /// <param name="cancellationToken">Ends the waiting and the request.</param>
    /// <exception cref="ArxivForbiddenException">arXiv answered 403.</exception>
    /// <exception cref="ArxivUnavailableException">arXiv could not be asked.</exception>
    /// <exception cref="ArxivFormatException">Its answer could not be read.</exception>
    public async Task<TitleVerdict.Wrong?> SeekAsync(ClaimedTitle claim, bool asksArxiv, CancellationToken cancellationToken)
    {
        var found = asksArxiv ? await FindAsync(claim, linked: null, cancellationToken) : search.Find(claim, linked: null);
        return found is null ? null : claim.Wrong(found, linked: null);
    }

    private async Task<TitleVerdict> SettleAsync(ClaimedTitle claim, Eprint linked, TitleMatch match, CancellationToken cancellationToken)
    {
        if (match == TitleMatch.Same)
        {
            return new TitleVerdict.Fits();
        }

        if (match != TitleMatch.Different)
        {
            // Where another paper has exactly this title, the linked one's is only like it.
            return search.FindExactly(claim, linked) is { } exact ? claim.Wrong(exact, linked) : new TitleVerdict.Fits();
        }

        if (claim.IsNameOf(linked))
        {
            return new TitleVerdict.Fits();
        }

        return await FindAsync(claim, linked, cancellationToken) is { } other ? claim.Wrong(other, linked)
            : await versions.FindTitledAsync(claim, linked, cancellationToken) is { } version ? new TitleVerdict.Earlier(version)
            : claim.MayBeAbout(linked) ? new TitleVerdict.Unlike()
            : claim.Wrong(other: null, linked);
    }

    private async Task<Eprint?> FindAsync(ClaimedTitle claim, Eprint? linked, CancellationToken cancellationToken)
    {
        if (search.Find(claim, linked) is { } known)
        {
            return known;
        }

        await search.AskAsync(claim, cancellationToken);
        return search.Find(claim, linked);
    }

    [LoggerMessage(LogLevel.Warning, "The title {Title} could not be looked into: {Reason}")]
    private partial void LogUnsettled(string title, string reason);
}

/// <summary>What became of a title that a list claims.</summary>
internal abstract record TitleVerdict
{
    private TitleVerdict()
    {
    }

    /// <summary>It is the paper's, or a name the paper goes by.</summary>
    public sealed record Fits : TitleVerdict;

    /// <summary>It was the paper's own in an earlier version.</summary>
    public sealed record Earlier(int Version) : TitleVerdict;

    /// <summary>Not the paper's title, but what the paper is about, and no other paper has it: probably a title it had once.</summary>
    public sealed record Unlike : TitleVerdict;

    /// <summary>Another paper was meant.</summary>
    /// <param name="Suggestion">Which; null where none was found.</param>
    /// <param name="IsCertain">Whether exactly one paper has exactly this title, and nothing in the list speaks for the paper
    /// linked.</param>
    public sealed record Wrong(MeantPaper? Suggestion, bool IsCertain) : TitleVerdict;

    /// <summary>arXiv could not be asked.</summary>
    public sealed record Unsettled : TitleVerdict;
}

/// <summary>
/// Finds papers by their titles: those of the store, and those that arXiv finds, which is asked once a day at most for the same title.
/// </summary>
internal sealed partial class TitleSearch(
    AtomClient atom, EprintStore eprints, TitleStore titles, TimeProvider time, ILogger<TitleSearch> logger)
{
    /// <summary>The query API's answers change once a day at most (field guide 2.7).</summary>
    private static readonly TimeSpan AnswerHolds = TimeSpan.FromDays(1);

    private TitleIndex? _index;

    private TitleIndex Index => _index ??= Enter(new TitleIndex(), eprints.Titles());

    /// <summary>Another paper of exactly this title, where the title proves something; null where there is none.</summary>
    public Eprint? FindExactly(ClaimedTitle claim, Eprint linked) => claim.Title.IsLabel ? null
        : Index.Same(claim.Title).Where(identifier => identifier != linked.Identifier).Select(eprints.Find).FirstOrDefault();

    /// <summary>
    /// The paper in the store that the title names best, beside the one linked; null where there is none. A few words name only the paper
    /// that has them and no others for its title.
    /// </summary>
    public Eprint? Find(ClaimedTitle claim, Eprint? linked) => Index.Same(claim.Title)
        .Concat(Index.Alike(claim.Title).Where(paper => claim.Title.MayName(paper.Title)).Select(paper => paper.Identifier))
        .Where(identifier => identifier != linked?.Identifier)
        .Select(eprints.Find)
        .FirstOrDefault();

    /// <summary>Asks arXiv for the title. What may be meant is kept in the store, where <see cref="Find"/> has it from now on.</summary>
    /// <exception cref="Arxiv.ArxivForbiddenException">arXiv answered 403.</exception>
    /// <exception cref="Arxiv.ArxivUnavailableException">arXiv could not be asked.</exception>
    /// <exception cref="Arxiv.ArxivFormatException">Its answer could not be read.</exception>
    public async Task AskAsync(ClaimedTitle claim, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (claim.Phrase is not { } phrase || titles.LastAsked(phrase) is { } asked && (now - asked).Duration() < AnswerHolds)
        {
            return;
        }

        LogLookingFor(phrase);
        var records = await SearchAsync(phrase, cancellationToken);
        var fitting = records
            .Where(record => record.Title is { } title && Title.Read(title) is { } read && claim.Title.MayName(read)).ToList();
        if (fitting.Count > 0)
        {
            eprints.Save(fitting, now);
            Enter(Index, fitting.Select(record => (record.Identifier, record.Title!)));
        }

        titles.Ask(phrase, now);
    }

    private async Task<IReadOnlyList<EprintRecord>> SearchAsync(string phrase, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in atom.SearchAsync(AtomQuery.Title(phrase), cancellationToken))
            {
                return [.. page.Records.Values];
            }
        }
        catch (AtomErrorException refused)
        {
            LogRefused(phrase, refused.Message);
        }

        return [];
    }

    private static TitleIndex Enter(TitleIndex index, IEnumerable<(ArxivIdentifier Identifier, string Title)> papers)
    {
        foreach (var (identifier, text) in papers)
        {
            if (Title.Read(text) is { } title)
            {
                index.Add(identifier, title);
            }
        }

        return index;
    }

    [LoggerMessage(LogLevel.Information, "Query API: looking for the title {Title}")]
    private partial void LogLookingFor(string title);

    [LoggerMessage(LogLevel.Warning, "The query API refused to look for the title {Title}: {Reason}")]
    private partial void LogRefused(string title, string reason);
}

/// <summary>Titles of many papers, to find one by.</summary>
internal sealed class TitleIndex
{
    private const int MostCandidates = 50;

    private readonly List<(ArxivIdentifier Identifier, Title Title)> _papers = [];
    private readonly Dictionary<string, List<int>> _byKey = [];
    private readonly Dictionary<string, List<int>> _byWord = [];
    private readonly HashSet<ArxivIdentifier> _known = [];

    /// <summary>Enters a paper, unless it is there.</summary>
    public void Add(ArxivIdentifier identifier, Title title)
    {
        if (!_known.Add(identifier))
        {
            return;
        }

        var number = _papers.Count;
        _papers.Add((identifier, title));
        Enter(_byKey, title.Key, number);
        foreach (var word in title.Telling)
        {
            Enter(_byWord, word, number);
        }
    }

    /// <summary>The papers of the same title.</summary>
    public IEnumerable<ArxivIdentifier> Same(Title title) =>
        _byKey.GetValueOrDefault(title.Key, []).Select(number => _papers[number].Identifier);

    /// <summary>Papers whose titles share at least half of its telling words, those that share most first.</summary>
    public IEnumerable<(ArxivIdentifier Identifier, Title Title)> Alike(Title title)
    {
        var shared = new Dictionary<int, int>();
        foreach (var number in title.Telling.SelectMany(word => _byWord.GetValueOrDefault(word, [])))
        {
            shared[number] = shared.GetValueOrDefault(number) + 1;
        }

        return shared.Where(pair => pair.Value * 2 >= title.Telling.Count)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => Math.Abs(_papers[pair.Key].Title.Telling.Count - title.Telling.Count))
            .ThenBy(pair => pair.Key)
            .Take(MostCandidates)
            .Select(pair => _papers[pair.Key]);
    }

    private static void Enter(Dictionary<string, List<int>> index, string key, int number)
    {
        if (!index.TryGetValue(key, out var numbers))
        {
            index.Add(key, numbers = []);
        }

        numbers.Add(number);
    }
}
