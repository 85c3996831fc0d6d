using System.Text;
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
    public const string Mail = "mail";

    private static readonly string[] Markdown = ["markdown", "md"];

    /// <summary>What <c>--format</c> may be here.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["html", "htm", Mail, .. Markdown];

    /// <param name="context">The command's.</param>
    /// <param name="month">The issue.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="output">What <c>--output</c> says; null without it.</param>
    /// <param name="isPlan">Whether only to say what would be written.</param>
    /// <exception cref="BadInputException">There is no draft, or nothing can be written there.</exception>
    public static ExitCode Write(CommandContext context, Month month, string format, string? output, bool isPlan)
    {
        var local = isPlan ? context.OpenUnchanged() : context.OpenToRead();
        if (local.DraftWriter.ReadFinished(month) is not { } finished)
        {
            throw new BadInputException(
                $"There is no draft of {month} to hand on: sheaf draft {month} writes {Workspace.ForReaders(context.Workspace.DraftFile(month))}.");
        }

        var issue = new EditedIssue(month, local.Eprints.Find([.. finished.Draft.Contents.Papers]));
        var isMarkdown = Markdown.Contains(format);
        var markdown = isMarkdown ? FrontMatter(context, local, month, finished) + EditedMarkdown.Render(finished.Draft) : "";
        var target = output ?? (isMarkdown ? "-" : OutputTarget.Of(
            context.Workspace, Path.Combine(context.Workspace.Drafts, format == Mail ? $"{month}.mail.html" : $"{month}.html")));
        if (target == "-")
        {
            if (context.Terminal.Json)
            {
                throw new BadInputException("--json keeps standard output for one JSON document: name a file with --output.");
            }

            if (isPlan)
            {
                context.Terminal.Say("Would make 0 requests and write standard output.");
                return ExitCode.Done;
            }

            context.Terminal.Output.Write(
                isMarkdown ? Mark(finished) + markdown
                : format == Mail ? EditedMail.Html(finished.Draft, issue)
                : EditedHtml.Render(finished.Draft, issue));
            return ExitCode.Done;
        }

        (string Path, byte[] Content)[] files = isMarkdown ? [(target, finished.Text.Encode(markdown))]
            : format == Mail ?
            [
                (target, Encoding.UTF8.GetBytes(EditedMail.Html(finished.Draft, issue))),
                (TextBeside(context.Workspace, target), Encoding.UTF8.GetBytes(EditedMail.Text(finished.Draft, issue))),
            ]
            : [(target, Encoding.UTF8.GetBytes(EditedHtml.Render(finished.Draft, issue)))];
        var written = files.Select(file => isPlan ? Plan(context, file.Path) : DraftCommand.WriteTo(context, file.Path, file.Content)).ToList();
        context.Terminal.Answer(
            new EditedDraftJson(
                $"{month}", isMarkdown ? "markdown" : format == Mail ? Mail : "html", finished.Draft.Contents.Papers.Count,
                [.. written.Select(file => new WrittenFileJson(file.Path, file.Outcome))]),
            shapes => shapes.EditedDraftJson);
        return ExitCode.Done;
    }

    /// <summary>As the issue will have it, if it is first published on the first day of the next month.</summary>
    private static string FrontMatter(CommandContext context, LocalParts local, Month month, FinishedDraft finished)
    {
        var style = context.Settings.Publish.FrontMatter;
        var sources = new IssueSources(local.Eprints, context.Lists);
        return style == FrontMatterStyle.None ? ""
            : IssueFacts.FrontMatterOf(month, EditedMarkdown.Render(finished.Draft), month.Next.FirstDay, sources)?.Write(style) ?? "";
    }

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
