using System.Text;
using Sheaf.Answers;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Lists;
using Sheaf.Service;
using Sheaf.Service.Runs;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>
/// Makes a workspace from the desk where there is none yet, as <c>sheaf init</c> does. The one place of the desk that writes settings, and
/// never over any; it takes no path.
/// </summary>
internal sealed class StartPages(DeskParts parts, DeskFrames frames, RunQueue runs)
{
    /// <summary>Under this name a past issue is kept that was pasted.</summary>
    private const string PastedIssue = "past-issue.txt";

    private readonly Lock _making = new();
    private (MadeWorkspace Workspace, string Contact)? _made;

    /// <summary>Whether the desk begins with the questions: there are no settings, no list, and nothing that would be swept.</summary>
    public bool IsNew => !File.Exists(parts.Workspace.SettingsFile)
        && parts.Settings.Sweep.Categories.IsEmpty
        && new CuratedFolder(parts.Workspace.Curated).Months().Count == 0;

    /// <summary>Whether the workspace may be asked for: it has no settings.</summary>
    public bool CanBeMade => !File.Exists(parts.Workspace.SettingsFile);

    /// <summary>The page with the questions.</summary>
    public StartPageModel Ask(StartFields typed, string? problem = null) =>
        new(frames.OfAll("A new workspace", "start"), typed) { Problem = problem };

    /// <summary>What was made since the service began, and what comes next; null where nothing was.</summary>
    public StartedPageModel? Made()
    {
        if (_made is not var (made, contact))
        {
            return null;
        }

        var months = ScheduledHarvest.SweptMonths(parts.Time.GetUtcNow());
        var learned = made.Learned.Sum(issue => issue.Papers);
        return new(
            frames.OfAll("The workspace is made", "start"),
            [
                .. made.Files.Select(file => $"{Named(file)} is written."),
                .. made.Learned.Select(issue =>
                    $"{Named(issue.File)}: {Humanize.Count(issue.Papers, "paper")} to learn your taste from."),
            ],
            SweepSentence(months), string.Join(' ', months))
        {
            Notes =
            [
                .. learned > 0 ? ["The papers of your past issue are fetched by the next harvest (Runs), and with them the ranking learns."]
                    : Array.Empty<string>(),
                $"The categories hold from now on. {contact}",
            ],
        };
    }

    /// <summary>Makes the workspace.</summary>
    /// <exception cref="BadInputException">An answer cannot be used.</exception>
    /// <returns>False where it has settings already, or got some meanwhile.</returns>
    public bool TryMake(StartFields typed)
    {
        var answers = InitAnswers.Of(typed.Categories, IssuesOf(typed.Issue), typed.Contact);
        lock (_making)
        {
            if (!CanBeMade)
            {
                return false;
            }

            try
            {
                _made = (
                    NewWorkspace.Create(parts.Workspace, answers, Month.Of(parts.Time.GetUtcNow())), ContactSentence(answers.Contact));
            }
            catch (IOException) when (!CanBeMade)
            {
                // Another program made it in the meantime.
                return false;
            }

            if (parts.Settings.Sweep.Categories.IsEmpty)
            {
                // Whoever sweeps or ranks looks at these each time. The contact is in clients that were made at the start.
                parts.Settings.Sweep.Categories = CategorySelection.Parse(answers.Categories);
            }

            return true;
        }
    }

    private string ContactSentence(string contact) => (contact, parts.Settings.Arxiv.Contact) switch
    {
        ({ Length: > 0 }, _) => "The contact goes with requests once the service is started again: end sheaf serve, and start it again.",
        (_, { Length: > 0 }) => "The contact is the one that is set outside of sheaf.json.",
        _ => "Without a contact arXiv cannot tell you when something goes wrong: put one into sheaf.json, and start the service again.",
    };

    private string Named(string file) =>
        SafeText.OneLine(Path.GetRelativePath(parts.Workspace.Folder, file).Replace(Path.DirectorySeparatorChar, '/'));

    private string SweepSentence(IReadOnlyList<Month> months)
    {
        var plan = runs.Plan(RunRequest.Of(RunKind.Sweep, months)).Sweep!;
        var least = parts.Settings.Arxiv.ApiInterval * Math.Max(0, plan.Requests - 1);
        return $"The first sweep is about {Humanize.Count(plan.Papers, "paper")} in {Humanize.Count(plan.Requests, "request")} to arXiv, "
            + $"at least {Humanize.Span(least)}.";
    }

    private static IReadOnlyList<LearntIssue> IssuesOf(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        try
        {
            return LearntIssue.Of(PastedIssue, Encoding.UTF8.GetBytes($"{text.ReplaceLineEndings("\n").TrimEnd('\n')}\n")) is { } issue
                ? [issue]
                : throw new BadInputException(
                    "No paper on arXiv was found in the past issue: leave it out, or paste one that names papers.");
        }
        catch (CurationException failure)
        {
            throw new BadInputException($"The past issue cannot be read: {failure.Message.TrimEnd('.')}.");
        }
    }
}
