using System.CommandLine;
using System.Text;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Model;
using Sheaf.Files;
using Sheaf.Publishing;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary><c>sheaf draft</c>: writes or updates a month's draft.</summary>
internal static class DraftCommand
{
    private static readonly Argument<string> MonthArgument = new("month") { Description = "The month of the issue", HelpName = "YYYY-MM" };

    private static readonly Option<string?> Style = new("--style")
    {
        Description = $"{string.Join(", ", StyleName.All)}, or your own template such as ./my.liquid; else the setting Draft:Style. "
            + "With --format html, a template of your own page",
        HelpName = "NAME|FILE",
    };

    private static readonly Option<string> Format = new("--format")
    {
        Description = $"markdown, {string.Join(", ", DraftFormat.All.Select(format => format.Name))}; what is not markdown goes beside "
            + "the draft",
        HelpName = "FORMAT",
        DefaultValueFactory = _ => "markdown",
    };

    private static readonly Option<string?> GroupBy = new("--group-by")
    {
        Description = "What the sections are made by: tag (the first of each paper), category (the primary one) or section (the headings "
            + "of your list); a draft keeps it. For markdown, html, json and csv",
        HelpName = string.Join('|', DraftGroups.Names),
    };

    private static readonly Option<string?> Output = new("--output")
    {
        Description = "Write there instead, - for standard output; nothing under drafts/ is touched",
        HelpName = "PATH|-",
    };

    /// <summary>Once, not with each <see cref="Build"/>: what is accepted is added to, also while another thread parses.</summary>
    static DraftCommand()
    {
        Format.AcceptOnlyFromAmong(["markdown", "md", EditedDocument.Mail, .. DraftFormat.All.SelectMany(format => format.Names)]);
        GroupBy.AcceptOnlyFromAmong([.. DraftGroups.Names]);
    }

    public static Command Build()
    {
        return new Command(
            "draft",
            $"Writes or updates the draft of a month from what has been harvested. What you have written, changed, moved or deleted in "
            + $"it stays.\n{CommandNotices.Help}\nExamples: sheaf draft 2024-04\n"
            + "          sheaf draft 2024-04 --format html --style ./page.liquid\n"
            + "          sheaf draft 2024-04 --edited --format mail\n"
            + "          sheaf draft 2024-04 --group-by category --set Draft:Language=de")
        {
            MonthArgument, Style, Format, GroupBy, Output, Edited, Diff, DiscardEdits, DryRun,
        }.Does(Run);
    }

    private static readonly Option<bool> Edited = new("--edited")
    {
        Description = "The draft as you have edited it, without Sheaf's marks: --format html, mail (with plain text beside it) or "
            + "markdown; nothing is published",
    };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only say what would be written" };

    private static readonly Option<bool> Diff = new("--diff") { Description = "Only show what would change in the draft" };

    private static readonly Option<bool> DiscardEdits = new("--discard-edits")
    {
        Description = "Start over; the old draft is kept as a numbered copy",
    };

    private static ExitCode Run(CommandContext context)
    {
        RefuseContradictoryOptions(context);
        var month = CommandContext.MonthOf(context.Arguments.GetValue(MonthArgument)!);
        if (context.Arguments.GetValue(Edited))
        {
            return EditedDraftOutput.Write(
                context, month, context.Arguments.GetValue(Format)!, TargetOf(context), context.Arguments.GetValue(DryRun));
        }

        var format = DraftFormat.Named(context.Arguments.GetValue(Format)!);
        RefuseMixedOutput(context, format);
        var target = TargetOf(context)
            ?? (format is null
                ? null
                : OutputTarget.Of(context.Workspace, Path.ChangeExtension(context.Workspace.DraftFile(month), format.Ending)));
        var writes = target is null && !context.Arguments.GetValue(Diff) && !context.Arguments.GetValue(DryRun);
        var local = Open(context, writes);
        var asked = context.Arguments.GetValue(Style) is not { } style ? null : StyleName.IsFile(style) ? Path.GetFullPath(style) : style;
        var made = local.Drafts.Compose(month, asked, GroupingOf(context, format));
        var rendered = format is null ? null : asked is null ? format : format.With(local.DraftWriter.PageOf(asked));
        if (context.Arguments.GetValue(DiscardEdits) && made is { Draft.Count: 0, Unknown.Count: > 0 })
        {
            throw new BadInputException(
                $"The store has none of the papers of {month}, so there is nothing to start over with: run sheaf harvest {month} first.");
        }

        var drafts = local.DraftWriter;
        var written = context.Arguments.GetValue(Diff) ? Show(context, made, drafts.Preview(made))
            : context.Arguments.GetValue(DryRun) ? target is null ? Plan(context, made, drafts.Preview(made)) : Plan(context, made, target)
            : target is null ? Write(context, drafts, made)
            : target == "-" ? Print(context, rendered?.Render(made.Draft) ?? drafts.Render(made))
            : WriteTo(context, target, rendered?.File(made.Draft) ?? Encoding.UTF8.GetBytes(drafts.Render(made)));
        DraftView.ShowListNotes(context.Terminal, made);
        if (written is not null)
        {
            context.Terminal.Answer(DraftRunJson.Of(made, written), shapes => shapes.DraftRunJson);
        }

        return made.Absent.Count > 0 ? ExitCode.NeedsAPerson : ExitCode.Done;
    }

    private static LocalParts Open(CommandContext context, bool writes) =>
        writes ? context.OpenToWrite()
        : context.Arguments.GetValue(Diff) || context.Arguments.GetValue(DryRun) ? context.OpenUnchanged()
        : context.OpenToRead();

    private static WrittenDraft Write(CommandContext context, DraftWriter drafts, MonthDraft made)
    {
        var outcome = drafts.Write(made, context.Arguments.GetValue(DiscardEdits));
        context.Notices.Add(made, outcome);
        var written = WrittenDraft.Of(outcome);
        context.Terminal.Say(DraftView.Sentence(made, written));
        DraftView.Style(context.Terminal, made);
        DraftView.ShowEditNotes(context.Terminal, made, outcome);
        return written;
    }

    private static WrittenDraft Show(CommandContext context, MonthDraft made, DraftPreview preview)
    {
        var written = DraftDiff.Show(context.Terminal, preview);
        DraftView.Style(context.Terminal, made);
        DraftView.ShowEditNotes(context.Terminal, made, preview.Outcome);
        return written;
    }

    private static WrittenDraft Plan(CommandContext context, MonthDraft made, DraftPreview preview)
    {
        var path = preview.Outcome.Path;
        if (preview.Before != preview.After || context.Arguments.GetValue(DiscardEdits))
        {
            return Plan(context, made, path) with { Changes = preview.Outcome.Changes };
        }

        context.Terminal.Say($"Would make 0 requests and write nothing: {Workspace.ForReaders(path)} would not change.");
        return new("planned", path);
    }

    private static WrittenDraft Plan(CommandContext context, MonthDraft made, string path)
    {
        context.Terminal.Say(
            $"Would make 0 requests and write {(path == "-" ? "standard output" : Workspace.ForReaders(path))} with "
            + $"{Humanize.Count(made.Draft.Count, "paper")}.");
        return new("planned", path);
    }

    /// <summary>The draft that a person edits is the one under <c>drafts/</c>, in Markdown.</summary>
    /// <exception cref="BadInputException">An option asks for something that there is not.</exception>
    private static void RefuseContradictoryOptions(CommandContext context)
    {
        var arguments = context.Arguments;
        RefuseContradictoryFormat(context);
        var asked = arguments.GetValue(Diff) ? "--diff" : arguments.GetValue(DiscardEdits) ? "--discard-edits" : null;
        var other = arguments.GetValue(Output) is not null ? "--output"
            : DraftFormat.Named(arguments.GetValue(Format)!) is not null ? "--format"
            : asked == "--diff" && arguments.GetValue(DiscardEdits) ? "--discard-edits"
            : null;
        if (asked is not null && other is not null)
        {
            throw new BadInputException($"{asked} is about the draft you edit: leave out {other}.");
        }

        if (DraftFormat.Named(arguments.GetValue(Format)!) is not { } format)
        {
            return;
        }

        if (arguments.GetValue(Style) is { } style && !(format.Name == "html" && StyleName.IsFile(style)))
        {
            var orPage = format.Name == "html" ? ", or name a template of your own page, such as ./page.liquid" : "";
            throw new BadInputException(
                $"--style {style} is a way of writing Markdown, and a draft as {format.Name} has a form of its own: leave out --style or "
                + $"--format{orPage}.");
        }

        if (arguments.GetValue(GroupBy) is not null && !format.HasSections)
        {
            throw new BadInputException(
                $"A draft as {format.Name} has no sections: leave out --group-by, or use markdown, "
                + $"{string.Join(", ", DraftFormat.All.Where(other => other.HasSections).Select(other => other.Name))}.");
        }
    }

    private static void RefuseContradictoryFormat(CommandContext context)
    {
        var arguments = context.Arguments;
        var format = arguments.GetValue(Format)!;
        if (!arguments.GetValue(Edited))
        {
            if (format == EditedDocument.Mail)
            {
                throw new BadInputException("--format mail is a way of handing on the draft as you have edited it: add --edited.");
            }

            return;
        }

        if (arguments.GetResult(Format) is not { Implicit: false } || !EditedDocument.Formats.Contains(format))
        {
            throw new BadInputException("--edited takes --format html, mail or markdown.");
        }

        var other = arguments.GetValue(Diff) ? "--diff" : arguments.GetValue(DiscardEdits) ? "--discard-edits"
            : arguments.GetValue(Style) is not null ? "--style" : arguments.GetValue(GroupBy) is not null ? "--group-by" : null;
        if (other is not null)
        {
            throw new BadInputException($"--edited is about the draft as it stands: leave out {other}.");
        }
    }

    /// <exception cref="BadInputException">Standard output would hold two things.</exception>
    private static void RefuseMixedOutput(CommandContext context, DraftFormat? format)
    {
        if (context.Arguments.GetValue(Output) == "-" && context.Terminal.Json && format?.Name is not ("json" or "csl-json"))
        {
            throw new BadInputException(
                "--json keeps standard output for one JSON document: add --format json, or name a file with --output.");
        }
    }

    /// <summary>Null for what the draft's sections were made by before; what has no sections follows the list.</summary>
    private static DraftGrouping? GroupingOf(CommandContext context, DraftFormat? format) =>
        context.Arguments.GetValue(GroupBy) is { } name ? DraftGroups.Named(name)
        : format is { HasSections: false } ? DraftGrouping.Section
        : null;

    /// <summary>What <c>--output</c> names: a whole path, or -; null without it.</summary>
    /// <exception cref="BadInputException">Nothing can be written there.</exception>
    private static string? TargetOf(CommandContext context) => context.Arguments.GetValue(Output) switch
    {
        null => null,
        "" => throw new BadInputException("--output takes the name of a file, or - for standard output."),
        "-" => "-",
        var name when Directory.Exists(name) => throw new BadInputException($"{name} is a folder; name a file in it with --output."),
        var name => OutputTarget.Of(context.Workspace, name),
    };

    /// <returns>Null: standard output then holds nothing else.</returns>
    private static WrittenDraft? Print(CommandContext context, string text)
    {
        context.Terminal.Output.Write(text);
        return null;
    }

    /// <summary>A file that holds the same already is not touched.</summary>
    internal static WrittenDraft WriteTo(CommandContext context, string target, byte[] content)
    {
        if (File.Exists(target) && File.ReadAllBytes(target).AsSpan().SequenceEqual(content))
        {
            context.Terminal.Say($"{Workspace.ForReaders(target)} is up to date");
            return new("unchanged", target);
        }

        WholeFile.Replace(target, content);
        context.Terminal.Say($"Wrote {Workspace.ForReaders(target)}");
        return new("written", target);
    }
}
