using System.Globalization;
using Sheaf.Answers;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Desk.Pages;
using Sheaf.Drafts.Formats;
using Sheaf.Editing;
using Sheaf.Formulas;
using Sheaf.Searching;
using Sheaf.Text;

namespace Sheaf.Desk;

/// <summary>Makes the page of a search, and that of one paper.</summary>
internal sealed class SearchPages(DeskParts parts, DeskFrames frames)
{
    private const int Most = 50;
    private const int NamesShown = 5;

    /// <summary>All of these may be empty.</summary>
    public SearchPageModel Make(string query, string author, string category, CancellationToken cancellationToken)
    {
        var frame = frames.OfAll("Search", "search");
        if (query.Length == 0 && author.Length == 0 && category.Length == 0)
        {
            return new(frame, query, author, category, null);
        }

        try
        {
            var filter = new SearchFilter(category.Length == 0 ? null : category, author.Length == 0 ? null : author, null, null);
            var found = PaperSearch.Find(parts.Local, query, filter, Most, cancellationToken);
            var states = parts.States();
            return new(frame, query, author, category, [.. found.Select(paper => Row(paper, states))]);
        }
        catch (BadInputException nothing)
        {
            return new(frame, query, author, category, null) { Problem = nothing.Message };
        }
    }

    /// <summary>Null where the store does not have the paper.</summary>
    public PaperPageModel? Make(ArxivIdentifier id)
    {
        if (parts.Local.Eprints.FindStored(id) is not { } stored)
        {
            return null;
        }

        var (paper, formulas) = (stored.Eprint, PageFormulas.Begin());
        var month = Month.Of(paper.FirstSubmitted);
        return new(
            frames.OfMonth(month, PaperText.Title(paper), "paper"), id.ToString(),
            DeskMarkup.Of(TexHtml.From(PaperText.Title(paper), formulas)),
            DeskMarkup.Of(Html.Lines(PaperText.Abstract(paper).Select(paragraph => (Html)$"<p>{TexHtml.From(paragraph, formulas)}</p>"))),
            [.. Facts(stored).Where(fact => fact.Value.Length > 0)],
            month.ToString(), StateName.Of(parts.States().Of(id)));
    }

    private static IEnumerable<PaperFact> Facts(Store.Eprints.StoredEprint stored)
    {
        var paper = stored.Eprint;
        yield return new("Authors", string.Join(", ", PaperText.Authors(paper)) + (paper.HasOtherAuthors ? " et al." : ""));
        yield return new("Submitted", DayText.Long(DateOnly.FromDateTime(paper.FirstSubmitted.UtcDateTime)));
        yield return new(
            "Version",
            paper.LatestVersion == 1
                ? "v1"
                : string.Create(CultureInfo.InvariantCulture, $"v{paper.LatestVersion}, {DayText.Short(paper.LastSubmitted)}"));
        yield return new(
            "Categories", string.Join(", ", paper.Categories),
            $"/search?category={Uri.EscapeDataString(paper.PrimaryCategory)}");
        yield return new("Comment", PaperText.LineOf(paper.Comment) ?? "");
        yield return new("Journal", PaperText.LineOf(paper.JournalRef) ?? "");
        yield return new("DOI", SafeText.OneLine(string.Join(", ", paper.Dois)));
        yield return new("Withdrawn", paper.Withdrawn ? "yes" : "");
        yield return new("Fetched", stored.Fetched.ToString("d MMM yyyy HH:mm 'UTC'", CultureInfo.InvariantCulture));
    }

    private static FoundRow Row(FoundPaper found, PaperStates states)
    {
        var paper = found.Paper;
        var names = PaperText.Authors(paper).ToList();
        var state = StateName.Of(states.Of(paper.Identifier));
        return new(
            paper.Identifier.ToString(), DeskMarkup.Of(Marked(found.Title)),
            string.Join(", ", names.Take(NamesShown)) + (names.Count > NamesShown || paper.HasOtherAuthors ? " et al." : ""),
            DayText.Short(paper.FirstSubmitted), paper.Categories, DeskMarkup.Of(Marked(found.Excerpt)), state == "open" ? null : state);
    }

    private static Html Marked(IEnumerable<ExcerptPart> parts)
    {
        var pieces = parts.Select(part => part.Hit ? (Html)$"<mark>{part.Text}</mark>" : $"{part.Text}").ToList();
        return $"{pieces}";
    }
}
