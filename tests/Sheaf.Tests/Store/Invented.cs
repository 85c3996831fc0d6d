using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Tests.Store;

/// <summary>Records of invented e-prints.</summary>
internal static class Invented
{
    public static readonly DateTimeOffset Submitted = new(2024, 4, 30, 21, 20, 17, TimeSpan.Zero);

    public static readonly DateTimeOffset Today = new(2024, 5, 10, 8, 0, 0, TimeSpan.Zero);

    public static ArxivIdentifier Id(string text) => ArxivIdentifier.Parse(text);

    /// <summary>As the query API gives it: without history, report number or licence.</summary>
    public static EprintRecord Atom(string identifier) => new()
    {
        Identifier = Id(identifier),
        Source = RecordSource.Atom,
        Version = 2,
        LatestVersion = 2,
        Title = "On $α$-Sheaves",
        Authors = [new("Ada Example"), new("Bo Specimen", ["Institute of Gears"])],
        Abstract = "We bind papers.",
        Categories = ["cs.LG", "stat.ML"],
        FirstSubmitted = Submitted,
        LastSubmitted = Submitted.AddDays(2),
        Comment = "12 pages",
        JournalRef = "",
        Dois = [],
    };

    /// <summary>As its abstract page gives it: whole.</summary>
    public static EprintRecord Page(string identifier) => Atom(identifier) with
    {
        Source = RecordSource.Page,
        Title = @"On $\alpha$-Sheaves",
        Authors = [new("Ada Example III"), new("Bo Specimen", ["Institute of Gears"]), new("Zoë Muster")],
        AuthorsRaw = @"Ada Example III, Bo Specimen (Institute of Gears), Zo\""e Muster",
        Abstract = "We bind papers.\nAnd 紙 too.",
        Versions = [new(1, Submitted, 120, false), new(2, Submitted.AddDays(2), null, false)],
        JournalRef = "J. Gears 12 (2024) 1-9",
        Dois = ["10.1000/gears.1", "10.1000/gears.2"],
        ReportNumber = "",
        MscClass = "14F05",
        AcmClass = "",
        License = "http://creativecommons.org/licenses/by/4.0/",
        Withdrawn = false,
        Proxy = "VTEX",
    };
}
