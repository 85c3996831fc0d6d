using Microsoft.Extensions.Logging;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.Store.Eprints;

namespace Sheaf.Checking;

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
