using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Editing;
using Sheaf.Formulas;
using Sheaf.Lists;
using Sheaf.Store.Ledger;
using Sheaf.Store.Lists;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the page of one paper, whether the store has it or not.</summary>
internal sealed class PaperPages(DeskParts parts, DeskFrames frames, MonthDrafts drafts)
{
    private const int MostDecisions = 30;

    public PaperPageModel Make(ArxivIdentifier paper)
    {
        var known = parts.Local;
        var (stored, entry) = (known.Eprints.FindStored(paper), known.Ledger.Find([paper]).GetValueOrDefault(paper));
        var standings = new PaperStandings(parts.Suggestions.Decisions, frames.MonthUnderWork(), Month.Of(parts.Time.GetUtcNow()));
        var own = stored?.Eprint.Month ?? paper.AnnouncedIn;
        var month = standings.MonthOf(paper, own);
        var row = (stored is null ? RowOf(paper, standings) : RowOf(stored.Eprint, standings)) with
        {
            Words = standings.WordsOf(paper),
            Month = month.ToString(),
            Months = standings.MonthsOf(paper, own),
            Detail = stored is null ? null : DetailOf(stored.Eprint, month),
        };
        return new(
            frames.OfMonth(month, stored is null ? paper.ToString() : PaperText.Title(stored.Eprint), "paper"), row, Standing(paper, own))
        {
            Absent = stored is null ? PaperFacts.Absent(entry) : null,
            LookUp = stored is null && standings.Placed.Contains(paper) && !LookupOutcome.IsFinal(entry?.Reason) ? month.ToString() : null,
            Facts = stored is null ? [] : [.. PaperFacts.Of(stored, entry).Where(fact => fact.Value.Length > 0)],
            Versions = [.. (stored?.Eprint.Versions ?? []).Select(PaperFacts.Version)],
            Changes = [.. known.Changes.Since(DateTimeOffset.MinValue, [paper]).Select(PaperFacts.Change)],
            Signals = [.. known.Signals.Find(paper).Select(PaperFacts.Signal)],
        };
    }

    /// <summary>Where a paper stands, and what was decided on it.</summary>
    public PaperStandingModel Standing(ArxivIdentifier paper) => Standing(paper, parts.MonthOf(paper) ?? paper.AnnouncedIn);

    private PaperStandingModel Standing(ArxivIdentifier paper, Month own) => new(
        paper.ToString(), [.. Places(paper, own)],
        [
            .. parts.Files.LatestOf(paper, MostDecisions).Where(edit => EditEndpoints.PapersOf(edit).Contains(paper))
                .Select(edit => new PaperDecided(
                    edit.Number, Humanize.Moment(edit.Made, parts.Time.GetUtcNow()), WhatOf(edit), edit.IsUndone)),
        ]);

    private IEnumerable<PlaceLink> Places(ArxivIdentifier paper, Month own)
    {
        var months = new List<Month>();
        foreach (var list in parts.Files.Lists())
        {
            var month = list.Month ?? own;
            foreach (var entry in EntryReader.Of(list, [.. list.Entries.Where(entry => entry.Reference?.Identifier == paper)]))
            {
                months.Add(month);
                yield return new(
                    SafeText.OneLine($"{entry.File}, line {entry.Line}{(entry.Starred ? " ★" : "")}"
                        + $"{(entry.IsMention ? ", in passing" : "")}"
                        + $"{(entry.Section is { } section ? $", under “{section}”" : "")}"),
                    $"{DeskPaths.List(month)}#e-{entry.Key}", IsList: true);
            }
        }

        foreach (var month in months.Distinct())
        {
            if (LineOfDraft(month, paper) is { } line)
            {
                yield return new($"The draft of {month.Title}, line {line}", DeskPaths.Draft(month, line), IsList: false);
            }
        }

        foreach (var issue in parts.Suggestions.Decisions.Picks.PlacesOf(paper).Where(place => place.IsIssue))
        {
            yield return new(
                SafeText.OneLine($"published/{issue.File}, line {issue.Line}"),
                issue.Month is { } month ? DeskPaths.Publish(month) : null, IsList: false);
        }
    }

    /// <summary>The first line that names it, from 1; null where there is none.</summary>
    private int? LineOfDraft(Month month, ArxivIdentifier paper)
    {
        try
        {
            return drafts.Texts.Read(month, CancellationToken.None)?.Text.Split('\n').Index()
                .Where(line => IdentifierFinder.Find(line.Item).Any(one => one.Reference?.Identifier == paper))
                .Select(line => (int?)line.Index + 1).FirstOrDefault();
        }
        catch (Exception failure) when (failure is CurationException or IOException or UnauthorizedAccessException)
        {
            // A draft that cannot be read is named on its own page, and is no reason to tell nothing of a paper.
            return null;
        }
    }

    private static PaperRow RowOf(Eprint eprint, PaperStandings standings) => new(
        1, eprint.Identifier.ToString(), DeskMarkup.Of(TexHtml.From(PaperText.Title(eprint), PageFormulas.Begin())),
        PaperTold.NamesOf(eprint),
        DayText.Long(DateOnly.FromDateTime(eprint.FirstSubmitted.UtcDateTime)),
        UtcText.Day(DateOnly.FromDateTime(eprint.FirstSubmitted.UtcDateTime)), eprint.Categories, [],
        standings.StateOf(eprint.Identifier));

    private static PaperRow RowOf(ArxivIdentifier paper, PaperStandings standings) => new(
        1, paper.ToString(), DeskMarkup.Of($"{paper.ToString()}"), "", "", "", [], [], standings.StateOf(paper));

    private PaperDetail DetailOf(Eprint eprint, Month month) =>
        PaperTold.Of(eprint, month, (paragraph, formulas) => TexHtml.From(paragraph, formulas)) with
        {
            Comment = null,
            Same = [.. parts.Suggestions.SameAs(month, eprint.Identifier).Select(same => same.ToString())],
            Reasons = RefusalReasons.Of(parts.Suggestions.Refused),
            Back = $"/papers/{eprint.Identifier}",
        };

    private static string WhatOf(EditRow edit) => SafeText.OneLine(edit.Command == "desk" ? edit.What : $"{edit.Command} {edit.What}");
}
