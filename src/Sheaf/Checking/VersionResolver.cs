using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;
using Sheaf.Store.Eprints;

namespace Sheaf.Checking;

/// <summary>
/// Asks for the pages of single versions: whether there is one that the store does not know, and what title an earlier one had.
/// </summary>
/// <param name="pages">Whom to ask; null: nobody is asked.</param>
/// <param name="titles">What was answered before.</param>
/// <param name="logger">Where each question is noted.</param>
internal sealed partial class VersionResolver(AbstractPageClient? pages, TitleStore titles, ILogger<VersionResolver> logger)
{
    private readonly Dictionary<EprintReference, bool?> _answers = [];

    /// <summary>
    /// Whether there is this version, which may be new since the store learnt of the paper; null where arXiv could not tell. It is asked
    /// once for each.
    /// </summary>
    /// <param name="reference">With a version.</param>
    /// <param name="cancellationToken">Ends the waiting and the request.</param>
    /// <exception cref="ArxivForbiddenException">arXiv answered 403.</exception>
    public async Task<bool?> ExistsAsync(EprintReference reference, CancellationToken cancellationToken)
    {
        if (!_answers.TryGetValue(reference, out var answer))
        {
            _answers[reference] = answer = pages is null ? null : await AskAsync(pages, reference, cancellationToken);
        }

        return answer;
    }

    /// <summary>
    /// The earlier version that had the title claimed; null where none had. The first is asked for first, as lists are made when papers are
    /// new, and none is asked for twice.
    /// </summary>
    /// <param name="claim">The title.</param>
    /// <param name="linked">The paper.</param>
    /// <param name="cancellationToken">Ends the waiting and the request.</param>
    /// <exception cref="ArxivForbiddenException">arXiv answered 403.</exception>
    /// <exception cref="ArxivUnavailableException">arXiv could not be asked.</exception>
    /// <exception cref="ArxivFormatException">Its answer could not be read.</exception>
    /// <exception cref="NotAskedException">It is not to be asked.</exception>
    public async Task<int?> FindTitledAsync(ClaimedTitle claim, Eprint linked, CancellationToken cancellationToken)
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

        if (pages is null)
        {
            throw new NotAskedException();
        }

        LogVersion(identifier, version);
        var answer = await pages.GetVersionAsync(identifier, version, cancellationToken);
        var title = (answer as PageAnswer.Found)?.Record.Title;
        if (title is not null)
        {
            titles.Save(identifier, version, title);
        }

        return title;
    }

    private async Task<bool?> AskAsync(AbstractPageClient arxiv, EprintReference reference, CancellationToken cancellationToken)
    {
        try
        {
            LogAsked(reference);
            return await arxiv.GetVersionAsync(reference.Identifier, reference.Version!.Value, cancellationToken) is PageAnswer.Found;
        }
        catch (Exception exception) when (exception is ArxivUnavailableException or ArxivFormatException)
        {
            LogUnsettled(reference, exception.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Page of {Identifier}v{Version}: for the title it had")]
    private partial void LogVersion(ArxivIdentifier identifier, int version);

    [LoggerMessage(LogLevel.Information, "Page of {Reference}: whether there is this version")]
    private partial void LogAsked(EprintReference reference);

    [LoggerMessage(LogLevel.Warning, "Whether there is {Reference} could not be found out: {Reason}")]
    private partial void LogUnsettled(EprintReference reference, string reason);
}
