using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Editing;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Checks a month by what the store knows, and mends what is certain. arXiv is asked by a run of its own.</summary>
internal sealed class MonthChecks(DeskParts parts)
{
    /// <summary>What is wrong with a month's lists and draft; null where it has neither.</summary>
    public async Task<CheckReport?> CheckAsync(Month month, CancellationToken cancellationToken)
    {
        var check = parts.Local.NewCheck();
        try
        {
            return await check.CompareAsync(check.Read([month]), progress: null, cancellationToken);
        }
        catch (BadInputException)
        {
            return null;
        }
    }

    /// <summary>When arXiv was last asked for anything; null: never.</summary>
    public string? Asked => UtcText.From(
        parts.Local.Runs.Latest(50).FirstOrDefault(run => run.Result is { } result
            && result.AtomRequests + result.PageRequests + result.OaiRequests > 0)?.Result?.Finished);

    /// <summary>Mends findings, as one edit.</summary>
    /// <param name="report">Of which they are.</param>
    /// <param name="findings">Those with a certain way to mend them are mended.</param>
    /// <param name="cancellationToken">Ends the waiting for other programs.</param>
    public (IReadOnlyList<FixedLine> Fixed, int? Edit) Fix(
        CheckReport report, IReadOnlyList<Finding> findings, CancellationToken cancellationToken)
    {
        var (made, edit) = parts.Files.Change(
            "check --fix",
            edit =>
            {
                var mended = (report with { Findings = findings }).Fix(edit, keepsSuggested: false);
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
