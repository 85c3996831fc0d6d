using System.CommandLine;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Editing;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf refuse</c> and <c>sheaf later</c>: papers that are not to be suggested, for good or for now.</summary>
internal static class SetAsideCommand
{
    private static readonly Argument<string[]> References = new("references")
    {
        Description = "Papers: identifiers, links or DOIs",
        HelpName = "REF…",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Reason = new("--reason")
    {
        Description = "Why, in your own words; it stands behind a dash in the file",
        HelpName = "TEXT",
    };

    public static Command Refuse() => new Command(
        "refuse",
        "Remembers in refused.txt that papers are not to be suggested again, and takes them off your lists; sheaf undo takes a no back.\n"
        + "Examples: sheaf refuse 2404.01744 2404.01954\n          sheaf refuse 2404.01744 --reason \"a survey\"")
        {
            References,
            Reason,
            Confirmation.Yes,
        }
        .Does(context => Run(context, SettingAside.Refused, context.CancellationToken));

    public static Command Later() => new Command(
        "later",
        "Puts papers off: they are noted in later.txt and left out of suggestions until you add or refuse them.\n"
        + "Example: sheaf later 2404.01744 --reason \"read the appendix first\"")
        { References, Reason, Confirmation.Yes }
        .Does(context => Run(context, SettingAside.Later, context.CancellationToken));

    private static ExitCode Run(CommandContext context, string how, CancellationToken cancellationToken)
    {
        var papers = context.Arguments.GetValue(References)!.Select(text => CommandContext.ReferenceOf(text).Identifier).Distinct()
            .ToList();
        var reason = Typed.Line(context.Arguments.GetValue(Reason), "--reason");
        context.Workspace.EnsureExists();
        var asking = ConfirmationPrompt.OnConsole(context, context.Arguments.GetValue(Confirmation.Yes));
        var outcomes = asking.Change(
            how == SettingAside.Later ? "later" : "refuse", (edit, mayGo) => Make(context, edit, how, papers, reason, mayGo),
            cancellationToken, out var kept)
            ?? [.. kept.Select(place => SetAsideOutcome.Kept(context.Workspace, place))];
        foreach (var outcome in outcomes.Where(outcome => outcome.Outcome != SetAsideOutcome.NotConfirmed))
        {
            context.Terminal.Say(outcome.Sentence);
        }

        context.Terminal.Answer(new SetAsideJson(outcomes), shapes => shapes.SetAsideJson);
        return outcomes.Any(outcome => outcome.NeedsAPerson) ? ExitCode.NeedsAPerson : ExitCode.Done;
    }

    /// <summary>Sets papers aside as part of an edit, with what became of each.</summary>
    internal static IReadOnlyList<SetAsideOutcome> Make(
        CommandContext context, Edit edit, string how, IReadOnlyList<ArxivIdentifier> papers, string? reason, Func<EntryPlace, bool> mayGo)
    {
        edit.What = Humanize.Few([.. papers.Select(paper => paper.ToString())]);
        return [.. new SettingAside(context.Workspace, context.Files)
            .SetAside(edit, how, papers, reason, mayGo).Select(paper => SetAsideOutcome.Of(context.Workspace, how, reason, paper))];
    }
}

/// <summary>What <c>refuse</c> and <c>later</c> write under <c>--json</c>.</summary>
internal sealed record SetAsideJson(IReadOnlyList<SetAsideOutcome> Papers);

/// <param name="Id">The canonical identifier.</param>
/// <param name="Outcome"><c>refused</c>, <c>already-refused</c>, <c>later</c>, <c>already-later</c>, or <c>not-confirmed</c>: a line has
/// words of a person, and nothing was written.</param>
/// <param name="Removed">Where it stood on curated lists; null where it did not.</param>
internal sealed record SetAsideOutcome(string Id, string Outcome, string? Removed)
{
    internal const string NotConfirmed = "not-confirmed";

    /// <summary>The reason that was not written, because the paper had its line before.</summary>
    public string? ReasonLeft { get; init; }

    /// <summary>The lines that would have gone.</summary>
    public string? Text { get; init; }

    internal bool NeedsAPerson => Outcome == NotConfirmed || ReasonLeft is not null;

    internal string Sentence =>
        $"{Id} {State}.{(Removed is null ? "" : $" It was taken off {Removed}.")}"
        + $"{(ReasonLeft is null ? "" : $" Its line was left as it is; your words: {ReasonLeft}")}";

    private string State => Outcome switch
    {
        "refused" => "will not be suggested",
        "already-refused" => "was refused before",
        "later" => "is put off",
        _ => "was put off before",
    };

    internal static SetAsideOutcome Of(Workspace workspace, string how, string? reason, SetAsidePaper paper) =>
        new(
            paper.Paper.ToString(), paper.WasThere ? $"already-{how}" : how,
            paper.Removed is [] ? null : string.Join(" and ", paper.Removed.Select(place => NameOf(workspace, place))))
        {
            ReasonLeft = paper.WasThere ? reason : null,
        };

    internal static SetAsideOutcome Kept(Workspace workspace, EntryPlace place) =>
        new(place.Id, NotConfirmed, null) { Text = $"{NameOf(workspace, place)}: {place.Text.TrimEnd()}" };

    private static string NameOf(Workspace workspace, EntryPlace place) =>
        $"{Workspace.ForReaders(Path.Combine(workspace.Curated, place.List))}, line {place.Line}";
}
