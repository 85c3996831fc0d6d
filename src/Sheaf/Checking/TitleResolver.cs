using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.Store.Eprints;

namespace Sheaf.Checking;

/// <summary>
/// Finds out what became of a title that is not the linked paper's: another paper's, one it had once, or nobody's. What the store knows
/// comes first; arXiv is then asked once for the title, and for the pages of earlier versions, and never twice for the same.
/// </summary>
public sealed partial class TitleResolver(
    AtomClient atom, AbstractPageClient pages, EprintStore eprints, TitleStore titles, TimeProvider time, ILogger<TitleResolver> logger)
{
    /// <summary>The query API's answers change once a day at most (field guide 2.7).</summary>
    private static readonly TimeSpan AnswerHolds = TimeSpan.FromDays(1);

    private TitleIndex? _index;

    private TitleIndex Index => _index ??= Enter(new TitleIndex(), eprints.Titles());

    /// <summary>What became of the title claimed at a place.</summary>
    /// <param name="claim">What the place claims.</param>
    /// <param name="linked">The paper linked; null where arXiv has none.</param>
    /// <param name="cancellationToken">Ends the waiting and the request.</param>
    /// <exception cref="ArxivForbiddenException">arXiv answered 403.</exception>
    public async Task<TitleVerdict> SettleAsync(ClaimedTitle claim, Eprint? linked, CancellationToken cancellationToken)
    {
        if (linked is not null && claim.StandsTo(linked) is not TitleMatch.Different and var closeness)
        {
            return closeness == TitleMatch.Same || OfExactly(claim, linked) is not { } other ? new TitleVerdict.Fits() : claim.Wrong(other, linked);
        }

        try
        {
            return await FindAsync(claim, linked, cancellationToken);
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
        if (Known(claim, linked: null) is null && asksArxiv)
        {
            await LookForAsync(claim, cancellationToken);
        }

        return Known(claim, linked: null) is { } found ? claim.Wrong(found, linked: null) : null;
    }

    private async Task<TitleVerdict> FindAsync(ClaimedTitle claim, Eprint? linked, CancellationToken cancellationToken)
    {
        if (linked is not null && claim.IsNameOf(linked))
        {
            return new TitleVerdict.Fits();
        }

        if (Known(claim, linked) is { } known)
        {
            return claim.Wrong(known, linked);
        }

        await LookForAsync(claim, cancellationToken);
        if (Known(claim, linked) is { } found)
        {
            return claim.Wrong(found, linked);
        }

        return linked is null ? new TitleVerdict.Unsettled()
            : await EarlierAsync(claim, linked, cancellationToken) is { } version ? new TitleVerdict.Earlier(version)
            : claim.MayBeAbout(linked) ? new TitleVerdict.Unlike()
            : claim.Wrong(other: null, linked);
    }

    /// <summary>Another paper of exactly this title, where it proves something: then the linked paper is only like it.</summary>
    private Eprint? OfExactly(ClaimedTitle claim, Eprint linked) =>
        claim.Title.IsLabel ? null : Index.Same(claim.Title).Where(identifier => identifier != linked.Identifier).Select(eprints.Find).FirstOrDefault();

    /// <summary>The paper in the store that the title names best; a few words name only the paper that has them and no others for its title.</summary>
    private Eprint? Known(ClaimedTitle claim, Eprint? linked) => Index.Same(claim.Title)
        .Concat(Index.Alike(claim.Title).Where(paper => claim.Title.MayName(paper.Title)).Select(paper => paper.Identifier))
        .Where(identifier => identifier != linked?.Identifier)
        .Select(eprints.Find)
        .FirstOrDefault();

    /// <summary>Asks arXiv for the title. What may be meant is kept in the store, where it is found from now on.</summary>
    private async Task LookForAsync(ClaimedTitle claim, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (claim.Phrase is not { } phrase || titles.LastAsked(phrase) is { } asked && (now - asked).Duration() < AnswerHolds)
        {
            return;
        }

        LogLookingFor(phrase);
        var records = await SearchAsync(phrase, cancellationToken);
        var fitting = records.Where(record => record.Title is { } title && Title.Read(title) is { } read && claim.Title.MayName(read)).ToList();
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

    /// <summary>The version that had this title: the first is asked for first, as lists are made when papers are new.</summary>
    private async Task<int?> EarlierAsync(ClaimedTitle claim, Eprint linked, CancellationToken cancellationToken)
    {
        for (var version = 1; version < linked.LatestVersion; version++)
        {
            var title = await TitleOfAsync(linked.Identifier, version, cancellationToken);
            if (title is not null && Title.Read(title) is { } read && claim.Title.To(read) != TitleMatch.Different)
            {
                return version;
            }
        }

        return null;
    }

    private async Task<string?> TitleOfAsync(ArxivIdentifier identifier, int version, CancellationToken cancellationToken)
    {
        if (titles.Find(identifier, version) is { } kept)
        {
            return kept;
        }

        LogVersion(identifier, version);
        var title = await pages.GetVersionAsync(identifier, version, cancellationToken) is PageAnswer.Found found ? found.Record.Title : null;
        if (title is not null)
        {
            titles.Save(identifier, version, title);
        }

        return title;
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

    [LoggerMessage(LogLevel.Information, "Page of {Identifier}v{Version}: for the title it had")]
    private partial void LogVersion(ArxivIdentifier identifier, int version);

    [LoggerMessage(LogLevel.Warning, "The query API refused to look for the title {Title}: {Reason}")]
    private partial void LogRefused(string title, string reason);

    [LoggerMessage(LogLevel.Warning, "The title {Title} could not be looked into: {Reason}")]
    private partial void LogUnsettled(string title, string reason);
}
