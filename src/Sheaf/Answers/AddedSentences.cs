using System.Globalization;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>
/// What <c>add</c> did, for readers: a sentence for each reference, and one for all of a kind where there are more than ten.
/// </summary>
internal static class AddedSentences
{
    private const int MostSentences = 10;

    public static IEnumerable<string> Of(IReadOnlyList<AddedPaper> papers)
    {
        foreach (var kind in papers.GroupBy(KindOf))
        {
            var lines = kind.Count() > MostSentences ? Together([.. kind]) : kind.Select(Sentence);
            foreach (var line in lines)
            {
                yield return line;
            }
        }

        if (papers.Count > 1)
        {
            yield return string.Join(", ", papers.CountBy(paper => paper.Outcome).Select(count => InWords(count.Value, count.Key))) + ".";
        }
    }

    /// <summary>What needs a look of its own is never told in a heap.</summary>
    private static string KindOf(AddedPaper paper) =>
        paper is { OtherTitle: null, Suggestion: null, Unwritten: null, WasSetAside: null, Changed: not true }
            ? paper.Outcome
            : $"{paper.Outcome}, in doubt";

    private static string InWords(int count, string outcome) => outcome switch
    {
        Outcomes.Added => $"{Humanize.Count(count, "paper")} added",
        Outcomes.AlreadyThere => $"{Humanize.Count(count, "paper")} already there",
        Outcomes.NotArxiv => $"{Entries(count)} not on arXiv",
        Outcomes.Mention => $"{Humanize.Count(count, "mention")} left out",
        Outcomes.Unreadable => $"{Humanize.Count(count, "identifier")} not to be read",
        _ => $"{Entries(count)} without a paper",
    };

    private static string Entries(int count) => Humanize.Count(count, "entry", "entries");

    internal static string Sentence(AddedPaper paper) => paper.Outcome switch
    {
        Outcomes.Added =>
            $"{paper.Id} added to {paper.File}, line {paper.Line}.{MonthOf(paper)}{Freed(paper)}{Spelling(paper)}{Doubt(paper)}",
        Outcomes.AlreadyThere =>
            $"{paper.Id} is already in {paper.File}, line {paper.Line}.{WordsOf(paper)}{Freed(paper)}{Spelling(paper)}{Doubt(paper)}",
        Outcomes.NotArxiv => $"{Place(paper)}{paper.Written} is not on arXiv.",
        Outcomes.Mention => $"{Place(paper)}{paper.Id ?? paper.Written} is left out: {paper.Problem}.",
        Outcomes.Unreadable => $"{Place(paper)}{Damage(paper)}{Meant(paper)}",
        _ => $"{Place(paper)}{Missing(paper)}{Meant(paper)}",
    };

    private static string WordsOf(AddedPaper paper) => paper switch
    {
        { Unwritten: { } why, NoteLeft: { } note } => $" Nothing was written, because {why}; your words: {note}",
        { Unwritten: { } why } => $" Nothing was written, because {why}.",
        { Changed: true } => " What it lacked was written there.",
        _ => "",
    };

    private static string Freed(AddedPaper paper) => paper.WasSetAside switch
    {
        "later" => " It is put off no longer.",
        "refused" => " It is refused no longer.",
        _ => "",
    };

    private static string Damage(AddedPaper paper) => $"'{paper.Written}' cannot be read: {paper.Problem}.{Candidates(paper)}";

    private static string Missing(AddedPaper paper) => $"'{paper.Title ?? paper.Written}' names no paper: {paper.Problem}.";

    private static string Candidates(AddedPaper paper) => paper.MayMean is { } may ? $" It may mean {string.Join(" or ", may)}." : "";

    private static IEnumerable<string> Together(List<AddedPaper> papers) => papers[0].Outcome switch
    {
        Outcomes.Added => AddedTogether(papers),
        Outcomes.AlreadyThere => papers.GroupBy(paper => paper.File)
            .Select(file => $"{Humanize.Count(file.Count(), "paper")} already in {file.Key}, {Lines(file.Select(paper => paper.Line))}."),
        Outcomes.NotArxiv =>
            [$"{papers[0].Source}: {Entries(papers.Count)} not on arXiv, {Lines(papers.Select(paper => paper.SourceLine))}."],
        Outcomes.Mention =>
            papers.GroupBy(paper => paper.Problem).Select(kind =>
                $"{papers[0].Source}: {Humanize.Count(kind.Count(), "mention")} left out ({kind.Key}): "
                + $"{string.Join(", ", kind.Select(Placed))}."),
        Outcomes.Unreadable =>
            [
                $"{papers[0].Source}: {Humanize.Count(papers.Count, "identifier")} cannot be read:",
                .. papers.Select(paper => $"  line {Number(paper.SourceLine)}: {Damage(paper)}"),
            ],
        _ => papers.GroupBy(paper => paper.Problem).SelectMany(kind => (string[])
        [
            $"{papers[0].Source}: {Entries(kind.Count())} without a paper: {kind.Key}.",
            .. kind.Select(paper => $"  line {Number(paper.SourceLine)}: {paper.Title ?? paper.Written}"),
        ]),
    };

    private static IEnumerable<string> AddedTogether(List<AddedPaper> papers) => papers
        .GroupBy(paper => (paper.File, paper.Month, paper.MonthBecause))
        .Select(list => $"{Humanize.Count(list.Count(), "paper")} added to {list.Key.File}, {Lines(list.Select(paper => paper.Line))}"
            + $" ({Arxiv.Identifiers.Month.Parse(list.Key.Month!).Title}, {list.Key.MonthBecause}).")
        .Concat(papers.Select(Spelling).Where(spelling => spelling.Length > 0).Select(spelling => spelling.TrimStart()));

    /// <summary><c>line 3</c>, <c>lines 3 to 9, 12</c>.</summary>
    private static string Lines(IEnumerable<int?> lines)
    {
        var runs = new List<(int First, int Last)>();
        foreach (var line in lines.OfType<int>().Order().Distinct())
        {
            if (runs.Count > 0 && runs[^1].Last == line - 1)
            {
                runs[^1] = (runs[^1].First, line);
            }
            else
            {
                runs.Add((line, line));
            }
        }

        var words = runs.Select(run => run.First == run.Last ? Number(run.First) : $"{Number(run.First)} to {Number(run.Last)}");
        return $"{(runs is [var (first, last)] && first == last ? "line" : "lines")} {string.Join(", ", words)}";
    }

    private static string Placed(AddedPaper paper) => $"{paper.Id ?? paper.Written} in line {Number(paper.SourceLine)}";

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Place(AddedPaper paper) => paper.SourceLine is { } line ? $"{paper.Source}, line {line}: " : "";

    private static string MonthOf(AddedPaper paper) => paper.OtherMonth is { } other
        ? $" Its first version is of {Arxiv.Identifiers.Month.Parse(other).Title}."
        : $" {Arxiv.Identifiers.Month.Parse(paper.Month!).Title}, {paper.MonthBecause}.";

    private static string Spelling(AddedPaper paper) =>
        paper is { Written: { } written, Source: { } source }
            ? $" In {source}, line {paper.SourceLine}, {paper.Id} is written {written}."
            : "";

    private static string Doubt(AddedPaper paper) => paper.OtherTitle is { } other
        ? $" {paper.Source}, line {paper.SourceLine}, calls it '{paper.Title}', and elsewhere it is '{other}': look whether another "
            + "paper was meant." : "";

    private static string Meant(AddedPaper paper) => paper.Suggestion is { } meant
        ? $" Is it {meant.Id}, '{meant.Title}' by {AuthorLine.Write([.. meant.Authors.Select(name => new Author(name))], namesShown: 3)} "
            + $"({meant.Day})? {char.ToUpperInvariant(meant.Why[0])}{meant.Why[1..]}. To add it: sheaf add {meant.Id}"
        : "";
}
