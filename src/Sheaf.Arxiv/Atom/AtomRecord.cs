using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Atom;

/// <summary>The record that an entry makes, if it says all that every entry must say.</summary>
internal static class AtomRecord
{
    private const string AbstractPage = "/abs/";

    /// <summary>
    /// What an error feed says in its one entry; null for the entry of an e-print. Most errors have an <c>id</c> below
    /// <c>/api/errors</c>, those about sorting link to the manual instead (field guide 2.5).
    /// </summary>
    public static string? ErrorOf(AtomEntry entry)
    {
        var isError = entry.Id.Contains("/api/errors", StringComparison.Ordinal)
            || (entry.Title == "Error" && !entry.Id.Contains(AbstractPage, StringComparison.Ordinal));
        return isError ? entry.Summary ?? "" : null;
    }

    /// <summary>The record, or what is wrong with the entry.</summary>
    public static bool TryMake(AtomEntry entry, [NotNullWhen(true)] out EprintRecord? record, [NotNullWhen(false)] out string? fault)
    {
        DateTimeOffset first = default, last = default;
        fault = !TryReadReference(entry.Id, out var reference) ? "id: not the address of an abstract page"
            : string.IsNullOrEmpty(entry.Title) ? "title: missing"
            : entry.Authors is null ? "author: missing"
            : entry.Summary is null ? "summary: missing"
            : entry.Categories.Count == 0 ? "category: missing"
            : !TryReadMoment(entry.Published, out first) ? "published: not a moment in time"
            : !TryReadMoment(entry.Updated, out last) ? "updated: not a moment in time"
            : null;
        record = fault is null ? Make(entry, reference, first, last) : null;
        return record is not null;
    }

    // Entries are asked for without a version, so the version shown is the most recent one.
    private static EprintRecord Make(AtomEntry entry, EprintReference reference, DateTimeOffset first, DateTimeOffset last) => new()
    {
        Identifier = reference.Identifier,
        Source = RecordSource.Atom,
        Version = reference.Version,
        LatestVersion = reference.Version,
        Title = entry.Title,
        Authors = entry.Authors,
        AuthorsRaw = entry.AuthorsRaw,
        Abstract = entry.Summary,
        Categories = entry.Categories,
        FirstSubmitted = first,
        LastSubmitted = last,
        Comment = entry.Comment ?? "",
        JournalRef = entry.JournalRef ?? "",
        Dois = entry.Dois,
    };

    private static bool TryReadReference(string id, out EprintReference reference)
    {
        var at = id.IndexOf(AbstractPage, StringComparison.Ordinal);
        reference = default;
        return at >= 0 && EprintReference.TryParse(id[(at + AbstractPage.Length)..], out reference);
    }

    private static bool TryReadMoment(string? text, out DateTimeOffset moment) => DateTimeOffset.TryParseExact(
        text,
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal
            | DateTimeStyles.AdjustToUniversal
            | DateTimeStyles.AllowLeadingWhite
            | DateTimeStyles.AllowTrailingWhite,
        out moment);
}
