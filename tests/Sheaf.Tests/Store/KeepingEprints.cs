using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Eprints;

namespace Sheaf.Tests.Store;

public sealed class KeepingEprints : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_page_comes_back_as_it_was_merged()
    {
        var page = Invented.Page("2405.00208");

        _store.Eprints.Save([page], Invented.Today);

        AssertSame(Eprint.Merge([page])!, _store.Eprints.Find(page.Identifier)!);
    }

    [Fact]
    public void An_answer_of_the_query_API_comes_back_as_it_was_merged()
    {
        var atom = Invented.Atom("hep-th/9901001");

        _store.Eprints.Save([atom], Invented.Today);

        AssertSame(Eprint.Merge([atom])!, _store.Eprints.Find(atom.Identifier)!);
    }

    [Fact]
    public void Whatever_sources_spellings_and_repeats_it_arrives_by_a_paper_is_one_row()
    {
        string[] spellings = ["hep-th/9901001", "arXiv:hep-th/9901001", "HEP-TH/9901001", "hep-th/9901001.pdf"];

        foreach (var spelling in spellings)
        {
            _store.Eprints.Save([Invented.Atom(spelling), Invented.Page(spelling)], Invented.Today);
            _store.Eprints.Save([Invented.Page(spelling) with { Source = RecordSource.Oai, Version = 1 }], Invented.Today);
        }

        Assert.Equal(["1"], _store.Ask("SELECT count(*) FROM eprint"));
        Assert.Equal(["atom", "oai", "page"], _store.Ask("SELECT source FROM record ORDER BY source"));
        Assert.Equal(
            ["3|2|2"], _store.Ask("SELECT (SELECT count(*) FROM author), (SELECT count(*) FROM version), (SELECT count(*) FROM category)"));
    }

    [Fact]
    public void Records_of_several_times_are_merged_whichever_came_first()
    {
        var (atom, page) = (Invented.Atom("2405.00208"), Invented.Page("2405.00208"));

        _store.Eprints.Save([page], Invented.Today);
        _store.Eprints.Save([atom], Invented.Today.AddDays(1));

        AssertSame(Eprint.Merge([atom, page])!, _store.Eprints.Find(page.Identifier)!);
    }

    [Fact]
    public void What_arrives_again_unchanged_writes_nothing()
    {
        _store.Eprints.Save([Invented.Atom("2405.00208"), Invented.Page("2405.00208")], Invented.Today);
        var before = _store.Dump();
        using var other = _store.Connect();
        var version = TemporaryStore.Ask(other, "PRAGMA data_version");

        _store.Eprints.Save([Invented.Page("2405.00208"), Invented.Atom("2405.00208")], Invented.Today.AddDays(3));

        Assert.Equal(before, _store.Dump());
        Assert.Equal(version, TemporaryStore.Ask(other, "PRAGMA data_version"));
    }

    [Fact]
    public void What_has_changed_takes_the_place_of_what_was()
    {
        var page = Invented.Page("2405.00208");
        _store.Eprints.Save([page], Invented.Today);
        var replaced = page with
        {
            Title = "Shorter",
            LatestVersion = 3,
            Authors = [new("Ada Example III", ["Institute of Twine"])],
            Categories = ["math.AG"],
            Versions = [.. page.Versions!, new(3, Invented.Today, 1, true)],
            Withdrawn = true,
            Dois = [],
        };

        _store.Eprints.Save([replaced], Invented.Today.AddDays(1));

        AssertSame(Eprint.Merge([replaced])!, _store.Eprints.Find(page.Identifier)!);
        Assert.Equal(Invented.Today.AddDays(1), Assert.Single(_store.Eprints.All(month: null)).Fetched);
    }

    [Fact]
    public void A_change_of_one_field_leaves_the_rows_beside_it_alone()
    {
        _store.Eprints.Save([Invented.Page("2405.00208")], Invented.Today);
        _store.Ask(
            """
            CREATE TRIGGER a BEFORE DELETE ON author BEGIN SELECT raise(ABORT, 'author'); END;
            CREATE TRIGGER c BEFORE DELETE ON category BEGIN SELECT raise(ABORT, 'category'); END;
            CREATE TRIGGER v BEFORE DELETE ON version BEGIN SELECT raise(ABORT, 'version'); END;
            """);

        _store.Eprints.Save([Invented.Page("2405.00208") with { Comment = "Now with pictures" }], Invented.Today);

        Assert.Equal("Now with pictures", _store.Eprints.Find(Invented.Id("2405.00208"))!.Comment);
    }

    [Fact]
    public void Records_that_make_no_e_print_yet_are_kept_until_others_complete_them()
    {
        var snapshot = new EprintRecord
        {
            Identifier = Invented.Id("2405.00208"),
            Source = RecordSource.Snapshot,
            Title = "On Sheaves",
            ReportNumber = "SHEAF-1",
        };

        _store.Eprints.Save([snapshot], Invented.Today);
        Assert.Null(_store.Eprints.Find(snapshot.Identifier));

        _store.Eprints.Save([Invented.Atom("2405.00208")], Invented.Today);
        Assert.Equal("SHEAF-1", _store.Eprints.Find(snapshot.Identifier)!.ReportNumber);
    }

    [Fact]
    public void Only_those_the_store_has_are_found()
    {
        _store.Eprints.Save([Invented.Atom("2405.00208"), Invented.Atom("2405.00209")], Invented.Today);

        var found = _store.Eprints.Find([Invented.Id("2405.00209"), Invented.Id("2405.00210"), Invented.Id("2405.00209")]);

        Assert.Equal([Invented.Id("2405.00209")], found.Keys);
    }

    [Fact]
    public void All_are_read_in_the_order_of_their_identifiers()
    {
        string[] identifiers = ["2405.00208", "0704.0001", "hep-th/9901001", "2404.19756", "math/0309136"];
        _store.Eprints.Save([.. identifiers.Select(Invented.Atom)], Invented.Today);

        Assert.Equal(identifiers.Select(Invented.Id).Order(), _store.Eprints.All(month: null).Select(stored => stored.Eprint.Identifier));
    }

    [Fact]
    public void A_month_holds_what_was_first_submitted_in_it_by_UTC()
    {
        var april = new Month(2024, 4);
        EprintRecord Received(string identifier, DateTimeOffset first) => Invented.Atom(identifier) with { FirstSubmitted = first };
        _store.Eprints.Save(
            [
                Received("2404.00001", april.Start.AddSeconds(-1)),
                Received("2404.00002", april.Start),
                Received("2405.00208", Invented.Submitted),
                Received("2405.00300", new DateTimeOffset(2024, 5, 1, 1, 59, 59, TimeSpan.FromHours(2))),
                Received("2405.00301", april.Next.Start),
            ],
            Invented.Today);

        Assert.Equal(
            ["2404.00002", "2405.00208", "2405.00300"], _store.Eprints.All(april).Select(stored => stored.Eprint.Identifier.ToString()));
    }

    [Fact]
    public void A_reading_under_way_sees_the_store_as_it_was_and_holds_no_writer_up()
    {
        _store.Eprints.Save([.. Enumerable.Range(1, 9).Select(number => Invented.Atom($"2405.{number:D5}"))], Invented.Today);

        var seen = 0;
        foreach (var stored in _store.Eprints.All(month: null))
        {
            _store.Eprints.Save([Invented.Atom($"2406.{++seen:D5}")], Invented.Today);
            Assert.Equal(new Month(2024, 5), stored.Eprint.Identifier.AnnouncedIn);
        }

        Assert.Equal(9, seen);
        Assert.Equal(18, _store.Eprints.All(month: null).Count());
    }

    [Fact]
    public void A_reading_broken_off_gives_its_connection_back()
    {
        _store.Eprints.Save([Invented.Atom("2405.00208"), Invented.Atom("2405.00209")], Invented.Today);

        Assert.Single(_store.Eprints.All(month: null).Take(1));

        Assert.Equal(["0|0|0"], _store.Ask("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    [Fact]
    public void A_batch_is_stored_whole_or_not_at_all()
    {
        EprintRecord[] batch = [Invented.Page("2405.00208"), Invented.Page("2405.00209") with { Source = (RecordSource)99 }];

        Assert.ThrowsAny<Exception>(() => _store.Eprints.Save(batch, Invented.Today));

        Assert.Empty(_store.Dump());
    }

    [Fact]
    public void A_page_its_row_and_its_line_in_the_ledger_are_stored_together_or_not_at_all()
    {
        _store.Ask("CREATE TRIGGER cut BEFORE INSERT ON lookup BEGIN SELECT raise(ABORT, 'power cut'); END");

        Assert.Throws<SqliteException>(() => _store.Eprints.SavePage(Invented.Page("2405.00208"), lastModified: null, Invented.Today));

        Assert.Empty(_store.Dump());
    }

    [Fact]
    public void Killed_in_the_middle_of_a_batch_the_store_is_as_it_was_before()
    {
        _store.Eprints.Save([Invented.Page("2404.19756")], Invented.Today);
        using var copy = new TemporaryStore();
        copy.Database.Dispose();
        var batch = Enumerable.Range(1, 4000).Select(number => Invented.Page($"2405.{number:D5}")).ToList();

        _store.Eprints.Save(new Watched(batch, at: 3000, CopyFiles), Invented.Today);

        Assert.Equal(["ok"], copy.Ask("PRAGMA integrity_check"));
        Assert.Equal(["2404.19756"], copy.Ask("SELECT identifier FROM eprint"));
        Assert.Equal(["4001"], _store.Ask("SELECT count(*) FROM eprint"));

        void CopyFiles()
        {
            Assert.True(new FileInfo(_store.File + "-wal").Length > 1_000_000, "the batch has not reached the disk yet: make it bigger");
            File.Copy(_store.File, copy.File, overwrite: true);
            File.Copy(_store.File + "-wal", copy.File + "-wal", overwrite: true);
        }
    }

    /// <summary>The line of <c>export papers</c> holds everything there is of an e-print.</summary>
    private static void AssertSame(Eprint expected, Eprint actual) =>
        Assert.Equal(PaperJson.Line(new StoredEprint(expected, Invented.Today)), PaperJson.Line(new StoredEprint(actual, Invented.Today)));

    /// <summary>
    /// A batch that calls back when it is read as far as one of its records: the second time, as the first only finds out which are known.
    /// </summary>
    private sealed class Watched(List<EprintRecord> batch, int at, Action reached) : IReadOnlyCollection<EprintRecord>
    {
        private int _readings;

        public int Count => batch.Count;

        public IEnumerator<EprintRecord> GetEnumerator()
        {
            _readings++;
            for (var index = 0; index < batch.Count; index++)
            {
                if (index == at && _readings == 2)
                {
                    reached();
                }

                yield return batch[index];
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
