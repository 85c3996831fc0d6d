using Sheaf.Arxiv.Eprints;
using Sheaf.Store.Eprints;

namespace Sheaf.Tests.Store;

/// <summary>What arXiv changes about a paper is noted when a source says something else than it said before.</summary>
public sealed class NotingChanges : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_first_record_and_the_same_record_again_change_nothing()
    {
        Save(Page);
        Save(Page, 1);

        Assert.Empty(Changes());
    }

    [Fact]
    public void Each_thing_that_changed_is_noted_with_what_it_was()
    {
        Save(Page);
        Save(
            Page with
            {
                LatestVersion = 7,
                Withdrawn = true,
                Title = "On Sheaves",
                Authors = [new Author("Ada Specimen", [])],
                Dois = ["10.1000/gears"],
                JournalRef = "Gears 1 (2024)",
                Abstract = "Anew.",
            },
            1);

        Assert.Equal(
            [
                "authors: Ada Specimen", "doi: 10.1000/gears", "journal-ref: Gears 1 (2024)", "title: On Sheaves", "version: v7",
                "withdrawn: withdrawn",
            ],
            Changes().Select(change => $"{change.What}: {change.After}"));
        Assert.All(Changes(), change => Assert.Equal(Invented.Today.AddDays(1), change.Noticed));
        Assert.Equal(Page.Title, Changes().Single(change => change.What == "title").Before);
    }

    [Fact]
    public void What_two_sources_tell_of_one_change_is_noted_once()
    {
        Save(Page);
        _store.Eprints.Save([Invented.Atom("2405.00208")], Invented.Today);

        _store.Eprints.Save([Invented.Atom("2405.00208") with { LatestVersion = 7 }], Invented.Today.AddDays(1));
        Save(Page with { LatestVersion = 7 }, 2);

        Assert.Equal(Invented.Today.AddDays(1), Assert.Single(Changes()).Noticed);
    }

    [Fact]
    public void A_change_taken_back_is_a_change()
    {
        Save(Page);
        Save(Page with { Title = "On Sheaves" }, 1);
        Save(Page, 2);

        Assert.Equal(["On Sheaves", Page.Title], Changes().Select(change => change.After));
    }

    [Fact]
    public void The_query_apis_spelling_of_a_title_is_no_change()
    {
        _store.Eprints.Save([Invented.Atom("2405.00208")], Invented.Today);
        _store.Eprints.Save([Invented.Atom("2405.00208") with { Title = "On alpha-Sheaves" }], Invented.Today.AddDays(1));

        Assert.Empty(Changes());
    }

    [Fact]
    public void Only_what_came_after_the_moment_is_told()
    {
        Save(Page);
        Save(Page with { LatestVersion = 7 }, 1);
        Save(Page with { LatestVersion = 8 }, 5);

        Assert.Equal("v8", Assert.Single(Changes(Invented.Today.AddDays(3))).After);
    }

    private static EprintRecord Page => Invented.Page("2405.00208") with { Withdrawn = false, Dois = [], JournalRef = "" };

    private void Save(EprintRecord page, int days = 0) => _store.Eprints.SavePage(page, null, Invented.Today.AddDays(days));

    private IReadOnlyList<PaperChange> Changes(DateTimeOffset? since = null) =>
        new ChangeStore(_store.Database).Since(since ?? DateTimeOffset.MinValue, [Invented.Id("2405.00208")]);
}
