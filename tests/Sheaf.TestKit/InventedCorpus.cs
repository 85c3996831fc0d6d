using Sheaf.Replica;

namespace Sheaf.TestKit;

/// <summary>Invented papers, one for each way a paper can look.</summary>
internal static class InventedCorpus
{
    public const string Text = "We study widgets and gears.";

    public static CorpusPaper Plain { get; } = Paper("2405.99901", "Widgets and gears");

    public static CorpusPaper ThreeVersions { get; } = Paper("2405.99902", "A revised widget") with
    {
        Versions =
        [
            new CorpusVersion(1, At("2024-04-30T21:20:17Z")) { SizeKb = 3012 },
            new CorpusVersion(2, At("2024-05-02T01:29:17Z")) { SizeKb = 13017 },
            new CorpusVersion(3, At("2024-10-13T21:05:31Z")) { SizeKb = 7 },
        ],
    };

    public static CorpusPaper WithdrawnInTheEnd { get; } = ThreeVersions with
    {
        Id = "2405.99903",
        Withdrawn = true,
        Comment = "Withdrawn: the gear slips",
    };

    public static CorpusPaper DeletedByArxiv { get; } = Paper(
        "2405.99904", "A gear twice") with
    { Deleted = "was a duplicate of 2405.99901" };

    public static CorpusPaper Old { get; } = Paper("hep-th/9901001", "An old gear") with
    {
        Categories = ["hep-th"],
        Versions = [new CorpusVersion(1, At("1999-01-01T01:01:10Z")) { SizeKb = 15 }],
    };

    public static CorpusPaper Full { get; } = Paper(
        "2405.99905", """Erd\H{o}s gears at $\tilde{\Theta}(n)$ & the $\alpha = \beta$ case, see arXiv:2301.00001v2""") with
    {
        AuthorsRaw = """Jos\'e van der Berg (1), Wei Li Jr. (1 and 2), for the WIDGET Collaboration ((1) Gear Inst., (2) Cog Lab)""",
        Abstract = "For $a<b$ & G\\\"odel's $\\alpha$, code at https://github.com/acme/widget.\n"
            + "See github.com/acme/gear and http://arxiv.org/abs/2301.00001, too.",
        Categories = ["math.IT", "cs.IT", "stat.ML"],
        Comment = """12 pages, $\gamma$ rays""",
        JournalRef = "J. Gears 12 (2024) 1-9",
        ReportNumber = "GEAR-24-1",
        MscClass = "05C85; 68R10",
        AcmClass = "F.2.2",
        Doi = ["10.1000/gears.2024.1", "10.1000/gears.2024.2"],
        License = "http://creativecommons.org/licenses/by/4.0/",
        LastModified = At("2024-06-01T12:00:00Z"),
    };

    public static CorpusPaper ManyAuthors { get; } = Paper("2405.99906", "A gear of many hands") with
    {
        Authors = [.. Enumerable.Range(1, 106).Select(number => new CorpusAuthor($"Ada Specimen{number}"))],
    };

    public static IReadOnlyList<CorpusPaper> All { get; } =
        [Plain, ThreeVersions, WithdrawnInTheEnd, DeletedByArxiv, Old, Full, ManyAuthors];

    public static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    public static CorpusPaper Paper(string id, string title) => new()
    {
        Id = id,
        Title = title,
        Authors = [new CorpusAuthor("Ada Specimen") { Affiliations = ["Inst. of Gears"] }, new CorpusAuthor("Bo Example")],
        Abstract = Text,
        Categories = ["cs.CL"],
        FirstSubmitted = At("2024-04-30T21:20:17Z"),
    };
}
