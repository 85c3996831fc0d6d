using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Lists;

namespace Sheaf.Tests.Store;

public sealed class KeepingCuratedLists : IDisposable
{
    private static readonly Month April = new(2024, 4);

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_list_comes_back_as_it_was_read()
    {
        CuratedEntryRow[] entries =
        [
            new()
            {
                Line = 3, Raw = "2404.19756v2", Identifier = Invented.Id("2404.19756"), Version = 2, Starred = true,
                Tags = ["architecture", "日本"],
                Note = "Splines on edges,\nnot nodes.", ClaimedTitle = "KAN", Section = "Architectures",
            },
            new() { Line = 7, Raw = "2404.1975", Problem = "four digits where its month has five" },
            new() { Line = 9, Raw = "arXiv:2404.00001", Identifier = Invented.Id("2404.00001"), IsMention = true },
        ];

        Assert.True(_store.Curated.Replace(List("2024-04.md", April, "a", entries)));

        var rows = _store.Curated.Entries(month: null).ToList();
        Assert.Equal(
            entries.Select((entry, index) => new EntryRow("2024-04.md", index + 1, April, entry with { Tags = [] })),
            rows.Select(row => row with { Entry = row.Entry with { Tags = [] } }));
        Assert.Equal(entries.Select(entry => entry.Tags), rows.Select(row => row.Entry.Tags));
    }

    [Fact]
    public void A_file_that_has_not_changed_writes_nothing()
    {
        _store.Curated.Replace(List("2024-04.md", April, "a", Entry("2404.19756")));
        var before = _store.Dump();

        var replaced = _store.Curated.Replace(List("2024-04.md", April, "a", Entry("2404.19756")));

        Assert.False(replaced);
        Assert.Equal(before, _store.Dump());
    }

    [Fact]
    public void A_file_that_has_changed_takes_the_place_of_what_it_was()
    {
        _store.Curated.Replace(List("2024-04.md", April, "a", Entry("2404.19756"), Entry("2404.00001")));

        Assert.True(_store.Curated.Replace(List("2024-04.md", April, "b", Entry("2404.00002"))));

        Assert.Equal([Invented.Id("2404.00002")], _store.Curated.Entries(April).Select(row => row.Entry.Identifier!.Value));
    }

    [Fact]
    public void A_file_that_is_gone_takes_its_entries_along()
    {
        _store.Curated.Replace(List("2024-04.md", April, "a", Entry("2404.19756")));
        _store.Curated.Replace(List("it's \"odd\".md", month: null, "b", Entry("2404.00001")));

        _store.Curated.RemoveListsExcept(["it's \"odd\".md", "2024-05.md"]);

        Assert.Equal(["it's \"odd\".md"], _store.Curated.Entries(month: null).Select(row => row.List));
        Assert.Equal(["1"], _store.Ask("SELECT count(*) FROM curated_entry"));
    }

    [Fact]
    public void The_lists_month_wins_and_without_one_that_of_the_papers_first_version()
    {
        _store.Eprints.Save([Invented.Atom("2405.00208")], Invented.Today);
        _store.Curated.Replace(List("2024-03.md", new Month(2024, 3), "a", Entry("2405.00208")));
        _store.Curated.Replace(List("found.txt", month: null, "b", Entry("2405.00208"), Entry("2405.00999")));

        Assert.Equal(["2024-03.md"], _store.Curated.Entries(new Month(2024, 3)).Select(row => row.List));
        Assert.Equal(["found.txt"], _store.Curated.Entries(April).Select(row => row.List));
        Assert.Empty(_store.Curated.Entries(new Month(2024, 5)));
        Assert.Equal([new Month(2024, 3), April, null], _store.Curated.Entries(month: null).Select(row => row.Month));
    }

    private static CuratedListRow List(string name, Month? month, string sha256, params CuratedEntryRow[] entries) =>
        new(name, month, sha256, entries);

    private static CuratedEntryRow Entry(string identifier) => new() { Line = 1, Raw = identifier, Identifier = Invented.Id(identifier) };
}
