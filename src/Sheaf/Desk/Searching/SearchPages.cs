using Sheaf.Answers;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Formulas;
using Sheaf.Searching;
using Sheaf.Store.Search;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the page of a search, and what is told there of one paper.</summary>
internal sealed class SearchPages(DeskParts parts, DeskFrames frames)
{
    private const int Window = 50;

    public SearchPageModel Make(SearchAsked asked, CancellationToken cancellationToken)
    {
        var page = new SearchPageModel(frames.OfAll("Search", "search"), asked.Fields);
        try
        {
            return asked.IsEmpty ? page : Find(page, asked, cancellationToken);
        }
        catch (BadInputException nothing)
        {
            return page with { Problem = SafeText.OneLine(nothing.Message) };
        }
    }

    /// <summary>What is told of a paper when it is open; null where the store does not have it.</summary>
    /// <param name="paper">The paper.</param>
    /// <param name="asked">By which it was found: its words are marked.</param>
    public PaperDetail? Detail(ArxivIdentifier paper, SearchAsked asked) => parts.Local.Eprints.Find(paper) is { } eprint
        ? Detail(eprint, NewStandings().MonthOf(eprint), TermsOf(asked.Fields.Query), asked.Path)
        : null;

    private SearchPageModel Find(SearchPageModel page, SearchAsked asked, CancellationToken cancellationToken)
    {
        var fields = asked.Fields;
        var filter = PaperSearch.FilterOf(fields.Category, fields.Author, ("From", fields.From), ("To", fields.To));
        var standings = NewStandings();
        var found = PaperSearch.Window(
            parts.Local, fields.Query, filter,
            new SearchWindow(Window)
            {
                IsNewestFirst = fields.Order == "newest",
                Behind = PaperOf(asked.Behind),
                Before = PaperOf(asked.Before),
                Among = fields.Show == "listed" ? standings.Placed : null,
                IsLeftOut = fields.Show == "open" ? standings.IsDecided : _ => false,
            },
            cancellationToken);
        var (terms, formulas, open) = (TermsOf(fields.Query), PageFormulas.Begin(), PaperOf(asked.Open));
        return page with
        {
            Rows = [.. found.Papers.Select((paper, place) => Row(paper, place + 1, standings, terms, formulas) with
            {
                Back = $"{asked.Path}#p-{AnchorOf(paper.Paper.Identifier)}",
                Detail = paper.Paper.Identifier == open
                    ? Detail(paper.Paper, standings.MonthOf(paper.Paper), terms, asked.Path)
                    : null,
            })],
            Total = TotalOf(found),
            Bound = found.IsBounded
                ? $"More than {Humanize.Number(SearchIndex.MostRanked)} papers have these words: the newest "
                    + $"{Humanize.Number(SearchIndex.MostRanked)} of them are put in this order. All of them are there by day."
                : null,
            Unknown = found.Count == 0 && IdentifierFinder.TryReadReference(fields.Query, out var named)
                ? named.Identifier.ToString()
                : null,
            Here = asked.Path,
            PreviousPath = found is { HasBefore: true, Papers: [var first, ..] }
                ? (asked with { Behind = "", Before = first.Paper.Identifier.ToString() }).Path
                : null,
            NextPath = found is { HasMore: true, Papers: [.., var last] }
                ? (asked with { Behind = last.Paper.Identifier.ToString(), Before = "" }).Path
                : null,
        };
    }

    private PaperStandings NewStandings() => new(parts.Suggestions.Decisions, frames.MonthUnderWork(), Month.Of(parts.Time.GetUtcNow()));

    private PaperDetail Detail(Eprint eprint, Month month, IReadOnlyList<QueryTerm> terms, string back) =>
        PaperTold.Of(eprint, month, (paragraph, formulas) => MarkedText.Of(paragraph, formulas, OfAbstract(terms))) with
        {
            Same = [.. parts.Suggestions.SameAs(month, eprint.Identifier).Select(same => same.ToString())],
            Reasons = RefusalReasons.Of(parts.Suggestions.Refused),
            Back = $"{back}#p-{AnchorOf(eprint.Identifier)}",
        };

    private static PaperRow Row(
        FoundPaper found, int rank, PaperStandings standings, IReadOnlyList<QueryTerm> terms, PageFormulas formulas)
    {
        var paper = found.Paper;
        var title = PaperText.Title(paper);
        return new(
            rank, paper.Identifier.ToString(),
            DeskMarkup.Of(MarkedText.Of(
                title.Length == 0 ? paper.Identifier.ToString() : title, formulas,
                [.. terms.Where(term => term.Column is null or "title")])),
            PaperTold.NamesOf(paper),
            DayText.Short(paper.FirstSubmitted), UtcText.Day(DateOnly.FromDateTime(paper.FirstSubmitted.UtcDateTime)), paper.Categories, [],
            standings.StateOf(paper.Identifier))
        {
            Excerpt = DeskMarkup.Of(MarkedText.Of(found.Excerpt)),
            Words = standings.WordsOf(paper.Identifier),
            Places = standings.PlacesOf(paper),
            Month = standings.MonthOf(paper).ToString(),
            Months = standings.MonthsOf(paper),
        };
    }

    private static string TotalOf(FoundWindow found) =>
        found.Count == 0 ? "No paper of the store has all of this: try fewer words, the beginning of a word (adapt*), or fewer filters."
        : found.Count > FoundWindow.MostCounted ? $"More than {Humanize.Count(FoundWindow.MostCounted, "paper")}"
        : Humanize.Count(found.Count, "paper");

    private static IReadOnlyList<QueryTerm> TermsOf(string query) => SearchQuery.Parse(query).Terms;

    private static IReadOnlyList<QueryTerm> OfAbstract(IReadOnlyList<QueryTerm> terms) =>
        [.. terms.Where(term => term.Column is null or "abstract")];

    private static ArxivIdentifier? PaperOf(string text) => text.Length == 0 ? null : DeskRequest.PaperOf(text);

    private static string AnchorOf(ArxivIdentifier paper) => paper.ToString().Replace('/', '-');
}
