using Sheaf.Answers;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Lists.Import;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>
/// Seeks the papers of entries that have a title and no identifier: in the store, then by one query to arXiv for each title. What is found
/// is a question; only a yes makes it the entry's paper.
/// </summary>
/// <param name="resolver">Knows titles.</param>
/// <param name="terminal">Where progress is told and questions are asked.</param>
/// <param name="acceptsCertain">Whether the certain ones need no answer.</param>
/// <param name="ask">Asks a person; null where nobody is there to answer.</param>
internal sealed class TitleLookUp(TitleResolver resolver, Terminal terminal, bool acceptsCertain, Func<string, bool?>? ask)
{
    private bool _isEnded;

    /// <summary>Whether arXiv could not be asked for some title, which the same command may find later.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The same papers, with what was found for those that only have a title.</summary>
    /// <exception cref="ArxivForbiddenException">arXiv answered 403.</exception>
    public async Task<IReadOnlyList<NamedPaper>> SeekAsync(IReadOnlyList<NamedPaper> papers, CancellationToken cancellationToken)
    {
        var (sought, all) = (0, papers.Count(HasOnlyTitle));
        var answers = new List<NamedPaper>(papers.Count);
        foreach (var paper in papers)
        {
            if (!HasOnlyTitle(paper))
            {
                answers.Add(paper);
                continue;
            }

            answers.Add(await SeekAsync(paper, cancellationToken));
            if (terminal.IsLive || ++sought == all)
            {
                terminal.Note($"{sought} of {Humanize.Count(all, "title")} looked up");
            }
        }

        return answers;
    }

    private static bool HasOnlyTitle(NamedPaper paper) =>
        paper is { LeftAs: Outcomes.NoPaper or Outcomes.Unreadable, Title: not null } && ClaimedTitle.Read(ClaimOf(paper)) is not null;

    private async Task<NamedPaper> SeekAsync(NamedPaper paper, CancellationToken cancellationToken)
    {
        if (await FindAsync(ClaimedTitle.Read(ClaimOf(paper))!, cancellationToken) is not { Suggestion: { } meant } found)
        {
            return paper;
        }

        var isYes = (acceptsCertain && found.IsCertain) || (!acceptsCertain && IsYes(paper, meant));
        return isYes
            ? paper with { Reference = new EprintReference(meant.Identifier, null), LeftAs = null, Problem = null }
            : paper with { Suggestion = SuggestionJson.Of(meant) };
    }

    private async Task<TitleVerdict.Wrong?> FindAsync(ClaimedTitle title, CancellationToken cancellationToken)
    {
        try
        {
            return await resolver.SeekAsync(title, asksArxiv: !IsIncomplete, cancellationToken);
        }
        catch (Exception exception) when (exception is ArxivUnavailableException or ArxivFormatException)
        {
            // The store may know the titles that follow; arXiv is left alone until the next run.
            IsIncomplete = true;
            terminal.Note($"arXiv could not be asked for titles ({exception.Message.TrimEnd('.')}); run the same command again later.");
            return null;
        }
    }

    private bool IsYes(NamedPaper paper, MeantPaper meant)
    {
        if (ask is null || _isEnded)
        {
            return false;
        }

        var names = AuthorLine.Write(meant.Authors, namesShown: 3);
        var day = DayText.Short(meant.Day);
        var answer = ask(SafeText.OneLine(
            $"Line {paper.Line}: '{paper.Title}'. Is it {meant.Identifier}, '{meant.Title}' by {names} ({day})? {meant.Why}. [y]es, "
            + "[n]o, [q]uit asking: "));
        _isEnded = answer is null;
        return answer is true;
    }

    private static Claim ClaimOf(NamedPaper paper) =>
        paper.Claim
            ?? new(new FoundReference(0, 0, paper.Written, null, paper.Problem), paper.Line ?? 1, IsEntry: true) { Title = paper.Title };
}
