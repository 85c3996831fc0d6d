using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Checking;

/// <summary>Finds out whether there is a version that a link names and that the store does not know: arXiv may have a new one since.</summary>
public sealed partial class VersionResolver(AbstractPageClient pages, ILogger<VersionResolver> logger)
{
    private readonly Dictionary<EprintReference, bool?> _answers = [];

    /// <summary>Whether there is this version; null where arXiv could not tell. Asked once for each.</summary>
    /// <param name="reference">With a version.</param>
    /// <param name="cancellationToken">Ends the waiting and the request.</param>
    /// <exception cref="ArxivForbiddenException">arXiv answered 403.</exception>
    public async Task<bool?> ExistsAsync(EprintReference reference, CancellationToken cancellationToken)
    {
        if (!_answers.TryGetValue(reference, out var answer))
        {
            _answers[reference] = answer = await AskAsync(reference, cancellationToken);
        }

        return answer;
    }

    private async Task<bool?> AskAsync(EprintReference reference, CancellationToken cancellationToken)
    {
        try
        {
            LogAsked(reference);
            return await pages.GetVersionAsync(reference.Identifier, reference.Version!.Value, cancellationToken) is PageAnswer.Found;
        }
        catch (Exception exception) when (exception is ArxivUnavailableException or ArxivFormatException)
        {
            LogUnsettled(reference, exception.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Page of {Reference}: whether there is this version")]
    private partial void LogAsked(EprintReference reference);

    [LoggerMessage(LogLevel.Warning, "Whether there is {Reference} could not be found out: {Reason}")]
    private partial void LogUnsettled(EprintReference reference, string reason);
}
