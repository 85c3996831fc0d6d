using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Drafts;
using Sheaf.Drafts.Formats;
using Sheaf.Editing;
using Sheaf.Formulas;
using Sheaf.Lists;
using Sheaf.Store.Ledger;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the page of a month's list.</summary>
internal sealed class ListPages(DeskParts parts, DeskFrames frames, BallotPages ballots)
{
    private const int NamesShown = 4;

    /// <param name="month">The month.</param>
    /// <param name="answers">What became of a text that was pasted; none where none was.</param>
    public ListPageModel Make(Month month, IReadOnlyList<string>? answers = null)
    {
        parts.EnsureReadable(month);
        var (lists, formulas) = (parts.Files.Lists(), PageFormulas.Begin());
        var identifiers = lists.SelectMany(list => list.Entries).Select(entry => entry.Reference?.Identifier).OfType<ArxivIdentifier>()
            .Distinct().ToList();
        var known = parts.Local.Eprints.Find(identifiers);
        var ledger = parts.Local.Ledger.Find(identifiers);
        Month? MonthOf(ArxivIdentifier paper) => known.TryGetValue(paper, out var eprint) ? eprint.Month : null;
        var entries = parts.Entries.Read(month, MonthOf);
        var ballot = ballots.Find(month, out var unreadVotes);
        var competing = CompetingNotes.Among(MonthlyList.Drafted(month, lists, MonthOf));
        return new(
            frames.OfMonth(month, $"List, {month.Title}", "list"), month.ToString(),
            [
                .. entries.ChunkBy(entry => (entry.File, entry.Section)).Select(section => new ListSection(
                    section.Key.Section, section.Key.File,
                    [.. section.Entries.Select(entry => Row(month, entry, known, ledger, formulas) with
                    {
                        Votes = BallotPages.VotesOn(ballot, entry.Paper),
                    })])),
            ])
        {
            Headings = [.. entries.Select(entry => entry.Section).OfType<string>().Distinct()],
            Ballot = ballots.StateOf(month, ballot, unreadVotes, suggestions: 0, entries.Count),
            Answers = answers ?? [],
            Conflicts = [.. competing.Select(notes => SafeText.OneLine(
                $"{notes.Paper} has several notes, and the draft takes the first: "
                + $"{string.Join("; ", notes.Notes.Select(note => $"{note.File}, line {note.Line}: “{note.Text}”"))}."))],
        };
    }

    private static ListRow Row(
        Month month, ListEntry entry, IReadOnlyDictionary<ArxivIdentifier, Eprint> known,
        IReadOnlyDictionary<ArxivIdentifier, LedgerEntry> ledger, PageFormulas formulas)
    {
        var paper = entry.Paper is { } id ? known.GetValueOrDefault(id) : null;
        var title = paper is null ? SafeText.OneLine(entry.Written) : PaperText.Title(paper);
        return new(
            entry.Key, entry.Etag, entry.Paper?.ToString(), DeskMarkup.Of(TexHtml.From(title, formulas)),
            paper is null
                ? ""
                : $"{NamesOf(paper)}, {DayText.Short(paper.FirstSubmitted)}",
            entry.Starred, string.Join(' ', entry.Tags.Select(tag => $"#{tag}")), entry.Note ?? "", entry.Section ?? "", entry.Line)
        {
            Problem = entry.Problem is { } problem ? SafeText.OneLine(problem) : null,
            Missing = entry.Paper is { } wanted && paper is null ? WhyMissing(ledger.GetValueOrDefault(wanted)) : null,
            IsMention = entry.IsMention,
            Back = $"/{month}/list#e-{entry.Key}",
        };
    }

    private static string NamesOf(Eprint paper)
    {
        var names = PaperText.Authors(paper).ToList();
        return string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown || paper.HasOtherAuthors ? " et al." : "");
    }

    private static string WhyMissing(LedgerEntry? entry) => entry?.Reason is { } reason
        ? SafeText.OneLine($"It is missing: {entry.Detail ?? reason.Replace('-', ' ')}.")
        : "It has not been fetched yet.";
}

internal static class Chunks
{
    /// <summary>Neighbours of the same key together.</summary>
    public static IEnumerable<(TKey Key, IReadOnlyList<T> Entries)> ChunkBy<T, TKey>(this IEnumerable<T> items, Func<T, TKey> keyOf)
    {
        List<T>? open = null;
        TKey? key = default;
        foreach (var item in items)
        {
            var own = keyOf(item);
            if (open is not null && EqualityComparer<TKey>.Default.Equals(key, own))
            {
                open.Add(item);
                continue;
            }

            if (open is not null)
            {
                yield return (key!, open);
            }

            (open, key) = ([item], own);
        }

        if (open is not null)
        {
            yield return (key!, open);
        }
    }
}
