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
        catch (NotAskedException)
        {
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
        var found = asksArxiv
            ? await FindAsync(claim, linked: null, cancellationToken)
            : search.Find(claim, linked: null, cancellationToken);
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
            return search.FindExactly(claim, linked, cancellationToken) is { } exact ? claim.Wrong(exact, linked) : new TitleVerdict.Fits();
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
        if (search.Find(claim, linked, cancellationToken) is { } known)
        {
            return known;
        }

        await search.AskAsync(claim, cancellationToken);
        return search.Find(claim, linked, cancellationToken);
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

    /// <summary>arXiv could not be asked, or was not to be.</summary>
    public sealed record Unsettled : TitleVerdict;
}

/// <summary>Only arXiv could tell, and it is not to be asked.</summary>
internal sealed class NotAskedException : Exception
{
}

/// <summary>
/// Finds papers by their titles: those of the store, and those that arXiv finds, which is asked once a day at most for the same title.
/// </summary>
/// <param name="atom">Whom to ask; null: nobody is asked, and what arXiv answered before holds for good.</param>
internal sealed partial class TitleSearch(
    AtomClient? atom, StoredTitles stored, TitleStore titles, TimeProvider time, ILogger<TitleSearch> logger)
{
    /// <summary>The query API's answers change once a day at most (field guide 2.7).</summary>
    private static readonly TimeSpan AnswerHolds = TimeSpan.FromDays(1);

    /// <summary>Another paper of exactly this title, where the title proves something; null where there is none.</summary>
    public Eprint? FindExactly(ClaimedTitle claim, Eprint linked, CancellationToken cancellationToken) => claim.Title.IsLabel ? null
        : First(stored.Same(claim.Title, cancellationToken), linked);

    /// <summary>
    /// The paper in the store that the title names best, beside the one linked; null where there is none. A few words name only the paper
    /// that has them and no others for its title.
    /// </summary>
    public Eprint? Find(ClaimedTitle claim, Eprint? linked, CancellationToken cancellationToken) =>
        First(stored.Same(claim.Title, cancellationToken), linked)
        ?? First(stored.Alike(claim.Title, cancellationToken).Where(paper => claim.Title.MayName(paper.Title)), linked);

    /// <summary>Asks arXiv for the title. What may be meant is kept in the store, where <see cref="Find"/> has it from now on.</summary>
    /// <exception cref="Arxiv.ArxivForbiddenException">arXiv answered 403.</exception>
    /// <exception cref="Arxiv.ArxivUnavailableException">arXiv could not be asked.</exception>
    /// <exception cref="Arxiv.ArxivFormatException">Its answer could not be read.</exception>
    /// <exception cref="NotAskedException">It is not to be asked.</exception>
    public async Task AskAsync(ClaimedTitle claim, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (claim.Phrase is not { } phrase
            || titles.LastAsked(phrase) is { } asked && (atom is null || (now - asked).Duration() < AnswerHolds))
        {
            return;
        }

        if (atom is null)
        {
            throw new NotAskedException();
        }

        LogLookingFor(phrase);
        var records = await SearchAsync(atom, phrase, cancellationToken);
        var fitting = records
            .Where(record => record.Title is { } title && Title.Read(title) is { } read && claim.Title.MayName(read)).ToList();
        if (fitting.Count > 0)
        {
            stored.Save(fitting, now);
        }

        titles.Ask(phrase, now);
    }

    private async Task<IReadOnlyList<EprintRecord>> SearchAsync(AtomClient arxiv, string phrase, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in arxiv.SearchAsync(AtomQuery.Title(phrase), cancellationToken))
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

    private Eprint? First(IEnumerable<(ArxivIdentifier Identifier, Title Title)> papers, Eprint? linked) => papers
        .Where(paper => paper.Identifier != linked?.Identifier)
        .Select(paper => stored.Find(paper.Identifier))
        .FirstOrDefault();

    [LoggerMessage(LogLevel.Information, "Query API: looking for the title {Title}")]
    private partial void LogLookingFor(string title);

    [LoggerMessage(LogLevel.Warning, "The query API refused to look for the title {Title}: {Reason}")]
    private partial void LogRefused(string title, string reason);
}
