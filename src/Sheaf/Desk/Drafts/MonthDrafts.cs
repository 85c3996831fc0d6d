using System.Text;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Texts;
using Sheaf.Publishing;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>What the desk does with the drafts of months.</summary>
internal sealed class MonthDrafts(DeskParts parts)
{
    public DraftTexts Texts { get; } = new(parts.Workspace, parts.Time);

    public DraftSavedJson Saved(DraftVersion version) => new(version.Tag, UtcText.From(parts.Time.GetUtcNow()));

    /// <summary>Saves what a text box holds. Lines that nobody touched stay as they are, to the byte.</summary>
    /// <inheritdoc cref="DraftTexts.Write"/>
    /// <param name="month">The issue.</param>
    /// <param name="seen">The version that was put into the box; null: there was none.</param>
    /// <param name="typed">What the box holds.</param>
    /// <param name="cancellationToken">Ends the waiting for other programs.</param>
    public DraftVersion Type(Month month, string? seen, string typed, CancellationToken cancellationToken)
    {
        var before = Texts.Recall(seen) ?? Texts.Read(month, cancellationToken);
        var content = before is null
            ? Encoding.UTF8.GetBytes(typed.ReplaceLineEndings("\n"))
            : before.Encode(TypedText.Restore(before.Text, typed));
        return Texts.Write(month, seen, content, cancellationToken);
    }

    /// <summary>Both texts, brought together by the one that they have in common.</summary>
    public DraftOffer Offer(DraftChangedException changed) => new(
        $"{changed.Message} Both texts are here: choose, and save again.", changed.Asked, changed.Now,
        ThreeWayText.Merge(Texts.Recall(changed.Seen)?.Text, changed.Asked, changed.Now?.Text ?? ""));

    /// <summary>As <c>sheaf draft</c>.</summary>
    /// <exception cref="BadInputException">There is nothing to draft.</exception>
    public DraftRunJson Update(Month month)
    {
        var made = parts.Local.Drafts.Compose(month);
        return DraftRunJson.Of(made, WrittenDraft.Of(parts.Local.DraftWriter.Write(made)));
    }

    /// <summary>As <c>sheaf draft --diff</c>.</summary>
    /// <exception cref="BadInputException">There is nothing to draft.</exception>
    public DraftRunJson Compare(Month month)
    {
        var made = parts.Local.Drafts.Compose(month);
        var preview = parts.Local.DraftWriter.Preview(made);
        var lines = UnifiedDiff.Lines(preview.Before, preview.After, Workspace.ForReaders(preview.Outcome.Path));
        return DraftRunJson.Of(made, new("planned", preview.Outcome.Path)
        {
            Changes = preview.Outcome.Changes,
            Diff = string.Concat(lines.Select(line => $"{line}\n")),
        });
    }

    /// <summary>Moves a block; null where there is no draft.</summary>
    public (DraftVersion? Version, string? Refusal)? Move(
        Month month, string block, string? before, CancellationToken cancellationToken)
    {
        while (Texts.Read(month, cancellationToken) is { } now)
        {
            var (text, refusal) = MovingBlocks.Move(now.Text, block, before);
            if (text is null)
            {
                return (null, refusal);
            }

            try
            {
                return (Texts.Write(month, now.Tag, now.Encode(text), cancellationToken), null);
            }
            catch (DraftChangedException)
            {
                // It was saved in this moment: the block is sought again.
            }
        }

        return null;
    }

    /// <summary>As <c>sheaf draft --format</c>; null for no such format.</summary>
    public ExportedFile? Export(Month month, string format)
    {
        if (EditedDocument.IsMarkdown(format))
        {
            return new(Encoding.UTF8.GetBytes(parts.Local.DraftWriter.Render(parts.Local.Drafts.Compose(month))), "md");
        }

        if (DraftFormat.Named(format) is not { } known)
        {
            return null;
        }

        // What has no sections follows the list, whatever the draft's are made by.
        DraftGrouping? grouping = known.HasSections ? null : DraftGrouping.Section;
        return new(known.File(parts.Local.Drafts.Compose(month, grouping: grouping).Draft), known.Ending);
    }

    /// <summary>As <c>sheaf draft --edited --format</c>; null for no such format, or no draft.</summary>
    public ExportedFile? ExportEdited(Month month, string format) =>
        EditedDocument.Formats.Contains(format) && parts.Local.DraftWriter.ReadFinished(month) is { } finished
            ? new(
                EditedDocument.Of(month, finished, format, parts.Local).File(format),
                EditedDocument.IsMarkdown(format) ? "md" : format == EditedDocument.Mail ? "mail.html" : "html")
            : null;

    /// <summary>The edited draft for the clipboard; null where there is none.</summary>
    public RichTextJson? RichText(Month month) =>
        parts.Local.DraftWriter.ReadFinished(month) is { } finished
            && EditedDocument.Of(month, finished, EditedDocument.Mail, parts.Local) is var document
            ? new(document.RichText(), document.Text("markdown"))
            : null;
}

/// <summary>Two texts of a draft, of which a person makes one.</summary>
/// <param name="Sentence">What has happened.</param>
/// <param name="Asked">What was to be saved.</param>
/// <param name="Now">What the file holds; null where it is not there any more.</param>
/// <param name="Merge">Both.</param>
internal sealed record DraftOffer(string Sentence, string Asked, DraftVersion? Now, TextMerge Merge);

/// <summary>A draft to be handed on.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="Ending">Of its name, without the dot.</param>
internal sealed record ExportedFile(byte[] Content, string Ending)
{
    public string Type => Ending[(Ending.LastIndexOf('.') + 1)..] switch
    {
        "md" => "text/markdown; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "bib" => "application/x-bibtex; charset=utf-8",
        "ris" => "application/x-research-info-systems; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
}
