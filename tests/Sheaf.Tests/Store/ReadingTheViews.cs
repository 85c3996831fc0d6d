using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Lists;
using Sheaf.Store.Runs;

namespace Sheaf.Tests.Store;

/// <summary>People and their scripts query these: columns may be added, not changed.</summary>
public sealed class ReadingTheViews : IDisposable
{
    private readonly TemporaryStore _store = new();

    public ReadingTheViews()
    {
        _store.Eprints.SavePage(Invented.Page("2405.00208"), lastModified: null, Invented.Today);
        _store.Ledger.Ask([Invented.Id("2404.00001")], Invented.Today);
        _store.Curated.Replace(new CuratedListRow(
            "2024-04.md",
            new Month(2024, 4),
            "a",
            [
                new()
                {
                    Line = 3,
                    Raw = "2405.00208v1",
                    Identifier = Invented.Id("2405.00208"),
                    Version = 1,
                    Starred = true,
                    Tags = ["a", "b"],
                    Note = "Nice.",
                },
                new() { Line = 4, Raw = "2404.1", Problem = "too short" },
            ]));
        var run = _store.Runs.Start("harvest", Invented.Today);
        _store.Runs.Finish(run, new RunResult { Finished = Invented.Today.AddSeconds(75), AtomRequests = 1, PageRequests = 4, Exit = 1 });
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Papers() => Assert.Equal(
        [
            @"2405.00208|2|On $\alpha$-Sheaves|Ada Example III, Bo Specimen, Zoë Muster|cs.LG|cs.LG, stat.ML|2024-04"
            + @"|2024-04-30T21:20:17Z|2024-05-02T21:20:17Z|"
            + "12 pages|J. Gears 12 (2024) 1-9|10.1000/gears.1 "
            + "10.1000/gears.2||14F05||http://creativecommons.org/licenses/by/4.0/|0|VTEX|2024-05-10T08:00:00Z|"
            + "https://arxiv.org/abs/2405.00208",
        ],
        _store.Ask(
            """
            SELECT identifier, latest_version, title, authors, primary_category, categories, month, first_submitted, last_submitted,
                comment, journal_ref,
                   dois, report_number, msc_class, acm_class, license, withdrawn, proxy, fetched, address
            FROM papers
            """));

    [Fact]
    public void Entries() => Assert.Equal(
        [
            @"2024-04|2024-04.md|1|3|2405.00208v1|2405.00208||1|1|a b|Nice.||0||On $\alpha$-Sheaves",
            "2024-04|2024-04.md|2|4|2404.1||too short||0||||0||",
        ],
        _store.Ask(
            """
            SELECT month, list, position, line, raw, identifier, problem, version, starred, tags, note, section, mention, claimed_title,
                title
            FROM entries ORDER BY list, position
            """));

    [Fact]
    public void Ledger() => Assert.Equal(
        [
            "2404.00001|||missing|not-yet-tried||2024-05-10T08:00:00Z|0|||",
            @"2405.00208|2024-04|On $\alpha$-Sheaves|fetched|||2024-05-10T08:00:00Z|1|2024-05-10T08:00:00Z|2024-05-10T08:00:00Z|",
        ],
        _store.Ask(
            """
            SELECT identifier, month, title, state, reason, detail, first_asked, attempts, last_attempt, last_looked, next_attempt
            FROM ledger ORDER BY identifier
            """));

    [Fact]
    public void Runs() => Assert.Equal(
        ["1|harvest|2024-05-10T08:00:00Z|2024-05-10T08:01:15Z|75|0|0|0|0|5|1||"],
        _store.Ask(
            "SELECT id, command, started, finished, seconds, asked, fetched, unchanged, missing, requests, exit, waiting_until, error "
            + "FROM runs"));

    /// <summary>
    /// ORDER BY inside an aggregate is of SQLite 3.44, and a tool before that cannot open a file with one such view at all.
    /// </summary>
    [Fact]
    public void The_tools_of_older_systems_can_open_the_store() => Assert.DoesNotContain(
        _store.Ask("SELECT replace(sql, char(10), ' ') FROM sqlite_schema WHERE sql IS NOT NULL"),
        sql => Regex.IsMatch(sql, @"group_concat\([^()]*ORDER BY", RegexOptions.IgnoreCase));
}
