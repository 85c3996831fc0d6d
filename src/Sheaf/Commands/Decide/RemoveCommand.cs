using System.CommandLine;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Editing;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf remove</c>: takes papers off the lists.</summary>
internal static class RemoveCommand
{
    private static readonly Argument<string[]> References = new("references")
    {
        Description = "Papers: identifiers, links or DOIs",
        HelpName = "REF…",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Command Build() => new Command(
        "remove",
        "Takes papers off every curated list, with their notes; sheaf undo brings them back. Lines with words that you wrote by hand go "
        + "only where you say so.\nExample: sheaf remove 2404.19756")
        { References, Confirmation.Yes }
        .Does(context => Run(context, context.CancellationToken));

    private static ExitCode Run(CommandContext context, CancellationToken cancellationToken)
    {
        var papers = context.Arguments.GetValue(References)!.Select(text => CommandContext.ReferenceOf(text).Identifier).Distinct()
            .ToList();
        context.Workspace.EnsureExists();
        var outcomes = ConfirmationPrompt.OnConsole(context, context.Arguments.GetValue(Confirmation.Yes))
            .Change("remove", (edit, mayGo) => Make(context, edit, papers, mayGo), cancellationToken, out var kept)
            ?? [.. kept.Select(place => RemovedPaper.At(context.Workspace, place, SetAsideOutcome.NotConfirmed))];
        foreach (var outcome in outcomes.Where(outcome => outcome.Outcome != SetAsideOutcome.NotConfirmed))
        {
            context.Terminal.Say(outcome.Sentence);
        }

        context.Terminal.Answer(new RemoveJson(outcomes), shapes => shapes.RemoveJson);
        return outcomes.All(outcome => outcome.Outcome == RemovedPaper.Removed) ? ExitCode.Done : ExitCode.NeedsAPerson;
    }

    private static IReadOnlyList<RemovedPaper> Make(
        CommandContext context, Edit edit, IReadOnlyList<ArxivIdentifier> papers, Func<EntryPlace, bool> mayGo)
    {
        var removed = new RemovingPapers(context.Workspace, context.Files).Remove(edit, papers, mayGo).ToLookup(place => place.Id);
        var mentions = RemovingPapers.Mentions(edit, papers).ToLookup(place => place.Id);
        edit.What = Humanize.Few([.. papers.Select(paper => paper.ToString()).Where(removed.Contains)]);
        return [.. papers.Select(paper => paper.ToString())
            .SelectMany(paper => Outcomes(context.Workspace, paper, [.. removed[paper]], [.. mentions[paper]]))];
    }

    private static IEnumerable<RemovedPaper> Outcomes(
        Workspace workspace, string paper, IReadOnlyList<EntryPlace> removed, IReadOnlyList<EntryPlace> mentions) =>
        removed.Count > 0 ? removed.Select(place => RemovedPaper.At(workspace, place, RemovedPaper.Removed))
        : mentions.Count > 0 ? [RemovedPaper.At(workspace, mentions[0], RemovedPaper.Mention)]
        : [new RemovedPaper(paper, RemovedPaper.NotListed, null, null, null)];
}

/// <summary>What <c>remove</c> writes under <c>--json</c>.</summary>
internal sealed record RemoveJson(IReadOnlyList<RemovedPaper> Papers);

/// <param name="Id">The canonical identifier.</param>
/// <param name="Outcome">
/// <c>removed</c>; <c>not-listed</c>; <c>mention</c>: it is only spoken of in running prose, which stays; <c>not-confirmed</c>: the lines
/// have words of a person, and nothing was written.
/// </param>
/// <param name="File">The curated list; null where it is on none.</param>
/// <param name="Line">Where it stood in that list, from 1.</param>
/// <param name="Text">The lines that went, or would have gone; null where there are none.</param>
internal sealed record RemovedPaper(string Id, string Outcome, string? File, int? Line, string? Text)
{
    internal const string Removed = "removed";
    internal const string NotListed = "not-listed";
    internal const string Mention = "mention";

    internal string Sentence => Outcome switch
    {
        Removed => $"{Id} was taken off {File}, line {Line}.",
        Mention => $"{Id} is only spoken of in {File}, line {Line}, and that stays: change it by hand.",
        _ => $"{Id} is on no list.",
    };

    internal static RemovedPaper At(Workspace workspace, EntryPlace place, string outcome) =>
        new(
            place.Id, outcome, Workspace.ForReaders(Path.Combine(workspace.Curated, place.List)), place.Line,
            place.Text.Length == 0 ? null : place.Text.TrimEnd('\r', '\n'));
}
