using System.Globalization;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Names;
using Sheaf.Ranking;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Commands;

/// <summary>Suggestions as a person reads them.</summary>
internal static class SuggestView
{
    private const int NamesShown = 3;

    public static void Show(Terminal terminal, MonthSuggestions found)
    {
        foreach (var (file, line, text) in found.Unread)
        {
            terminal.Note($"{file}, line {line}: '{text}' names no paper; write an identifier such as 2404.19756, or delete the line.");
        }

        foreach (var issue in found.UnreadIssues)
        {
            terminal.Note($"{Workspace.ForReaders(issue.Path)} could not be read, so its papers may be suggested again. {issue.Problem}");
        }

        terminal.Say(Opening(found));
        foreach (var (rank, paper) in found.Papers.Index())
        {
            terminal.Say();
            Show(terminal, rank + 1, paper);
        }

        if (found.Papers.Count > 0)
        {
            terminal.Say();
            terminal.Say(
                $"To take all of these: sheaf add --month {found.Month} "
                + string.Join(' ', found.Papers.Select(paper => paper.Paper.Identifier)));
            terminal.Say("To hear no more of one: sheaf refuse REF, or for now sheaf later REF. To decide by one key each: --choose.");
        }

        if (found.PutOff > 0)
        {
            terminal.Say($"{Humanize.Number(found.PutOff)} put off: see later.txt.");
        }
    }

    /// <summary>One paper, in three or four lines.</summary>
    public static void Show(Terminal terminal, int rank, SuggestedPaper suggested)
    {
        var paper = suggested.Paper;
        var names = AuthorLine.Write([.. paper.Authors.Select(name => new Author(name))], NamesShown);
        terminal.Say($"{rank,3}. {PlainLine.Of(paper.Title)}");
        terminal.Say(
            $"     {names}{(names.Length == 0 ? "" : " ")}({paper.Submitted.ToString("d MMM", CultureInfo.InvariantCulture)}), "
            + $"https://arxiv.org/abs/{paper.Identifier}");
        if (suggested.Why.Length > 0)
        {
            terminal.Say($"     {suggested.Why}");
        }

        if (suggested.Same.Count > 0)
        {
            terminal.Say($"     also there as {string.Join(", ", suggested.Same)}");
        }
    }

    /// <summary>What a person should know of a kept ranking that was read as it is; null for nothing.</summary>
    public static string? NoteOn(MonthSuggestions found) => (found.Ranked, found.Kept) switch
    {
        (not null, KeptRanking.Stale) => $"This ranking is out of date: sheaf suggest {found.Month} makes it anew.",
        (not null, KeptRanking.Making) => "This ranking is out of date, and is being made anew this moment.",
        _ => null,
    };

    /// <summary><c>In April 2024, 7 of your 10 starred papers would have been in the top 30 of 8,120.</c></summary>
    public static string Sentence(Backtest back, Month current)
    {
        var when = back.Month == current.Previous ? "Last month" : $"In {back.Month.Title}";
        var (found, of, kind) = back.Starred > 0
            ? (back.StarredInTop, back.Starred, "starred paper")
            : (back.PicksInTop, back.Picks, "paper");
        var all = back.Starred > 0 && back.Starred < back.Picks ? $", and {back.PicksInTop} of all {back.Picks}," : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{when}, {found} of your {Humanize.Count(of, kind)}{all} would have been in the top {back.Top} of {back.Considered:N0}"
            + $"{WithoutSignals(back, found)}.");
    }

    /// <summary>What others noticed changes it from what to what; empty where nobody has said what they noticed.</summary>
    private static string WithoutSignals(Backtest back, int found)
    {
        if (back.WithoutSignals is not { } without)
        {
            return "";
        }

        var before = back.Starred > 0 ? without.StarredInTop : without.PicksInTop;
        var isSame = before == found && without.PicksInTop == back.PicksInTop;
        return isSame ? ", with the lists of what others noticed or without"
            : before == found ? $", and without the lists of what others noticed as many, of all {without.PicksInTop}"
            : $"; without the lists of what others noticed {before}";
    }

    private static string Opening(MonthSuggestions found)
    {
        if (found.Ranked is null)
        {
            return found.Kept == KeptRanking.Making
                ? $"No ranking of {found.Month.Title} is kept yet: it is being made this moment."
                : $"No ranking of {found.Month.Title} is kept: sheaf suggest {found.Month} makes one.";
        }

        if (found.Considered == 0)
        {
            return $"The store has no paper of {found.Month.Title} that you have not decided on: fetch the month with sheaf backfill "
                + $"--from {found.Month} --to {found.Month} --sweep.";
        }

        var taste = found.FallsBack
            ? found.Picks == 0
                ? "You have no picks of earlier months to learn from, so they are ranked by what others picked, if by anything"
                : $"{Humanize.Count(found.Picks, "pick")} of earlier months are too few to learn a taste from, so they are ranked "
                    + "by the words and categories of these"
            : $"Ranked by what you picked before: {Humanize.Count(found.Picks, "paper")}";
        return $"{Humanize.Count(found.Considered, "paper")} of {found.Month.Title} on none of your lists. {taste}.";
    }
}
