using System.Globalization;
using Sheaf.Checking.Titles;
using Sheaf.Store;

namespace Sheaf.Tests.Store;

/// <summary>What gives cause to look through the whole store, seen without doing so.</summary>
public sealed class SuspectStores : IDisposable
{
    private readonly TemporaryStore _store = new();

    public SuspectStores()
    {
        _store.Eprints.Save([.. Enumerable.Range(1, 200).Select(number => Invented.Page($"2405.{number:D5}"))], Invented.Today);
        Assert.Empty(_store.StoredTitles.Same(Title.Read("Gears")!, Token));
        _store.Database.Dispose();
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_whole_store_and_one_that_is_not_there_give_none()
    {
        Assert.False(IsSuspect());

        File.Delete(_store.File);

        Assert.False(IsSuspect());
        Assert.False(File.Exists(_store.File));
    }

    [Fact]
    public void One_that_is_empty_or_cut_or_overwritten_does()
    {
        var bytes = File.ReadAllBytes(_store.File);
        foreach (var damage in (Action<string>[])[Damage.Zero, Damage.Cut, Damage.Overwrite])
        {
            damage(_store.File);
            Assert.True(IsSuspect());
            File.WriteAllBytes(_store.File, bytes);
        }

        Assert.False(IsSuspect());
    }

    [Fact]
    public void One_of_which_the_first_page_of_any_table_or_index_is_lost_does()
    {
        var roots = _store.Ask("SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 0").Select(row => row.Split('|')).ToList();
        Assert.True(roots.Count > 30, $"{roots.Count}");
        foreach (var root in roots)
        {
            using (Damage.Page(_store.File, int.Parse(root[1], CultureInfo.InvariantCulture)))
            {
                Assert.True(IsSuspect(), root[0]);
            }
        }

        Assert.False(IsSuspect());
    }

    [Fact]
    public void A_page_lost_between_others_is_left_to_the_look_through_the_whole()
    {
        using var lost = Damage.HiddenPage(_store.File);

        Assert.False(IsSuspect());
        Assert.True(new DamagedStore(_store.File, TimeProvider.System).IsDamaged(Token));
    }

    [Fact]
    public void The_mark_of_a_run_does_only_after_the_run_has_ended_without_taking_it_away()
    {
        using (WritingMark.TryTake(_store.File))
        using (WritingMark.TryTake(_store.File))
        {
            Assert.False(IsSuspect());
        }

        Assert.False(IsSuspect());
        Assert.Empty(Marks());
        using var running = WritingMark.TryTake(_store.File);
        WritingMark.Leave(_store.File);

        Assert.True(IsSuspect());
        Assert.Null(new DamagedStore(_store.File, TimeProvider.System).MoveAside(Token));

        Assert.False(IsSuspect());
        Assert.Single(Marks());
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private bool IsSuspect() => new DamagedStore(_store.File, TimeProvider.System).IsSuspect();

    private string[] Marks() => Directory.GetFiles(Path.GetDirectoryName(_store.File)!, ".sheaf.db.writing-*");
}
