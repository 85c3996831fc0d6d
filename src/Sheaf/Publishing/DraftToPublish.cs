using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Drafts;
using Sheaf.Drafts.Edited;
using Sheaf.Settings;

namespace Sheaf.Publishing;

/// <summary>A draft as it was read, once, and what a check finds in these very bytes.</summary>
/// <param name="Month">The issue.</param>
/// <param name="Read">The file as it was read.</param>
/// <param name="Draft">As it leaves the house.</param>
/// <param name="Report">Of the draft and its month's list, from the store alone.</param>
internal sealed record DraftToPublish(Month Month, CheckedFile Read, EditedDraft Draft, CheckReport Report)
{
    /// <summary>What it says, paper by paper.</summary>
    public IssueText Text { get; } = IssueText.Read(EditedMarkdown.Render(Draft));

    public int Errors => Report.Findings.Count(finding => finding.Severity == Severity.Error);

    /// <summary>What is not right for certain but may be meant, and what only arXiv could tell.</summary>
    public int Doubts => Report.Findings.Count(finding => finding.Severity == Severity.Warning) + Report.Unchecked.Count;

    /// <summary>Reads and checks the draft of a month. Asks arXiv for nothing.</summary>
    /// <exception cref="BadInputException">There is no draft, or it is no text.</exception>
    public static async Task<DraftToPublish> ReadAsync(
        Workspace workspace, CheckRun check, Month month, CancellationToken cancellationToken)
    {
        var path = workspace.DraftFile(month);
        if (!File.Exists(path))
        {
            throw new BadInputException($"There is no draft of {month}: sheaf draft {month} writes one.");
        }

        var scope = check.Read([month]);
        var read = scope.Files.FirstOrDefault(file => file.Kind == FileKind.Draft && file.Path == path);
        var text = read is null || read.Content.IsEmpty ? null
            : DraftText.Read(read.Content.Span)?.Text
                ?? throw new BadInputException($"{Workspace.ForReaders(path)} is not text in UTF-8: save it as UTF-8.", path);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new BadInputException($"The draft of {month} is empty: sheaf draft {month} writes it anew.");
        }

        var lastWritten = read!.Base is { } known ? DraftText.Read(known.Span)?.Text : null;
        var report = await check.CompareAsync(scope, progress: null, cancellationToken);
        return new(month, read, EditedDraft.Read(text, lastWritten), report);
    }
}
