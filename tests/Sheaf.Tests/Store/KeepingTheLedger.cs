using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Ledger;

namespace Sheaf.Tests.Store;

public sealed class KeepingTheLedger : IDisposable
{
    private const string LastModified = "Thu, 02 May 2024 01:29:17 GMT";

    private static readonly ArxivIdentifier Paper = Invented.Id("2405.00208");

    private readonly TemporaryStore _store = new();

    private LedgerEntry Entry => Assert.Single(_store.Ledger.Find([Paper])).Value;

    public void Dispose() => _store.Dispose();

    [Fact]
    public void What_is_asked_for_is_missing_until_it_is_tried()
    {
        _store.Ledger.Ask([Paper], Invented.Today);

        Assert.Equal(
            new LedgerEntry
            {
                Identifier = Paper,
                Fetched = false,
                Reason = LookupOutcome.NotYetTried,
                FirstAsked = Invented.Today,
                Attempts = 0,
            },
            Entry);
    }

    [Fact]
    public void Asking_again_changes_nothing()
    {
        _store.Ledger.Ask([Paper], Invented.Today);
        _store.Eprints.SavePage(Invented.Page("2405.00208"), LastModified, Invented.Today);
        var before = _store.Dump();

        _store.Ledger.Ask([Paper, Paper], Invented.Today.AddDays(1));

        Assert.Equal(before, _store.Dump());
    }

    [Fact]
    public void A_page_that_was_read_settles_it()
    {
        _store.Ledger.Ask([Paper], Invented.Today);
        _store.Ledger.Miss(Paper, LookupOutcome.ArxivUnavailable, "503", Invented.Today.AddHours(1));

        _store.Eprints.SavePage(Invented.Page("2405.00208"), LastModified, Invented.Today.AddHours(2));

        Assert.Equal(
            new LedgerEntry
            {
                Identifier = Paper,
                Fetched = true,
                FirstAsked = Invented.Today,
                Attempts = 2,
                LastAttempt = Invented.Today.AddHours(2),
                LastLooked = Invented.Today.AddHours(2),
                ServedBy = "page",
                Served = Invented.Today.AddHours(2),
                Title = "On $\\alpha$-Sheaves",
                PageLastModified = LastModified,
                FirstSubmitted = Invented.Submitted,
            },
            Entry);
        Assert.NotNull(_store.Eprints.Find(Paper));
    }

    [Fact]
    public void A_standing_says_in_short_how_it_is_with_any_paper()
    {
        _store.Eprints.SavePage(Invented.Page("2405.00208") with { Withdrawn = true }, LastModified, Invented.Today);
        _store.Eprints.Save([Invented.Atom("2405.00209")], Invented.Today);
        _store.Ledger.Miss(Invented.Id("2405.00210"), LookupOutcome.NotFound, "404", Invented.Today);

        var standings = _store.Ledger.Standings(["2405.00208", "2405.00209", "2405.00210", "2405.00211", "2405.00208"]);

        Assert.Equal(
            [
                new()
                {
                    Identifier = "2405.00208",
                    Fetched = true,
                    Reason = null,
                    Detail = null,
                    Attempts = 1,
                    LastAttempt = "2024-05-10T08:00:00Z",
                    Served = "2024-05-10T08:00:00Z",
                    Month = "2024-04",
                    Withdrawn = true,
                    LastLooked = "2024-05-10T08:00:00Z",
                },
                new()
                {
                    Identifier = "2405.00209",
                    Fetched = false,
                    Reason = null,
                    Detail = null,
                    Attempts = 0,
                    LastAttempt = null,
                    Served = null,
                    Month = "2024-04",
                    Withdrawn = false,
                },
                new()
                {
                    Identifier = "2405.00210",
                    Fetched = false,
                    Reason = "not-found",
                    Detail = "404",
                    Attempts = 1,
                    LastAttempt = "2024-05-10T08:00:00Z",
                    Served = null,
                    Month = null,
                    Withdrawn = false,
                    NextAttempt = "2024-05-11T08:00:00Z",
                },
                new()
                {
                    Identifier = "2405.00211",
                    Fetched = false,
                    Reason = null,
                    Detail = null,
                    Attempts = 0,
                    LastAttempt = null,
                    Served = null,
                    Month = null,
                    Withdrawn = false,
                },
            ],
            standings.Values.OrderBy(standing => standing.Identifier, StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_need_not_have_been_asked_for()
    {
        _store.Eprints.SavePage(Invented.Page("2405.00208"), lastModified: null, Invented.Today);

        Assert.Equal((true, Invented.Today, 1, null), (Entry.Fetched, Entry.FirstAsked, Entry.Attempts, Entry.PageLastModified));
    }

    [Fact]
    public void Only_a_page_settles_it()
    {
        _store.Ledger.Ask([Paper], Invented.Today);

        _store.Eprints.Save([Invented.Atom("2405.00208")], Invented.Today);

        Assert.Equal((false, LookupOutcome.NotYetTried, Invented.Submitted), (Entry.Fetched, Entry.Reason, Entry.FirstSubmitted));
        Assert.Throws<ArgumentException>(() => _store.Eprints.SavePage(Invented.Atom("2405.00208"), lastModified: null, Invented.Today));
    }

    [Fact]
    public void A_page_confirmed_unchanged_moves_the_time_of_looking_and_nothing_that_was_fetched()
    {
        _store.Eprints.SavePage(Invented.Page("2405.00208"), LastModified, Invented.Today);
        var eprint = _store.Ask("SELECT * FROM eprint");
        var record = _store.Ask("SELECT * FROM record");

        _store.Eprints.SaveUnchanged(Paper, Invented.Today.AddDays(5));

        Assert.Equal(
            (true, Invented.Today.AddDays(5), Invented.Today.AddDays(5), 2, LastModified),
            (Entry.Fetched, Entry.LastLooked, Entry.LastAttempt, Entry.Attempts, Entry.PageLastModified));
        Assert.Equal(eprint, _store.Ask("SELECT * FROM eprint"));
        Assert.Equal(record, _store.Ask("SELECT * FROM record"));
    }

    [Fact]
    public void A_page_that_was_never_read_cannot_be_unchanged()
    {
        _store.Ledger.Ask([Paper], Invented.Today);

        Assert.Throws<InvalidOperationException>(() => _store.Eprints.SaveUnchanged(Paper, Invented.Today));

        Assert.Equal(0, Entry.Attempts);
    }

    [Theory]
    [InlineData(LookupOutcome.ArxivUnavailable, true)]
    [InlineData(LookupOutcome.PageUnreadable, true)]
    [InlineData(LookupOutcome.NotFound, false)]
    [InlineData(LookupOutcome.Deleted, false)]
    public void What_was_fetched_stays_so_unless_arXiv_says_that_it_is_gone(string reason, bool fetched)
    {
        _store.Eprints.SavePage(Invented.Page("2405.00208"), LastModified, Invented.Today);

        _store.Ledger.Miss(Paper, reason, "in words", Invented.Today.AddDays(1));

        Assert.Equal((fetched, reason, "in words"), (Entry.Fetched, Entry.Reason, Entry.Detail));
        Assert.Equal((Invented.Today, Invented.Today.AddDays(1), 2), (Entry.LastLooked, Entry.LastAttempt, Entry.Attempts));
        Assert.NotNull(_store.Eprints.Find(Paper));

        _store.Eprints.SaveUnchanged(Paper, Invented.Today.AddDays(2));

        Assert.Equal((true, null, null), (Entry.Fetched, Entry.Reason, Entry.Detail));
    }

    [Fact]
    public void A_miss_is_kept_even_where_nobody_asked()
    {
        _store.Ledger.Miss(Paper, LookupOutcome.Deleted, detail: null, Invented.Today);

        Assert.Equal((false, LookupOutcome.Deleted, null, 1), (Entry.Fetched, Entry.Reason, Entry.Detail, Entry.Attempts));
    }

    [Fact]
    public void All_entries_are_read_in_the_order_of_their_identifiers()
    {
        string[] identifiers = ["2405.00208", "0704.0001", "hep-th/9901001"];
        _store.Ledger.Ask(identifiers.Select(Invented.Id), Invented.Today);

        Assert.Equal(identifiers.Select(Invented.Id).Order(), _store.Ledger.All().Select(entry => entry.Identifier));
    }

    [Fact]
    public void Only_what_was_asked_for_is_found()
    {
        _store.Ledger.Ask([Paper], Invented.Today);

        Assert.Equal([Paper], _store.Ledger.Find([Invented.Id("2405.00209"), Paper]).Keys);
    }

    [Fact]
    public void A_record_of_another_source_makes_no_entry()
    {
        _store.Eprints.Save([Invented.Page("2405.00208") with { Source = RecordSource.Oai }], Invented.Today);

        Assert.Empty(_store.Ledger.All());
    }
}
