using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Tests.Store;

public sealed class KeepingTitles : IDisposable
{
    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void The_title_of_a_version_is_kept_apart_from_the_e_print()
    {
        var id = Invented.Id("2405.00208");
        _store.Titles.Save(id, 1, "Gears");
        _store.Titles.Save(id, 1, "Gears of wood");

        Assert.Equal("Gears of wood", _store.Titles.Find(id, 1));
        Assert.Null(_store.Titles.Find(id, 2));
        Assert.Null(_store.Eprints.Find(id));
    }

    [Fact]
    public void When_a_title_was_last_looked_for_is_kept()
    {
        _store.Titles.Ask("gears of wood", Invented.Today);
        _store.Titles.Ask("gears of wood", Invented.Today.AddDays(1));

        Assert.Equal(Invented.Today.AddDays(1), _store.Titles.LastAsked("gears of wood"));
        Assert.Null(_store.Titles.LastAsked("gears of iron"));
    }
}
