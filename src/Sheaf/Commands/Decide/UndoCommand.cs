using System.CommandLine;
using Sheaf.Answers;
using Sheaf.Store.Lists;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf undo</c>: takes decisions back.</summary>
internal static class UndoCommand
{
    private static readonly Argument<int?> Number = new("number")
    {
        Description = "Which, by its number in --list (default: the last one)",
        HelpName = "N",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> List = new("--list") { Description = "Only show the last decisions, the latest first" };

    private static readonly Option<bool> Redo = new("--redo") { Description = "Make the decision again that was taken back last" };

    private static readonly Option<int> Top = new("--top")
    {
        Description = "With --list: how many to show",
        HelpName = "N",
        DefaultValueFactory = _ => 20,
    };

    public static Command Build() => new Command(
        "undo",
        "Takes the last decision back, whoever made it (add, refuse, later, remove, move, check --fix), and again the one before; what "
        + "you changed elsewhere in the files stays.\n"
        + "Examples: sheaf undo\n          sheaf undo --list\n          sheaf undo --redo") { Number, List, Redo, Top }
        .Does(context => Run(context, context.CancellationToken));

    private static ExitCode Run(CommandContext context, CancellationToken cancellationToken)
    {
        var (arguments, terminal) = (context.Arguments, context.Terminal);
        context.Workspace.EnsureExists();
        if (arguments.GetValue(List))
        {
            return Show(context, context.Files.Latest(Math.Max(1, arguments.GetValue(Top))));
        }

        var redo = arguments.GetValue(Redo);
        var number = arguments.GetValue(Number);
        var done = redo ? context.Files.Redo(number, cancellationToken) : context.Files.Undo(number, cancellationToken);
        if (done is null)
        {
            terminal.Say(Nothing(number, redo));
            terminal.Answer(new UndoJson([]), shapes => shapes.UndoJson);
            return ExitCode.NeedsAPerson;
        }

        var document = EditJson.Of(done with { IsUndone = !redo });
        terminal.Say(
            $"{(redo ? "Made again" : "Taken back")}: {document.Command}{(document.What.Length == 0 ? "" : $" {document.What}")}, in "
            + $"{string.Join(", ", document.Files)}.");
        terminal.Answer(new UndoJson([document]), shapes => shapes.UndoJson);
        return ExitCode.Done;
    }

    private static string Nothing(int? number, bool redo) => (number, redo) switch
    {
        ({ } one, false) => $"There is no decision {one} that stands: sheaf undo --list shows them.",
        ({ } one, true) => $"Decision {one} was not taken back, so it cannot be made again: sheaf undo --list shows them.",
        (null, false) => "There is no decision to take back.",
        _ => "There is nothing to make again: nothing was taken back, or something was decided since.",
    };

    private static ExitCode Show(CommandContext context, IReadOnlyList<EditRow> edits)
    {
        foreach (var edit in edits.Select(EditJson.Of))
        {
            context.Terminal.Say($"{edit.Number,5}  {edit.Made}  {(edit.Undone ? "(taken back) " : "")}{edit.Command} {edit.What}");
        }

        if (edits.Count == 0)
        {
            context.Terminal.Say("No decisions yet.");
        }

        context.Terminal.Answer(new UndoJson([.. edits.Select(EditJson.Of)]), shapes => shapes.UndoJson);
        return ExitCode.Done;
    }
}

/// <summary>
/// What <c>undo</c> writes under <c>--json</c>: the decision taken back or made again, or with <c>--list</c> the last ones.
/// </summary>
internal sealed record UndoJson(IReadOnlyList<EditJson> Edits);
