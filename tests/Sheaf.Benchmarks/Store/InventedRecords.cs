using System.Globalization;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Benchmarks.Store;

/// <summary>What abstract pages say of papers that do not exist.</summary>
internal static class InventedRecords
{
    private static readonly DateTimeOffset Submitted = new(2024, 4, 30, 21, 20, 17, TimeSpan.Zero);

    /// <summary>No identifier has a higher number.</summary>
    private const int MostOfAMonth = 99_999;

    public static IEnumerable<EprintRecord> Of(int count)
    {
        var text = new InventedText();
        return Enumerable.Range(1, count)
            .Select(
                number => Record(
                    string.Create(
                        CultureInfo.InvariantCulture, $"{2404 + ((number - 1) / MostOfAMonth)}.{((number - 1) % MostOfAMonth) + 1:D5}"),
                        text));
    }

    private static EprintRecord Record(string id, InventedText text)
    {
        var authors = text.Authors();
        return new EprintRecord
        {
            Identifier = ArxivIdentifier.Parse(id),
            Source = RecordSource.Page,
            Version = 2,
            LatestVersion = 2,
            Title = text.Title(),
            Authors = [.. authors.Select(name => new Author(name))],
            AuthorsRaw = string.Join(", ", authors),
            Abstract = text.Abstract(),
            Categories = ["cs.CL", "cs.LG", "stat.ML"],
            FirstSubmitted = Submitted,
            LastSubmitted = Submitted.AddDays(2),
            Versions = [new(1, Submitted, 120, Withdrawn: false), new(2, Submitted.AddDays(2), 121, Withdrawn: false)],
            Comment = "12 pages, 3 figures",
            JournalRef = text.OnceIn(5) ? "J. Gears 12 (2024) 1-9" : "",
            Dois = [],
            ReportNumber = "",
            MscClass = "",
            AcmClass = "",
            License = "http://creativecommons.org/licenses/by/4.0/",
            Withdrawn = false,
        };
    }
}
