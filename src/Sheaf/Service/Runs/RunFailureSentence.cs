using Sheaf.Arxiv;
using Sheaf.Arxiv.Politeness;
using Sheaf.Editing;
using Sheaf.Lists;
using Sheaf.Store;

namespace Sheaf.Service.Runs;

/// <summary>How a run ends that a failure has ended: as the command would, in one sentence.</summary>
internal static class RunFailureSentence
{
    /// <summary>What is said of a run that was stopped.</summary>
    public const string Stopped = "Stopped. Nothing is lost: start it again and it goes on where it was.";

    /// <summary>The end of a run that a failure has ended, or that was stopped.</summary>
    public static RunEnd Of(Exception failure) => failure switch
    {
        OperationCanceledException => new(ExitCode.Interrupted, Stopped) { State = RunState.Cancelled },
        BadInputException or CurationException => Failed(ExitCode.BadInput, failure.Message),
        EditRefusedException => Failed(ExitCode.NeedsAPerson, failure.Message),
        ArxivForbiddenException => Failed(ExitCode.Unavailable, $"{failure.Message} Then lift the stop: sheaf doctor --resume."),
        ArxivUnavailableException => Failed(ExitCode.Unavailable, failure.Message),
        StoreException or GateStateException or IOException or UnauthorizedAccessException =>
            Failed(ExitCode.Failed, $"{failure.Message.TrimEnd('.')}."),
        _ => Failed(ExitCode.Failed, $"A fault of Sheaf: {failure.Message.TrimEnd('.')}. Nothing is lost. The details are in the log."),
    };

    private static RunEnd Failed(ExitCode exit, string error) => new(exit, "It failed.") { State = RunState.Failed, Error = error };
}
