using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Files;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Publishing;

/// <summary>
/// Publishes the edited draft of a month: once, whole, and with a receipt. Whenever it is stopped, the next run finds out by the receipt
/// what was done, and the command that tells the readers is never run twice by itself.
/// </summary>
internal sealed class Publisher(Workspace workspace, SheafSettings settings, IssueSources sources, CheckRun check, TimeProvider time)
{
    private readonly ReceiptFolder _receipts = new(workspace.Published);
    private readonly PublishProgram _program = new(settings, time);

    /// <summary>Publishes a month, unless there is nothing to do or a person must decide.</summary>
    /// <exception cref="BadInputException">There is no draft, or it is no text.</exception>
    /// <exception cref="IOException">The files cannot be written; all is as it was.</exception>
    /// <exception cref="UnauthorizedAccessException">The files must not be written; all is as it was.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the receipt says what was done.</exception>
    public async Task<Publication> PublishAsync(Month month, PublishWishes wishes, CancellationToken cancellationToken)
    {
        var draft = await DraftToPublish.ReadAsync(workspace, check, month, cancellationToken);
        if (wishes.IsPlan)
        {
            return Plan(draft, wishes);
        }

        // Held until the command has ended, which is after others may change the workspace again.
        FileStream? mine = null;
        try
        {
            Publication publication;
            using (WorkspaceLock.Take(workspace.DecisionsLock, time, cancellationToken))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(_receipts.LockOf(month))!);
                mine = FileLock.TryTake(_receipts.LockOf(month));
                publication = mine is null ? UnderWay(draft, wishes) : Write(draft, wishes, cancellationToken);
            }

            return publication.CommandIsDue ? await RunCommandAsync(publication, cancellationToken) : publication;
        }
        finally
        {
            mine?.Dispose();
        }
    }

    private Publication Plan(DraftToPublish draft, PublishWishes wishes)
    {
        var (receipt, unreadable) = ReceiptOf(draft.Month, wishes.Words);
        var planned = Decide(draft, receipt, unreadable, wishes);
        return planned.Step is PublishStep.Write or PublishStep.RunCommand
            ? planned with { Kind = PublicationKind.Planned, CommandIsDue = _program.IsSet }
            : planned;
    }

    private Publication Write(DraftToPublish draft, PublishWishes wishes, CancellationToken cancellationToken)
    {
        var (receipt, unreadable) = ReceiptOf(draft.Month, wishes.Words);
        var planned = Decide(draft, receipt, unreadable, wishes);
        if (planned.Step == PublishStep.RunCommand)
        {
            var again = receipt! with { Command = _program.Starting };
            _receipts.Write(again);
            return planned with { Kind = PublicationKind.Unchanged, Receipt = again, CommandIsDue = true };
        }

        if (planned.Step != PublishStep.Write)
        {
            return planned;
        }

        if (unreadable is not null)
        {
            _receipts.Keep($"{draft.Month}.json", _receipts.Bytes(draft.Month) ?? [], time.GetUtcNow(), out _);
        }

        var written = planned.Receipt! with { Command = _program.Starting };
        var kept = new IssueWriter(workspace.Published, _receipts, time).Write(
            draft.Month, planned.Changes, written, cancellationToken);
        return planned with
        {
            Kind = PublicationKind.Published,
            Receipt = written,
            Kept = kept,
            CommandIsDue = _program.IsSet,
            DraftHasMoved = HasMoved(draft),
        };
    }

    /// <summary>What is to be done, with the receipt and the files as they would be.</summary>
    private Publication Decide(DraftToPublish draft, Receipt? receipt, string? unreadable, PublishWishes wishes)
    {
        var now = time.GetUtcNow();
        var first = receipt?.FirstPublished ?? UtcText.Day(DateOnly.FromDateTime(now.UtcDateTime));
        var issue = new Issue(draft, sources, settings);
        var files = issue.Files(UtcText.ParseDay(first));
        var names = files.Select(file => file.Name).Concat(receipt?.Files.Select(file => file.Name) ?? []).Distinct();
        var targets = names.Select(name => Target.Read(Path.Combine(workspace.Published, Path.GetFileName(name)))).ToList();
        var decision = unreadable is not null && !wishes.Again ? new(PublishStep.Refuse, unreadable, IssueChange.None)
            : PublishDecision.Make(receipt, draft.Text, targets, wishes, _program.IsSet);
        var hindrance = targets.Select(target => target.Hindrance).OfType<string>().FirstOrDefault();
        if (hindrance is not null || (decision.Step == PublishStep.Write && NotReady(draft, wishes) is not null))
        {
            decision = decision with { Step = PublishStep.Refuse, Why = hindrance ?? NotReady(draft, wishes) };
        }

        return new(draft, decision)
        {
            Kind = decision.Step == PublishStep.Refuse ? PublicationKind.Refused : PublicationKind.Unchanged,
            Changes = [.. targets.Select(target => (target, files.FirstOrDefault(file => file.Name == target.Name)))],
            Receipt = decision.Step != PublishStep.Write ? receipt
                : new(Receipt.Newest, draft.Month.ToString(), issue.Title, ReceiptState.Published, first, UtcText.From(now))
                {
                    Files = [.. files.Select(file => new ReceiptFile(file.Name, file.Hash, null))],
                    Text = draft.Text.ForReceipt(issue.Papers),
                },
            Folder = workspace.Published,
        };
    }

    private static string? NotReady(DraftToPublish draft, PublishWishes wishes)
    {
        string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";
        return draft.Errors > 0
            ? $"{draft.Month} is not published: {Count(draft.Errors, "error")} must be mended first; {wishes.Words.Check(draft.Month)}."
            : draft.Doubts > 0 && !wishes.Anyway
                ? $"{draft.Month} is not published: {Count(draft.Doubts, "warning")} to look at; {wishes.Words.Check(draft.Month)}, or "
                    + $"{wishes.Words.Choose} {wishes.Words.Anyway}."
                : null;
    }

    /// <summary>Another process publishes this month in this moment, and its command runs.</summary>
    private Publication UnderWay(DraftToPublish draft, PublishWishes wishes)
    {
        var receipt = ReceiptOf(draft.Month, wishes.Words).Receipt;
        var change = receipt is null ? IssueChange.None : draft.Text.Since(receipt.Text);
        var isSame = receipt is { IsWritten: true } && change.IsNone && !wishes.Again;
        var why = $"{draft.Month} is being published by another process, whose Publish:Command runs"
            + $"{(isSame ? "" : "; wait until it has ended, and do the same again")}.";
        return new(draft, new(isSame ? PublishStep.Nothing : PublishStep.Refuse, why, change))
        {
            Kind = isSame ? PublicationKind.Unchanged : PublicationKind.Refused,
            IsUnderWay = true,
            Receipt = receipt,
            Folder = workspace.Published,
        };
    }

    private async Task<Publication> RunCommandAsync(Publication publication, CancellationToken cancellationToken)
    {
        var receipt = publication.Receipt!;
        var ended = await _program.RunAsync(
            receipt.Command!, publication.Told!, stopped => _receipts.Write(receipt with { Command = stopped }), cancellationToken);
        receipt = receipt with { Command = ended };
        _receipts.Write(receipt);
        return publication with { Receipt = receipt };
    }

    /// <summary>Whether somebody has saved the draft since it was read.</summary>
    private static bool HasMoved(DraftToPublish draft) =>
        SharedFile.Look(draft.Read.Path, FileLimits.OwnList).Content is not { } now || !now.AsSpan().SequenceEqual(draft.Read.Content.Span);

    private (Receipt? Receipt, string? Unreadable) ReceiptOf(Month month, PublishWords words)
    {
        try
        {
            return (_receipts.Read(month), null);
        }
        catch (UnreadableReceiptException failure)
        {
            return (
                null,
                $"Whether {month} was published cannot be told, as {Workspace.ForReaders(failure.Path)} cannot be read: with {words.Again} "
                + "it is published as if it never was, and your readers may be told twice.");
        }
    }
}

/// <summary>How publishing a month ended.</summary>
/// <param name="Draft">As it was read.</param>
/// <param name="Decision">What was to be done.</param>
internal sealed record Publication(DraftToPublish Draft, PublishDecision Decision)
{
    public required PublicationKind Kind { get; init; }

    /// <summary>The receipt as it is, or as it would be; null where there is none.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary><c>published/</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>Each file as it was and as it is to be.</summary>
    public IReadOnlyList<(Target Before, IssueFile? After)> Changes { get; init; } = [];

    /// <summary>Where is kept what was replaced.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>Whether the command is to be run now.</summary>
    public bool CommandIsDue { get; init; }

    /// <summary>Whether another process runs the command in this moment.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>Whether the draft was saved by somebody after it was read: what is published is what was read.</summary>
    public bool DraftHasMoved { get; init; }

    public PublishStep Step => Decision.Step;

    /// <summary>The whole paths of the issue's files, the Markdown first.</summary>
    public IReadOnlyList<string> Files => Receipt is null ? [] : [.. Receipt.Files.Select(file => Path.Combine(Folder, file.Name))];

    /// <summary>What the command is told; null where there is no receipt.</summary>
    public PublishedJson? Told => Receipt is null ? null : new("published", Receipt.Month, Receipt.Title, Files);

    public ExitCode Exit => Kind switch
    {
        PublicationKind.Refused => ExitCode.NeedsAPerson,
        PublicationKind.Planned => ExitCode.Done,
        _ when IsUnderWay || Receipt?.Command is null or { HasSucceeded: true } => ExitCode.Done,
        _ => CommandIsDue || !Receipt.Command.HasFailed ? ExitCode.NeedsAPerson : ExitCode.Done,
    };
}

/// <summary>What became of a month.</summary>
internal enum PublicationKind
{
    Published,

    /// <summary>It is published already, as it is now; its command may have been run once more.</summary>
    Unchanged,

    /// <summary>Nothing was written, as was asked.</summary>
    Planned,

    /// <summary>Nothing was written, and a person must decide.</summary>
    Refused,
}
