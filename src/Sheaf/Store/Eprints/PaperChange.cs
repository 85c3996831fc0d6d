using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Eprints;

/// <summary>Something that arXiv changed about a paper that Sheaf had read before.</summary>
/// <param name="Identifier">The paper.</param>
/// <param name="What"><c>version</c>, <c>withdrawn</c>, <c>title</c>, <c>authors</c>, <c>doi</c> or <c>journal-ref</c>.</param>
/// <param name="Before">As it was; null where there was none.</param>
/// <param name="After">As it is; null where there is none any more.</param>
/// <param name="Noticed">When Sheaf heard of it.</param>
internal sealed record PaperChange(ArxivIdentifier Identifier, string What, string? Before, string? After, DateTimeOffset Noticed)
{
    /// <summary>
    /// What two records of the same source differ in. A field that one of them does not carry is no change. Other sources spell the same
    /// title and the same names otherwise, so records of two sources are not to be compared, and of the query API, which damages both
    /// (field guide 2.3), the version alone counts.
    /// </summary>
    internal static IEnumerable<PaperChange> Between(EprintRecord before, EprintRecord after, DateTimeOffset noticed)
    {
        (string What, string? Before, string? After)[] fields =
        [
            ("version", VersionOf(before), VersionOf(after)),
            ("withdrawn", WithdrawnOf(before), WithdrawnOf(after)),
            ("title", before.Title, after.Title),
            ("authors", AuthorsOf(before), AuthorsOf(after)),
            ("doi", DoisOf(before), DoisOf(after)),
            ("journal-ref", before.JournalRef, after.JournalRef),
        ];
        var telling = after.Source is RecordSource.Page or RecordSource.Oai ? fields : fields[..1];
        return telling.Where(field => field.After is not null && field.Before is not null && field.Before != field.After)
            .Select(field => new PaperChange(after.Identifier, field.What, OrNull(field.Before), OrNull(field.After), noticed));
    }

    private static string? VersionOf(EprintRecord record) => record.LatestVersion is { } version ? $"v{version}" : null;

    private static string? WithdrawnOf(EprintRecord record) => record.Withdrawn switch { true => "withdrawn", false => "", null => null };

    private static string? AuthorsOf(EprintRecord record) =>
        record.Authors is { } authors ? string.Join(", ", authors.Select(author => AuthorName.Tidy(author.Name)).OfType<string>()) : null;

    private static string? DoisOf(EprintRecord record) => record.Dois is { } dois ? string.Join(' ', dois) : null;

    private static string? OrNull(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
