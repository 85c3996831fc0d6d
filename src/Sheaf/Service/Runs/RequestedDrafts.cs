using System.Runtime.ExceptionServices;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Lists;
using Sheaf.Text;

namespace Sheaf.Service.Runs;

/// <summary>Drafts that a person asks the service for, from what has been harvested. Makes no request.</summary>
internal sealed class RequestedDrafts(CuratedFolder curated, DraftMaker maker, DraftWriter writer) : IRequestedRun
{
    public bool Does(RunKind kind) => kind == RunKind.Draft;

    public RunPlan Plan(RunRequest request)
    {
        var (lists, _) = curated.ReadEach();
        return new()
        {
            Drafts =
            [
                .. request.Months.Select(month => writer.Preview(maker.Compose(month, lists)))
                    .Where(preview => preview.Before != preview.After).Select(preview => preview.Outcome.Path),
            ],
        };
    }

    public Task<RunEnd> RunAsync(RunRequest request, TrackedRun run, CancellationToken cancellationToken) =>
        Task.FromResult(Run(request, run, cancellationToken));

    private RunEnd Run(RunRequest request, TrackedRun run, CancellationToken cancellationToken)
    {
        var (lists, unread) = curated.ReadEach();
        if (unread.FirstOrDefault(list => list.Month is { } month && request.Months.Contains(month)) is { } own)
        {
            ExceptionDispatchInfo.Throw(own.Failure);
        }

        var (outcomes, sentences, absent) = (new List<DraftOutcome>(), new List<string>(), new List<string>());
        foreach (var month in request.Months)
        {
            cancellationToken.ThrowIfCancellationRequested();
            run.Say($"The draft of {month.Title} is being made.", outcomes.Count, request.Months.Length);
            var made = maker.Compose(month, lists);
            outcomes.Add(writer.Write(made));
            sentences.Add(SentenceOf(month, made.Draft.Count, outcomes[^1]));
            absent.AddRange(made.Absent);
        }

        run.Say("The drafts are made.", outcomes.Count, request.Months.Length);

        var exit = absent.Count > 0 ? ExitCode.NeedsAPerson : ExitCode.Done;
        return new RunEnd(UnreadLists.Heed(exit, unread), string.Join(' ', sentences))
        {
            Error = absent.Count > 0 ? $"On the list but not in the store, so nothing of it was written: {Humanize.Few(absent)}."
                : UnreadLists.SentenceOf(unread),
            Reports = new() { Drafts = outcomes },
        };
    }

    private static string SentenceOf(Month month, int papers, DraftOutcome outcome) => outcome.Kind switch
    {
        DraftOutcomeKind.Written => $"The draft of {month.Title} is written, with {Humanize.Count(papers, "paper")}.",
        DraftOutcomeKind.Unchanged => $"The draft of {month.Title} was up to date, with {Humanize.Count(papers, "paper")}.",
        _ => $"The draft of {month.Title} was brought up to date around your edits, with {Humanize.Count(papers, "paper")} on the list.",
    };
}
