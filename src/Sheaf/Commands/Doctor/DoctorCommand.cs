using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Sheaf.Arxiv;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Oai;
using Sheaf.Arxiv.Politeness;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf doctor</c>: checks what must be right before a night's work.</summary>
internal static class DoctorCommand
{
    private const string GateUnusable = "gate state";
    private const long LeastFreeBytes = 200L * 1024 * 1024;

    private static readonly Option<bool> Online = new("--online")
    {
        Description = "Also asks each of arXiv's interfaces, with one polite request",
    };

    private static readonly Option<bool> Resume = new("--resume")
    {
        Description = "Lifts the stop after arXiv has answered 403, once you know why it did",
    };

    public static Command Build() => new Command(
        "doctor",
        "Checks settings, folders, disk, clock, store and request gate.\nExample: sheaf doctor --online") { Online, Resume }.Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (online, resume) = (context.Arguments.GetValue(Online), context.Arguments.GetValue(Resume));
        List<DoctorFinding> findings = resume ? [Lift(context)] : [];
        if (online || !resume)
        {
            findings.AddRange(Settings(context), Folder(context), Disk(context), Store(context), Clock(context), Gate(context));
            findings.Add(await ServiceCheck.AddressAsync(context, cancellationToken));
        }

        if (online)
        {
            findings.AddRange(await AskAsync(context, cancellationToken));
        }

        foreach (var finding in findings)
        {
            context.Terminal.Say($"{(finding.Ok ? "ok  " : "BAD ")} {finding.Check,-10} {SafeText.OneLine(finding.Message)}");
        }

        context.Terminal.Answer(new DoctorJson(findings), shapes => shapes.DoctorJson);
        return findings.Exists(finding => !finding.Ok && finding.Check is "folder" or "store" or GateUnusable) ? ExitCode.Failed
            : findings.Exists(finding => !finding.Ok) ? ExitCode.NeedsAPerson
            : ExitCode.Done;
    }

    /// <summary>A person says that the cause of a 403 is known and gone.</summary>
    /// <exception cref="GateStateException">The stop cannot be lifted.</exception>
    private static DoctorFinding Lift(CommandContext context) => GatePlace.Of(context.Settings, context.Workspace).Resume() is { } stop
        ? new(
            "resume", true,
            $"requests may go again; they were stopped when arXiv answered 403 to {ShownAddress.Of(stop.Address)} at "
            + $"{UtcText.From(stop.Since)}")
        : new("resume", true, "there is nothing to lift: requests are not stopped");

    private static DoctorFinding Gate(CommandContext context)
    {
        try
        {
            var gate = GatePlace.Of(context.Settings, context.Workspace);
            gate.Check();
            return gate.Stopped is { } stop
                ? new(
                    "gate", false,
                    $"all requests are stopped: arXiv answered 403 to {ShownAddress.Of(stop.Address)} at {UtcText.From(stop.Since)}; "
                    + "find out why, then run sheaf doctor --resume")
                : new("gate", true, "requests may go");
        }
        catch (Exception exception) when (exception is GateStateException or IOException)
        {
            return new(GateUnusable, false, exception.Message);
        }
    }

    private static DoctorFinding Settings(CommandContext context) =>
        MachineChecks.FirstProblem(context.Settings, context.Workspace) is { } problem ? new("settings", false, problem)
        : context.Settings.Arxiv.Contact.Length > 0
        ? new("settings", true, $"valid; contact {context.Settings.Arxiv.Contact}")
        : new("settings", true, "valid; no Contact is set, so arXiv cannot tell you when something goes wrong");

    private static DoctorFinding Folder(CommandContext context)
    {
        try
        {
            context.Workspace.EnsureCreated();
            var probe = Path.Combine(context.Workspace.Drafts, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new("folder", true, $"{context.Workspace.Folder} can be written");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new("folder", false, $"{context.Workspace.Folder} cannot be written: {exception.Message}");
        }
    }

    private static DoctorFinding Disk(CommandContext context)
    {
        var root = Path.GetPathRoot(context.Workspace.Folder)!;
        var free = new DriveInfo(Directory.Exists(context.Workspace.Folder) ? context.Workspace.Folder : root).AvailableFreeSpace;
        var words = $"{(free / (1024 * 1024)).ToString("N0", CultureInfo.InvariantCulture)} MB free";
        return new("disk", free >= LeastFreeBytes, free >= LeastFreeBytes ? words : $"{words}; make room, at least 200 MB");
    }

    private static DoctorFinding Store(CommandContext context)
    {
        if (!Database.Exists(context.Workspace.Store))
        {
            return new("store", true, "there is none yet; the first harvest makes it");
        }

        try
        {
            var known = context.OpenToWrite();
            if (known.Store.FirstDamage(context.CancellationToken) is not { } damage)
            {
                return new("store", true, $"{Humanize.Count(known.Eprints.Count(), "paper")}, whole");
            }

            context.Suspect();
            return new(
                "store", false,
                $"{context.Workspace.Store} is damaged ({damage}); run sheaf harvest: it keeps the file under another name and fetches "
                + "everything in it again, nothing of yours is in it");
        }
        catch (StoreException exception) when (exception.IsDamage)
        {
            context.Suspect();
            return new("store", false, exception.Message);
        }
        catch (Exception exception) when (exception is StoreException or IOException or UnauthorizedAccessException)
        {
            return new("store", false, exception.Message);
        }
    }

    /// <summary>A run recorded in the future means that the clock has been set back: what is due would be judged wrongly.</summary>
    private static DoctorFinding Clock(CommandContext context)
    {
        var now = context.Time.GetUtcNow();
        var last = File.Exists(context.Workspace.Store) ? LastRun(context) : null;
        return last > now
            ? new("clock", false, $"it is {UtcText.From(now)} here, but the last run was at {UtcText.From(last.Value)}; set the clock")
            : new("clock", true, UtcText.From(now));
    }

    private static DateTimeOffset? LastRun(CommandContext context)
    {
        try
        {
            return context.OpenToWrite().Runs.Last()?.Started;
        }
        catch (StoreException)
        {
            // Reported by the check of the store.
            return null;
        }
    }

    private static async Task<IReadOnlyList<DoctorFinding>> AskAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddSheaf(context.Settings, context.Workspace, LogFiles.LevelOf(context.Terminal));
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<RequestGate>().Command = "doctor";

        // It has been on arXiv since 2007.
        var longKnown = ArxivIdentifier.Parse("0704.0001");
        return
        [
            await AskAsync(
                "query API", context.Settings.Arxiv.ApiBase,
                () => provider.GetRequiredService<AtomClient>().GetAsync([longKnown], cancellationToken)),
            await AskAsync(
                "OAI-PMH", context.Settings.Arxiv.OaiBase,
                () => provider.GetRequiredService<OaiClient>().GetAsync(longKnown, OaiFormat.ArxivRaw, cancellationToken)),
            await AskAsync(
                "pages", context.Settings.Arxiv.SiteBase,
                () => provider.GetRequiredService<AbstractPageClient>().GetAsync(longKnown, null, cancellationToken)),
        ];
    }

    private static async Task<DoctorFinding> AskAsync(string check, Uri address, Func<Task> ask)
    {
        try
        {
            await ask();
            return new(check, true, $"{address} answers");
        }
        catch (Exception exception) when (exception is ArxivUnavailableException or ArxivForbiddenException or ArxivFormatException
            or AtomErrorException or OaiErrorException or GateStateException)
        {
            return new(check, false, exception.Message);
        }
    }
}

/// <summary>What <c>doctor</c> writes under <c>--json</c>.</summary>
internal sealed record DoctorJson(IReadOnlyList<DoctorFinding> Findings);

/// <param name="Check">What was looked at.</param>
/// <param name="Ok">Whether it is as it should be.</param>
/// <param name="Message">What was found and, where it is not right, what to do.</param>
internal sealed record DoctorFinding(string Check, bool Ok, string Message);

/// <summary>Whether <c>sheaf serve</c> could listen, or already does.</summary>
internal static class ServiceCheck
{
    private const string Check = "service";

    /// <summary>A service of one's own that runs already answers in milliseconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static async Task<DoctorFinding> AddressAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var url = context.Settings.ServeUrl;
        try
        {
            await ServeAddress.ResolveAsync(url, cancellationToken);
            return new(Check, true, $"sheaf serve can listen at {ServeAddress.Shown(url)}");
        }
        catch (BadInputException wrong)
        {
            return new(Check, false, wrong.Message);
        }
        catch (IOException taken)
        {
            return await AnswersAsync(url, cancellationToken)
                ? new(Check, true, $"sheaf serve runs at {ServeAddress.Shown(url)}")
                : new(Check, false, taken.Message);
        }
    }

    private static async Task<bool> AnswersAsync(Uri url, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri(url, "health/live"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
