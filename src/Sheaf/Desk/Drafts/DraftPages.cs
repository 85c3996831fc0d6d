using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Drafts;
using Sheaf.Drafts.Edited;
using Sheaf.Drafts.Formats;
using Sheaf.Drafts.Merging;
using Sheaf.Drafts.Texts;
using Sheaf.Lists;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the page of a month's draft.</summary>
internal sealed class DraftPages(DeskParts parts, DeskFrames frames, MonthDrafts drafts)
{
    private const int LongestLabel = 90;

    public DraftPageModel Make(Month month, CancellationToken cancellationToken)
    {
        var frame = frames.OfMonth(month, $"Draft, {month.Title}", "draft");
        try
        {
            return Make(frame, month, drafts.Texts.Read(month, cancellationToken));
        }
        catch (Exception unreadable) when (unreadable is CurationException or LinkLeftAloneException)
        {
            return new(frame, month.ToString()) { Problem = SafeText.OneLine(unreadable.Message), IsUnreadable = true };
        }
    }

    /// <summary>The page at a line of the draft, from 1: they are those of the box.</summary>
    public DraftPageModel Make(Month month, int line, CancellationToken cancellationToken)
    {
        var model = Make(month, cancellationToken);
        var lines = (model.Text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        return model with { Place = new(line, line <= lines.Length ? SafeText.OneLine(lines[line - 1]) : null) };
    }

    /// <summary>The page after words could not be saved: the box has hers.</summary>
    public DraftPageModel Make(Month month, DraftOffer offer, CancellationToken cancellationToken) => Make(month, cancellationToken) with
    {
        Text = offer.Asked,
        Etag = offer.Now?.Tag ?? "",
        Conflict = new(
            offer.Sentence, offer.Merge.Text,
            [.. offer.Merge.Parts.Where(part => part.Kind != MergeKind.Same).Select(part => new DraftDifference(part.Mine, part.Theirs))]),
    };

    /// <summary>
    /// The page after words could not be saved for any other reason: the box has hers, made from the version that it had.
    /// </summary>
    public DraftPageModel Make(Month month, DraftTextRequest sent, DeskProblem problem, CancellationToken cancellationToken)
    {
        DraftPageModel page;
        try
        {
            page = Make(month, cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            page = new(frames.OfMonth(month, $"Draft, {month.Title}", "draft"), month.ToString());
        }

        return page with
        {
            Text = sent.Text ?? "",
            Etag = sent.Etag ?? "",
            IsUnreadable = false,
            Conflict = new(SafeText.OneLine(problem.Sentence), null, []),
        };
    }

    private DraftPageModel Make(DeskFrame frame, Month month, DraftVersion? version)
    {
        var (hunks, changed, problem) = Differences(month);
        return new(frame, month.ToString())
        {
            Text = version?.Text,
            Etag = version?.Tag ?? "",
            File = $"drafts/{month}.md",
            Rendered = version is null ? default : Rendered(month, version),
            Blocks = version is null ? [] : [.. MovingBlocks.Read(version.Text).Select(Row)],
            Hunks = hunks,
            Changed = changed,
            Problem = problem,
        };
    }

    private MarkupString Rendered(Month month, DraftVersion version)
    {
        var finished = Finished(month) ?? EditedDraft.Read(version.Text, null);
        return DeskMarkup.Of(EditedHtml.RenderWithin(
            finished,
            new EditedIssue(month, parts.Local.Eprints.Find([.. finished.Contents.Papers]))
            {
                Language = parts.Settings.Look.Language,
            }));
    }

    /// <summary>Null where what Sheaf last wrote there cannot be told.</summary>
    private EditedDraft? Finished(Month month)
    {
        try
        {
            return parts.Local.DraftWriter.ReadFinished(month)?.Draft;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>What bringing it up to date would do; a sentence where it cannot be.</summary>
    private (IReadOnlyList<DraftHunk> Hunks, IReadOnlyList<DraftDifference> Changed, string? Problem) Differences(Month month)
    {
        try
        {
            var preview = parts.Local.DraftWriter.Preview(parts.Local.Drafts.Compose(month));
            return (
                [.. UnifiedDiff.Hunks(preview.Before, preview.After).Select(Shown)],
                [
                    .. preview.Outcome.Changes.ChangedUnderEdits
                        .Select(change => new DraftDifference(change.Was, change.Now) { Id = change.Id }),
                ],
                null);
        }
        catch (Exception bad) when (bad is BadInputException or CurationException or IOException)
        {
            return ([], [], SafeText.OneLine(bad.Message));
        }
    }

    private static DraftHunk Shown(DiffHunk hunk) => new(
        hunk.Header, [.. hunk.Lines.Select(line => new DraftHunkLine(line[0], SafeText.OneLine(line[1..])))]);

    private static DraftBlockRow Row(MovableBlock block)
    {
        var line = LabelOf(block.Text);
        return new(block.Key, line, block.Level, block.Up, block.Down);
    }

    /// <summary>The words of the first line, without the link that an entry ends with.</summary>
    private static string LabelOf(string text)
    {
        var line = text.ReplaceLineEndings("\n").Split('\n')[0].TrimStart('#', '*', '-', '+', ' ', '\t');
        var link = line.LastIndexOf(", http", StringComparison.Ordinal);
        var words = new StringInfo(SafeText.OneLine(NoteHtml.WordsOfHeading(link > 0 ? line[..link] : line)).Trim());
        return words.LengthInTextElements <= LongestLabel ? words.String : $"{words.SubstringByTextElements(0, LongestLabel)}…";
    }
}
