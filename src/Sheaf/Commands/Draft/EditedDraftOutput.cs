using System.Text;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Drafts.Edited;
using Sheaf.Publishing;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary>
/// <c>sheaf draft YYYY-MM --edited</c>: the draft as its editor has finished it, as a page, as a mail, or as Markdown without Sheaf's
/// marks. It publishes nothing, and asks arXiv for nothing.
/// </summary>
internal static class EditedDraftOutput
{
    /// <param name="context">The command's.</param>
    /// <param name="month">The issue.</param>
    /// <param name="format">One of <see cref="EditedDocument.Formats"/>.</param>
    /// <param name="output">What <c>--output</c> says; null without it.</param>
    /// <param name="isPlan">Whether only to say what would be written.</param>
    /// <exception cref="BadInputException">There is no draft, or nothing can be written there.</exception>
    public static ExitCode Write(CommandContext context, Month month, string format, string? output, bool isPlan)
    {
        var local = isPlan ? context.OpenUnchanged() : context.OpenToRead();
        if (local.DraftWriter.ReadFinished(month) is not { } finished)
        {
            throw new BadInputException(
                $"There is no draft of {month} to hand on: sheaf draft {month} writes "
                + $"{Workspace.ForReaders(context.Workspace.DraftFile(month))}.");
        }

        var document = EditedDocument.Of(month, finished, format, local);
        var target = output ?? Beside(context.Workspace, month, format);
        if (target == "-")
        {
            Print(context, document, format, isPlan);
            return ExitCode.Done;
        }

        var written = Files(context.Workspace, document, format, target)
            .Select(file => isPlan ? Plan(context, file.Path) : DraftCommand.WriteTo(context, file.Path, file.Content));
        var name = EditedDocument.IsMarkdown(format) ? "markdown" : format == EditedDocument.Mail ? format : "html";
        context.Terminal.Answer(
            new EditedDraftJson(
                $"{month}", name, finished.Draft.Contents.Papers.Count,
                [.. written.Select(file => new WrittenFileJson(file.Path, file.Outcome))]),
            shapes => shapes.EditedDraftJson);
        return ExitCode.Done;
    }

    /// <summary>
    /// Where it goes if nobody says so. Markdown has no place of its own: a second draft beside the draft would be edited.
    /// </summary>
    private static string Beside(Workspace workspace, Month month, string format) => EditedDocument.IsMarkdown(format)
        ? "-"
        : OutputTarget.Of(
            workspace, Path.Combine(workspace.Drafts, format == EditedDocument.Mail ? $"{month}.mail.html" : $"{month}.html"));

    private static void Print(CommandContext context, EditedDocument document, string format, bool isPlan)
    {
        if (context.Terminal.Json)
        {
            throw new BadInputException("--json keeps standard output for one JSON document: name a file with --output.");
        }

        if (isPlan)
        {
            context.Terminal.Say("Would make 0 requests and write standard output.");
            return;
        }

        context.Terminal.Output.Write((EditedDocument.IsMarkdown(format) ? Mark(document.Finished) : "") + document.Text(format));
    }

    /// <summary>All that is to be written, before any of it is.</summary>
    private static (string Path, byte[] Content)[] Files(
        Workspace workspace, EditedDocument document, string format, string target) => format == EditedDocument.Mail
            ? [(target, document.File(format)), (TextBeside(workspace, target), document.MailText())]
            : [(target, document.File(format))];

    /// <summary>The byte order mark of a draft that has one in UTF-8, which is what standard output is written in.</summary>
    private static string Mark(FinishedDraft finished) =>
        finished.Text.Encoding is UTF8Encoding { Preamble.Length: > 0 } ? "\ufeff" : "";

    private static WrittenDraft Plan(CommandContext context, string path)
    {
        context.Terminal.Say($"Would make 0 requests and write {Workspace.ForReaders(path)}.");
        return new("planned", path);
    }

    /// <summary>Where a mail's plain text goes.</summary>
    private static string TextBeside(Workspace workspace, string html)
    {
        var text = Path.ChangeExtension(html, "txt");
        return text == html
            ? throw new BadInputException(
                $"{Workspace.ForReaders(html)} is where the mail's plain text would go: name its HTML with --output, as mail.html.")
            : OutputTarget.Of(workspace, text);
    }
}

/// <summary>What <c>draft --edited</c> writes under <c>--json</c>.</summary>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="Format"><c>html</c>, <c>mail</c> or <c>markdown</c>.</param>
/// <param name="Papers">In the edited draft, each once.</param>
/// <param name="Files">The HTML first.</param>
internal sealed record EditedDraftJson(string Month, string Format, int Papers, IReadOnlyList<WrittenFileJson> Files);

/// <param name="Path">The file.</param>
/// <param name="Outcome"><c>written</c>, <c>unchanged</c> or <c>planned</c>.</param>
internal sealed record WrittenFileJson(string Path, string Outcome);
