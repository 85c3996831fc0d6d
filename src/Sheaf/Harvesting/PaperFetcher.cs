using Microsoft.Extensions.Logging;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Politeness;
using Sheaf.Store;

namespace Sheaf.Harvesting;

/// <summary>
/// Fetches papers: metadata in batches from the query API, and each paper's page, which settles it. The two go on side by side
/// through the one polite connection, so a query API that refuses does not keep the pages waiting. What the pages leave unsettled, the
/// query API or OAI-PMH settles. Everything is committed as it comes.
/// </summary>
internal sealed partial class PaperFetcher(
    MetadataBatches batches, AbstractPageFetcher pages, OaiFallback oaiFallback, UnlistedPapers unlisted,
    ILogger<PaperFetcher> logger)
{
    /// <summary>How often a run looks whether the query API, the last it waits for, refuses.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    /// <summary>Fetches and stores.</summary>
    /// <param name="plan">What.</param>
    /// <param name="run">The run.</param>
    /// <param name="tally">Told of every outcome.</param>
    /// <param name="stop">Stops the requests under way, too; cancelled where one side of the work fails.</param>
    internal async Task FetchAsync(HarvestPlan plan, ArxivRun run, HarvestOutcomes tally, CancellationTokenSource stop)
    {
        var served = new QueryApiOutcomes();
        try
        {
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            var metadata = OrStopAsync(AskAsync(plan, served, tally, enough, stop), stop);
            var reading = OrStopAsync(pages.FetchAsync(plan.Due, tally, stop.Token), stop);
            await Task.WhenAll(metadata, EndMetadataAsync(reading, metadata, run, tally, enough));
            tally.SentBeforeOai = run.Sent(RequestKind.Api);
            await oaiFallback.SettleAsync(tally, served, stop.Token);
            unlisted.NoteLacking(plan.OnNoList, served);
            oaiFallback.EnterRefused(tally, served);
        }
        catch (ArxivForbiddenException)
        {
            try
            {
                oaiFallback.EnterRefused(tally, served);
            }
            catch (StoreException)
            {
                // The first error of a run is the one that is told: the refusal, and not that it cannot be written down.
            }

            throw;
        }
    }

    private async Task AskAsync(
        HarvestPlan plan, QueryApiOutcomes served, HarvestOutcomes tally, CancellationTokenSource enough, CancellationTokenSource stop)
    {
        try
        {
            await batches.FetchAsync(plan.Batches, served, enough.Token);
            if (served.Count > 0)
            {
                tally.Tell(served.Count);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            LogNotWaitedFor();
        }
    }

    /// <summary>Nobody waits for a query API that refuses once the pages have settled everything.</summary>
    private static async Task EndMetadataAsync(
        Task reading, Task metadata, ArxivRun run, HarvestOutcomes tally, CancellationTokenSource enough)
    {
        await reading;
        while (!metadata.IsCompleted && tally.Unsettled.Count == 0)
        {
            if (run.HeldUntil(RequestKind.Api) is not null)
            {
                await enough.CancelAsync();
                return;
            }

            await Task.WhenAny(metadata, Task.Delay(PollInterval, run.Time, enough.Token));
        }
    }

    /// <summary>What ends one side of the work with an error ends the other, too.</summary>
    private static async Task OrStopAsync(Task work, CancellationTokenSource stop)
    {
        try
        {
            await work;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    [LoggerMessage(LogLevel.Information, "The query API refuses, and the pages have settled everything: it is not waited for")]
    private partial void LogNotWaitedFor();
}
