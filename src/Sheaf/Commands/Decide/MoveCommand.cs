using System.CommandLine;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Editing;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf move</c>: moves papers to another month's list.</summary>
internal static class MoveCommand
{
    private static readonly Argument<string[]> References = new("references")
    {
        Description = "Papers: identifiers, links or DOIs",
        HelpName = "REF…",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> MonthOption = new("--month")
    {
        Description = "Whose list they go to",
        HelpName = "YYYY-MM",
        Required = true,
    };

    public static Command Build() => new Command(
        "move",
        "Moves papers to another month's list, each with its star, tags and note; sheaf undo moves them back.\n"
        + "Example: sheaf move 2404.19756 --month 2024-05")
        { References, MonthOption }
        .Does(context => Run(context, context.CancellationToken));

    private static ExitCode Run(CommandContext context, CancellationToken cancellationToken)
    {
        var papers = context.Arguments.GetValue(References)!.Select(text => CommandContext.ReferenceOf(text).Identifier).Distinct()
            .ToList();
        var month = CommandContext.MonthOf(context.Arguments.GetValue(MonthOption)!);
        context.Workspace.EnsureExists();
        var moved = context.Change("move", edit =>
        {
            var places = new MovingPapers(context.Workspace).Move(edit, papers, month);
            edit.What =
                $"{Humanize.Few([.. places.Where(place => place.From is not null).Select(place => place.Paper.ToString())])} to {month}";
            return places;
        }, cancellationToken);
        IReadOnlyList<MovedJson> outcomes = [.. moved.Select(paper => MovedJson.Of(context.Workspace, paper))];
        foreach (var outcome in outcomes)
        {
            context.Terminal.Say(outcome.Sentence);
        }

        context.Terminal.Answer(new MoveJson(month.ToString(), outcomes), shapes => shapes.MoveJson);
        return outcomes.Any(outcome => outcome.File is null) ? ExitCode.NeedsAPerson : ExitCode.Done;
    }
}

/// <summary>What <c>move</c> writes under <c>--json</c>.</summary>
internal sealed record MoveJson(string Month, IReadOnlyList<MovedJson> Papers);

/// <param name="Id">The canonical identifier.</param>
/// <param name="Outcome"><c>moved</c>, <c>already-there</c> or <c>not-listed</c>.</param>
/// <param name="From">The list it stood on; null where it was not moved.</param>
/// <param name="File">The list it stands on; null where it is on none.</param>
/// <param name="Line">Where in it, from 1.</param>
internal sealed record MovedJson(string Id, string Outcome, string? From, string? File, int? Line)
{
    internal string Sentence => Outcome switch
    {
        "moved" => $"{Id} moved from {From} to {File}, line {Line}.",
        "already-there" => $"{Id} is already in {File}, line {Line}.",
        _ => $"{Id} is on no list: add it with sheaf add.",
    };

    internal static MovedJson Of(Workspace workspace, MovedPaper paper) => new(
        paper.Paper.ToString(), paper.List is null ? "not-listed" : paper.IsThere ? "already-there" : "moved",
        PathOf(workspace, paper.From), PathOf(workspace, paper.List), paper.List is null ? null : paper.Line);

    private static string? PathOf(Workspace workspace, string? list) =>
        list is null ? null : Workspace.ForReaders(Path.Combine(workspace.Curated, list));
}
