using Microsoft.Data.Sqlite;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Tests.Store;

public sealed class WritingAtOnce : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task Two_writers_wait_for_each_other_and_lose_nothing()
    {
        var token = TestContext.Current.CancellationToken;

        await Task.WhenAll(
            Task.Run(() => WriteMonth("2404"), token),
            Task.Run(() => WriteMonth("2405"), token));

        Assert.Equal(
            ["300|300|600"],
            _store.Ask("SELECT (SELECT count(*) FROM eprint), (SELECT count(*) FROM lookup), (SELECT count(*) FROM version)"));

        void WriteMonth(string month)
        {
            for (var number = 1; number <= 150; number++)
            {
                _store.Eprints.SavePage(Invented.Page($"{month}.{number:D5}"), lastModified: null, Invented.Today);
            }
        }
    }

    [Fact]
    public async Task Two_writers_of_one_paper_end_with_what_both_said()
    {
        var token = TestContext.Current.CancellationToken;

        for (var round = 1; round <= 50; round++)
        {
            var identifier = $"2405.{round:D5}";
            await Task.WhenAll(
                Task.Run(() => _store.Eprints.Save([Invented.Atom(identifier)], Invented.Today), token),
                Task.Run(() => _store.Eprints.Save([Invented.Page(identifier) with { Comment = null }], Invented.Today), token));

            var eprint = _store.Eprints.Find(Invented.Id(identifier))!;
            Assert.Equal((@"On $\alpha$-Sheaves", "12 pages"), (eprint.Title, eprint.Comment));
        }
    }

    [Fact]
    public void A_writer_has_its_turn_from_the_start_not_from_its_first_write()
    {
        using var other = _store.Connect();
        other.DefaultTimeout = 1;

        _store.Database.Write(
            _ => Assert.Equal(5, Assert.Throws<SqliteException>(() => TemporaryStore.Ask(other, "BEGIN IMMEDIATE")).SqliteErrorCode));
    }
}
