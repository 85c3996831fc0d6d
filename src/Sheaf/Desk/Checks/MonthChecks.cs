using System.Data.Common;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Editing;
using Sheaf.Lists;
using Sheaf.Store;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Checks a month by what the store knows, and mends what is certain. arXiv is asked by a run of its own.</summary>
internal sealed class MonthChecks(DeskParts parts) : IDisposable
{
    /// <summary>By which the journal knows what was mended, here and by the command.</summary>
    public const string FixCommand = "check --fix";

    /// <summary>The same of sentences that were kept.</summary>
    public const string KeepCommand = "check --fix --keep-suggested";

    private readonly CheckCounts _counts = new(parts.Workspace);
    private readonly CancellationTokenSource _over = new();
    private Task _behind = Task.CompletedTask;
    private int _isChecking;

    /// <summary>What is wrong with a month's lists and draft; null where it has neither.</summary>
    /// <exception cref="CurationException">A list of the month's own cannot be read.</exception>
    public async Task<CheckReport?> CheckAsync(Month month, CancellationToken cancellationToken)
    {
        parts.EnsureReadable(month);
        var (check, stamp) = (parts.Local.NewCheck(), _counts.Stamp());
        CheckReport? report;
        try
        {
            report = await check.CompareAsync(check.Read([month]), progress: null, cancellationToken);
        }
        catch (BadInputException)
        {
            report = null;
        }

        _counts.Keep(month, stamp, report);
        return report;
    }

    /// <summary>
    /// How many errors and warnings a month had when it was last checked; null where there is nothing to check, it cannot be read, or it is
    /// not known yet. Where files have changed since, the month is checked anew behind the page, which waits for no check.
    /// </summary>
    public int? LastCountOf(Month month)
    {
        try
        {
            if (!_counts.TryFind(month, out var count) && !_over.IsCancellationRequested && Interlocked.Exchange(ref _isChecking, 1) == 0)
            {
                _behind = Task.Run(() => CheckBehindAsync(month));
            }

            return count;
        }
        catch (Exception failure) when (IsOfFiles(failure))
        {
            // Whoever goes to the page is told.
            return null;
        }
    }

    /// <summary>How many it has now; null where there is nothing to check, or it cannot be read.</summary>
    public int? CountOf(Month month)
    {
        try
        {
            // It asks nobody, so that there is nothing to wait for.
            return _counts.TryFind(month, out var count)
                ? count
                : CheckCounts.Of(CheckAsync(month, CancellationToken.None).GetAwaiter().GetResult());
        }
        catch (Exception failure) when (IsOfFiles(failure))
        {
            return null;
        }
    }

    private async Task CheckBehindAsync(Month month)
    {
        try
        {
            await CheckAsync(month, _over.Token);
        }
        catch (Exception failure) when (IsOfFiles(failure) || failure is OperationCanceledException)
        {
            // The next page tries it again, where there is one.
        }
        finally
        {
            _isChecking = 0;
        }
    }

    /// <summary>With the service ends the check behind its last page: nothing is read or opened afterwards.</summary>
    public void Dispose()
    {
        _over.Cancel();
        _behind.ContinueWith(_ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        _over.Dispose();
    }

    private static bool IsOfFiles(Exception failure) =>
        failure is CurationException or StoreException or DbException or IOException or UnauthorizedAccessException;

    /// <summary>When arXiv was last asked for anything; null: never.</summary>
    public string? Asked => UtcText.From(
        parts.Local.Runs.Latest(50).FirstOrDefault(run => run.Result is { } result
            && result.AtomRequests + result.PageRequests + result.OaiRequests > 0)?.Result?.Finished);

    /// <summary>Mends findings, as one edit.</summary>
    /// <param name="report">Of which they are.</param>
    /// <param name="findings">Those with a certain way to mend them are mended.</param>
    /// <param name="cancellationToken">Ends the waiting for other programs.</param>
    public (IReadOnlyList<FixedLine> Fixed, int? Edit) Fix(
        CheckReport report, IReadOnlyList<Finding> findings, CancellationToken cancellationToken) =>
        Change(report, findings, keepsSuggested: false, cancellationToken);

    /// <summary>Keeps sentences that were taken from abstracts, as one edit: their marks go.</summary>
    /// <param name="report">Of which they are.</param>
    /// <param name="findings">Those that are about such a sentence.</param>
    /// <param name="cancellationToken">Ends the waiting for other programs.</param>
    public (IReadOnlyList<FixedLine> Fixed, int? Edit) Keep(
        CheckReport report, IReadOnlyList<Finding> findings, CancellationToken cancellationToken) =>
        Change(
            report, [.. findings.Where(finding => finding is { Fix: null, Accept: not null })], keepsSuggested: true, cancellationToken);

    private (IReadOnlyList<FixedLine> Fixed, int? Edit) Change(
        CheckReport report, IReadOnlyList<Finding> findings, bool keepsSuggested, CancellationToken cancellationToken)
    {
        var (made, edit) = parts.Files.Change(
            keepsSuggested ? KeepCommand : FixCommand,
            edit =>
            {
                var mended = (report with { Findings = findings }).Fix(edit, keepsSuggested);
                edit.What = Humanize.Few([.. mended.Select(line => line.Finding.Id ?? line.Finding.Code)]);
                return mended;
            },
            cancellationToken);
        return (made, edit.Number);
    }

    /// <summary>Lets a finding stand, from now on.</summary>
    /// <returns>The edit's number; null where nothing changed.</returns>
    public int? Leave(Finding finding, CancellationToken cancellationToken)
    {
        var (_, edit) = parts.Files.Change(
            "desk",
            edit =>
            {
                edit.What = $"leave {finding.Code} {finding.Id}".TrimEnd();
                edit.Change(parts.Workspace.Left, text => LeftFindings.Add(text, finding));
                return true;
            },
            cancellationToken);
        return edit.Number;
    }
}
