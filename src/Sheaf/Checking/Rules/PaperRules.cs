using Sheaf.Arxiv.Eprints;
using Sheaf.Lists.Import;
using Sheaf.Text;

namespace Sheaf.Checking.Rules;

/// <summary>Whether a paper is in the right place, and its day and authors are those claimed.</summary>
internal static class PaperRules
{
    public static IEnumerable<Finding> Of(ClaimLocation place, Verdicts facts)
    {
        if (facts.PaperOf(place) is not { } paper)
        {
            return [];
        }

        // Where another paper was meant, its day and authors are the other paper's too: one mistake, one finding.
        var compared = facts.IsWrong(place) ? [] : new[] { Day(place, paper), Authors(place, paper, facts) };
        return compared.Concat([Withdrawn(place, paper), OtherMonth(place, paper)]).OfType<Finding>();
    }

    private static Finding? Withdrawn(ClaimLocation place, Eprint paper) => paper.Withdrawn
        ? place.Finding(
            FindingCode.Withdrawn,
            $"{paper.Identifier} ('{paper.Title}') has been withdrawn by its authors or by arXiv. Take it off the list, or say so in the "
            + "note.")
        : null;

    /// <summary>A draft is made of the list, where the same paper is found already.</summary>
    private static Finding? OtherMonth(ClaimLocation place, Eprint paper) =>
        place is { File: { Kind: FileKind.Curated, Month: { } month }, Claim.IsEntry: true } && paper.Month != month
            ? place.Finding(
                FindingCode.OtherMonth,
                $"{paper.Identifier} was first submitted on {DayText.Long(DayOf(paper))}, so it belongs to {paper.Month.Title}, and this "
                + $"is the list of {month.Title}. Move it, or keep it if that is meant.")
            : null;

    private static Finding? Day(ClaimLocation place, Eprint paper)
    {
        var day = DayOf(paper);
        return place.Claim.Day is not { } claimed || IsOn(claimed, day)
            ? null
            : place.Finding(
                FindingCode.DateMismatch,
                $"The list says {claimed.Text}; {paper.Identifier} was first submitted on {DayText.Long(day)} "
                + $"(UTC).{OfAnotherVersion(claimed, paper)}");
    }

    private static string OfAnotherVersion(ClaimedDay claimed, Eprint paper) =>
        paper.Versions.FirstOrDefault(
            version => version.Version > 1 && IsOn(claimed, DateOnly.FromDateTime(version.Submitted.UtcDateTime))) is { } other
            ? $" That is the day of version {other.Version}." : " Correct the day.";

    private static Finding? Authors(ClaimLocation place, Eprint paper, Verdicts facts)
    {
        var claim = place.Claim;
        var strangers = ClaimedNames.NotAmong(paper.Authors, claim.Surnames);
        if (strangers.Count == 0)
        {
            return null;
        }

        var meant = strangers.Count == claim.Surnames.Count ? OfTheseAuthors(place, paper, facts) : null;
        if (meant is not null && claim.Title is null)
        {
            return place.Finding(
                FindingCode.WrongPaper,
                $"{string.Join(", ", claim.Surnames)} did not write {paper.Identifier} ('{paper.Title}'). {meant.Identifier} was meant: "
                + $"{meant.Why}.",
                meant);
        }

        return place.Finding(
            FindingCode.AuthorMismatch,
            $"{string.Join(", ", strangers)}: not among the authors of {paper.Identifier}, who are {Few(paper.Authors)}. Correct the "
            + "names.",
            meant);
    }

    /// <summary>
    /// The only other listed paper with the claimed authors, and with the claimed day where there is one; null where there are none or
    /// several.
    /// </summary>
    private static MeantPaper? OfTheseAuthors(ClaimLocation place, Eprint linked, Verdicts facts)
    {
        var fitting = facts.Known.Papers.Values
            .Where(paper => paper.Identifier != linked.Identifier && ClaimedNames.Lead(paper.Authors, place.Claim.Surnames))
            .Where(paper => place.Claim.Day is not { } day || IsOn(day, DayOf(paper)))
            .Take(2).ToList();
        return fitting is [var only]
            ? MeantPaper.Of(only, $"its authors{(place.Claim.Day is null ? " are" : " and day are")} those the list gives")
            : null;
    }

    private static bool IsOn(ClaimedDay claimed, DateOnly day) =>
        claimed.Day == day.Day && claimed.Month == day.Month && (claimed.Year is null || claimed.Year == day.Year);

    private static DateOnly DayOf(Eprint paper) => DateOnly.FromDateTime(paper.FirstSubmitted.UtcDateTime);


    private static string Few(IReadOnlyList<Author> authors) =>
        string.Join(", ", authors.Take(5).Select(author => author.Name)) + (authors.Count > 5 ? $" and {authors.Count - 5} more" : "");
}
