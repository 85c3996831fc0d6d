using Sheaf.Drafts.Styles;
using Sheaf.Programs;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>
/// What of the settings only this machine can tell: whether the programs of <c>Notify:Command</c> and <c>Publish:Command</c> are there, and
/// whether the template of <c>Draft:Style</c>, the title and the introduction can be used. A service that found out at night would have
/// nobody to tell.
/// </summary>
internal static class MachineChecks
{
    /// <summary>The first setting that cannot be used here, with its key, in one sentence; null where there is none.</summary>
    public static string? FirstProblem(SheafSettings settings, Workspace workspace) =>
        Zone(settings) ?? Program("Notify:Command", settings.NotifyCommand) ?? Program("Publish:Command", settings.Publish.Command)
        ?? Style(settings, workspace) ?? Texts(settings);

    private static string? Zone(SheafSettings settings) => Sentence(() => _ = settings.Schedule.TimeZone);

    private static string? Program(string key, string line) => ProgramLine.Parse(line) is { IsThere: false }
        // It may hold a password, so it is not repeated.
        ? $"{key} names a program that is not there or may not be run: give its whole path, and make it executable."
        : null;

    private static string? Style(SheafSettings settings, Workspace workspace) =>
        Sentence(() => DraftStyles.Find(workspace.StyleOf(settings), settings.NamesShown)) is { } problem
            ? $"Draft:Style: {problem}"
            : null;

    private static string? Texts(SheafSettings settings) =>
        Sentence(() => IssueTexts.Check(settings.Look.Title, settings.Look.Introduction));

    private static string? Sentence(Action use)
    {
        try
        {
            use();
            return null;
        }
        catch (Exception failure) when (failure is BadInputException or IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
