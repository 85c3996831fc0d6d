using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Publishing;

/// <summary>What a person has asked for.</summary>
/// <param name="Anyway">Whether warnings are no hindrance.</param>
/// <param name="Again">Whether what was published is published anew, and what others wrote in its place is moved aside.</param>
/// <param name="IsPlan">Whether nothing is done.</param>
internal sealed record PublishWishes(bool Anyway, bool Again, bool IsPlan)
{
    /// <summary>How the person is told what to do.</summary>
    public PublishWords Words { get; init; } = PublishWords.OfCommand;
}

/// <summary>What a person does where publishing asks for something, in the words of the place where it is asked.</summary>
/// <param name="Check">What shows the findings of a month.</param>
/// <param name="Choose">The verb for an option.</param>
/// <param name="Anyway">The option that publishes a month with its warnings.</param>
/// <param name="Again">The option that publishes it once more.</param>
internal sealed record PublishWords(Func<Arxiv.Identifiers.Month, string> Check, string Choose, string Anyway, string Again)
{
    public static PublishWords OfCommand { get; } = new(month => $"see sheaf check {month}", "add", "--anyway", "--again");
}

/// <summary>What is to be done about a month.</summary>
internal enum PublishStep
{
    /// <summary>The files are written, and the command is run.</summary>
    Write,

    /// <summary>The files stand; only the command is run, which failed before.</summary>
    RunCommand,

    /// <summary>All is as it is to be.</summary>
    Nothing,

    /// <summary>A person must decide.</summary>
    Refuse,
}

/// <summary>What is to be done about a month, and why nothing where that is so.</summary>
/// <param name="Step">Which.</param>
/// <param name="Why">Sentences for a person; null where there is nothing to say.</param>
/// <param name="Change">How the draft differs from what was published.</param>
internal sealed record PublishDecision(PublishStep Step, string? Why, IssueChange Change)
{
    /// <summary>Decides by what was published, what lies there, and what the person wishes.</summary>
    /// <param name="receipt">Null where the month was never published.</param>
    /// <param name="text">Of the issue as it would be published.</param>
    /// <param name="targets">All files that the issue has or would have, as they are.</param>
    /// <param name="wishes">What is asked for.</param>
    /// <param name="hasCommand">Whether there is a command to run.</param>
    public static PublishDecision Make(
        Receipt? receipt, IssueText text, IReadOnlyList<Target> targets, PublishWishes wishes, bool hasCommand)
    {
        var change = receipt is null ? IssueChange.None : text.Since(receipt.Text);
        if (wishes.Again)
        {
            return new(PublishStep.Write, null, change);
        }

        var disturbed = targets.Select(target => Disturbance(target, receipt, wishes.Words)).OfType<string>().ToList();
        var changed = receipt is { IsWritten: true } && !change.IsNone
            ? $"{receipt.Month} has changed since published: {change}. To publish it anew, {wishes.Words.Choose} {wishes.Words.Again}."
            : null;
        string[] problems = [.. changed is null ? [] : new[] { changed }, .. disturbed];
        return problems.Length > 0 ? new(PublishStep.Refuse, string.Join(" ", problems), change)
            : receipt is not { IsWritten: true } ? new(PublishStep.Write, null, IssueChange.None)
            : receipt.Command switch
            {
                { HasFailed: true } when hasCommand => new(PublishStep.RunCommand, null, change),
                { HasFailed: false, HasSucceeded: false } command => new(
                    PublishStep.Nothing, Unknown(command, receipt.Month, wishes.Words), change),
                _ => new(PublishStep.Nothing, null, change),
            };
    }

    /// <summary>What lies there that Sheaf did not write; null where it did, or would write only what is missing for the first
    /// time.</summary>
    private static string? Disturbance(Target target, Receipt? receipt, PublishWords words)
    {
        var (place, file) = (Workspace.ForReaders(target.Path), receipt?.Files.FirstOrDefault(file => file.Name == target.Name));
        var wasWritten = receipt is { IsWritten: true };
        return file is null && target.Content is null ? null
            : file is null
                ? $"{place} is there, and Sheaf did not write it: with {words.Again} it is moved to published/.sheaf and replaced."
            : target.Hash == file.Sha256 || (!wasWritten && target.Hash == file.Before) ? null
            : target.Content is null
                ? wasWritten ? $"{place} is gone since it was published: with {words.Again} it is written anew." : null
            : $"{place} has been changed by hand since it was published: with {words.Again} it is moved to published/.sheaf and replaced.";
    }

    private static string Unknown(ReceiptCommand command, string month, PublishWords words)
    {
        var message = command.Message is { } said ? $" ({PlainLine.Of(said).TrimEnd('.')})" : "";
        return $"{month} is published, but how Publish:Command ended, which began at {command.Started}, is not known{message}: find out "
            + $"whom it has reached; only {words.Again} runs it once more.";
    }
}
