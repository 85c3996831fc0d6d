using System.Globalization;
using System.Xml;
using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Atom;
using Sheaf.Settings;

namespace Sheaf.Sweeping;

/// <summary>
/// Asks the query API for pages of a listing, again where an answer is short, empty, of another page or garbled (field guide 2.5).
/// </summary>
internal sealed partial class AtomPages(AtomClient atom, SheafSettings settings, ILogger<AtomPages> logger)
{
    /// <summary>Rows on a page: the most that arXiv's manual allows.</summary>
    public const int Size = 2_000;

    /// <summary>Of which so many are new at the least: pages overlap by the last minute of the one before.</summary>
    public const int NewRows = Size - (Size / MostOverlap);

    /// <summary>A page may overlap with the one before by one in so many rows.</summary>
    internal const int MostOverlap = 50;

    private const int Tries = 3;

    /// <summary>The page; one that is not whole after three tries has what they brought together.</summary>
    /// <exception cref="ArxivUnavailableException">There are papers from the first row on that were not seen yet, and no try brought
    /// any.</exception>
    internal async Task<ListedPage> AskAsync(PageAsked asked, CancellationToken cancellationToken)
    {
        ListedPage? brought = null;
        Exception? garbled = null;
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            try
            {
                var page = await AskOnceAsync(asked, cancellationToken);

                // An empty answer to the first question may be the old fault of empty pages: it is believed the second time.
                if (page.IsWhole && (page.Total > 0 || brought?.Total == 0))
                {
                    return page;
                }

                brought = brought is null ? page : page.IsWhole && brought.Count == 0 ? page : brought.With(page);
                LogNotWhole(asked.Window, asked.Start, page.Count, page.Total);
            }
            catch (Exception exception) when (exception is ArxivFormatException
                or ArxivUnavailableException { InnerException: XmlException })
            {
                garbled = exception;
                LogGarbled(exception.Message);
            }
        }

        return brought is not null && (brought.Count > 0 || asked.Start > 0 || brought.Total <= asked.Border.Count) ? brought
            : throw new ArxivUnavailableException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The query API was asked {Tries} times for the papers from {asked.Window:u} on and handed none out."), garbled);
    }

    private async Task<ListedPage> AskOnceAsync(PageAsked asked, CancellationToken cancellationToken)
    {
        var query = AtomQuery.SubmittedBetween(asked.Window, asked.Until, settings.Sweep.Categories);
        var answer = await atom.SearchPageAsync(query, asked.Start, asked.Count, cancellationToken, asked.Before);
        foreach (var entry in answer.Unreadable)
        {
            LogUnreadable(entry.Id, entry.Reason);
        }

        return ListedPage.Of(answer, asked);
    }

    [LoggerMessage(LogLevel.Warning, "Query API: the page from {Window:u} on, behind {Start} rows, is not whole: {Rows} rows of {Total}")]
    private partial void LogNotWhole(DateTimeOffset window, int start, int rows, int total);

    [LoggerMessage(LogLevel.Warning, "Query API: an answer cannot be read. {Reason}")]
    private partial void LogGarbled(string reason);

    [LoggerMessage(LogLevel.Warning, "Query API: its entry {Id} cannot be read: {Reason}")]
    private partial void LogUnreadable(string id, string reason);
}
