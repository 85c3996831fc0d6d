using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Eprints;
using Sheaf.Checking.Titles;

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
