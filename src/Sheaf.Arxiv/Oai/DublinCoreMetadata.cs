using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Oai;

/// <summary>
/// The format <c>oai_dc</c>, in which the order of equal elements tells what they are (field guide 3.4). Classes of MSC and ACM stand among
/// the subjects without a word which is which: they are not read.
/// </summary>
internal sealed class DublinCoreMetadata : OaiMetadata
{
    private const string Doi = "doi:";

    protected override EprintRecord Complete(EprintRecord record, OaiHeader header)
    {
        var descriptions = Texts("description");
        var identifiers = Texts("identifier").Select(MetadataText.OneLine).Where(identifier => !IsAddress(identifier)).ToList();
        var creators = Texts("creator").Select(Natural).ToList();
        var days = Texts("date").Select(OaiHeader.Day).OfType<DateOnly>().ToList();
        return record with
        {
            Authors = creators.Count > 0 ? AuthorName.Tidy(creators.Select(name => new Author(name))) : null,
            AuthorsRaw = creators.Exists(AuthorName.SpeaksOfOthers) ? string.Join(", ", creators) : null,
            Abstract = descriptions is [var summary, ..] ? MetadataText.Paragraphs(summary) : null,
            Comment = descriptions is [_, var comment, ..] ? MetadataText.OneLine(comment) : "",
            Categories = SubjectNames.CategoriesOf(Texts("subject").Select(MetadataText.OneLine), header.Sets),
            FirstSubmitted = days is [var first, ..] ? Midnight(first) : null,
            LastSubmitted = days is [.., var last] ? Midnight(last) : null,
            JournalRef = identifiers.FirstOrDefault(identifier => !IsDoi(identifier)) ?? "",
            Dois = [.. identifiers.Where(IsDoi).SelectMany(DoiField.Parse)],
        };
    }

    protected override string? FaultOf(EprintRecord record) => record.FirstSubmitted is null ? "date: no day" : null;

    private static bool IsAddress(string identifier) =>
        identifier.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || identifier.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    private static bool IsDoi(string identifier) => identifier.StartsWith(Doi, StringComparison.OrdinalIgnoreCase);

    // A suffix can bring a comma of its own, "Example, Jr., B.": forenames begin after the last.
    private static string Natural(string creator)
    {
        var name = MetadataText.OneLine(creator);
        return name.LastIndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? $"{name[(comma + 2)..]} {name[..comma]}" : name;
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
