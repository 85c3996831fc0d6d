using System.CommandLine;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Settings;
using Sheaf.Store;

namespace Sheaf.Commands;

/// <summary><c>sheaf draft</c>: writes or updates a month's draft.</summary>
internal static class DraftCommand
{
    private static readonly Argument<string> MonthArgument = new("month") { Description = "The month of the issue", HelpName = "YYYY-MM" };

    private static readonly Option<string> Style = new("--style") { Description = "The draft's style: roundup", HelpName = "NAME", DefaultValueFactory = _ => "roundup" };

    private static readonly Option<string> Format = new("--format") { Description = "markdown or json", HelpName = "FORMAT", DefaultValueFactory = _ => "markdown" };

    private static readonly Option<string?> Output = new("--output") { Description = "Write there instead, - for standard output; nothing under drafts/ is touched", HelpName = "PATH|-" };

    public static Command Build()
    {
        Style.AcceptOnlyFromAmong("roundup");
        Format.AcceptOnlyFromAmong("markdown", "json");
        return new Command("draft", "Writes or updates the draft of a month from what has been harvested.\nExample: sheaf draft 2024-04")
        {
            MonthArgument, Style, Format, Output, DryRun,
        }.Does(Run);
    }

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would be written" };

    private static ExitCode Run(CommandContext context)
    {
        var month = CommandContext.MonthOf(context.Arguments.GetValue(MonthArgument)!);
        var maker = context.Drafts();
        var made = maker.Compose(month);
        var json = context.Arguments.GetValue(Format) == "json";
        var text = json ? DraftJson.Render(made.Draft) : maker.Render(made.Draft);
        var written = context.Arguments.GetValue(DryRun) ? Plan(context, made, json)
            : context.Arguments.GetValue(Output) is { } target ? WriteTo(context, target, text)
            : json ? WriteTo(context, Path.Combine(context.Workspace.Drafts, $"{month}.json"), text)
            : Write(context, maker, made);
        DraftView.Absent(context.Terminal, made);
        if (written is not null)
        {
            context.Terminal.Answer(DraftDocument.Of(made, written), shapes => shapes.DraftDocument);
        }

        return made.Absent.Count > 0 || written?.Outcome == "beside" ? ExitCode.NeedsAPerson : ExitCode.Done;
    }

    private static WrittenDraft Write(CommandContext context, DraftMaker maker, MonthDraft made)
    {
        var written = WrittenDraft.Of(maker.Write(made));
        context.Terminal.Say(DraftView.Sentence(made, written));
        return written;
    }

    private static WrittenDraft Plan(CommandContext context, MonthDraft made, bool json)
    {
        var path = Path.Combine(context.Workspace.Drafts, $"{made.Draft.Month}.{(json ? "json" : "md")}");
        context.Terminal.Say($"Would make 0 requests and write {Workspace.ForReaders(path)} with {Words.Count(made.Draft.Count, "paper")}.");
        return new("planned", path);
    }

    /// <returns>Null when the text itself went to standard output, which then holds nothing else.</returns>
    private static WrittenDraft? WriteTo(CommandContext context, string target, string text)
    {
        if (target == "-")
        {
            context.Terminal.Output.Write(text);
            return null;
        }

        WholeFile.Replace(Path.GetFullPath(target), Encoding.UTF8.GetBytes(text));
        context.Terminal.Say($"Wrote {target}");
        return new("written", Path.GetFullPath(target));
    }
}
