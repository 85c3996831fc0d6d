using Microsoft.Extensions.Time.Testing;
using Sheaf.Store;

namespace Sheaf.Tests.Store;

public sealed class DamagedStores : IDisposable
{
    private readonly TemporaryStore _store = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 2, 6, 0, 7, TimeSpan.Zero));

    private string Kept => $"{_store.File}.damaged-20240502-060007";

    public DamagedStores()
    {
        _store.Eprints.Save([.. Enumerable.Range(1, 200).Select(number => Invented.Page($"2405.{number:D5}"))], Invented.Today);
        _store.Database.Dispose();
    }

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_whole_store_stays_where_it_is()
    {
        Assert.Null(MoveAside());

        Assert.True(File.Exists(_store.File));
    }

    [Fact]
    public void Where_there_is_no_store_there_is_nothing_to_do()
    {
        File.Delete(_store.File);

        Assert.Null(MoveAside());

        Assert.False(File.Exists(_store.File));
    }

    [Theory]
    [InlineData("zero")]
    [InlineData("cut")]
    [InlineData("overwrite")]
    public void A_damaged_store_is_kept_under_a_name_with_the_moment_and_a_new_one_can_take_its_place(string damage)
    {
        Apply(damage);
        var bytes = File.ReadAllBytes(_store.File);

        Assert.Equal(Kept, MoveAside());

        Assert.Equal(bytes, File.ReadAllBytes(Kept));
        _store.Database.EnsureCreated();
        Assert.Equal(0, _store.Eprints.Count());
    }

    [Fact]
    public void The_log_beside_it_goes_with_it()
    {
        using var open = _store.Connect(); // of this process, to which its own locks are no hindrance
        TemporaryStore.Ask(open, "UPDATE lookup SET attempts = 7 WHERE identifier = '2405.00001'");
        Damage.Zero(_store.File);

        MoveAside();

        Assert.Equal([Kept, $"{Kept}-shm", $"{Kept}-wal"], Directory.GetFiles(Path.GetDirectoryName(_store.File)!, "sheaf.db*").Order());
    }

    [Fact]
    public void One_kept_before_is_not_replaced()
    {
        File.WriteAllText(Kept, "an earlier one");
        Damage.Zero(_store.File);

        Assert.Equal($"{Kept}-2", MoveAside());

        Assert.Equal("an earlier one", File.ReadAllText(Kept));
    }

    [Fact]
    public async Task Of_many_that_find_the_damage_at_once_one_moves_it_and_nobody_the_new_store()
    {
        Damage.Zero(_store.File);

        var moved = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(MoveOrYield, TestContext.Current.CancellationToken)));

        Assert.Single(moved.OfType<string>());
        Assert.DoesNotContain($"{Kept}-2", Directory.GetFiles(Path.GetDirectoryName(_store.File)!));
    }

    private string? MoveOrYield()
    {
        try
        {
            return MoveAside();
        }
        catch (StoreException held)
        {
            Assert.Contains("another program is using it", held.Message, StringComparison.Ordinal);
            return null;
        }
    }

    private string? MoveAside() => new DamagedStore(_store.File, _time).MoveAside(TestContext.Current.CancellationToken);

    private void Apply(string damage)
    {
        Action<string> apply = damage switch { "zero" => Damage.Zero, "cut" => Damage.Cut, _ => Damage.Overwrite };
        apply(_store.File);
    }
}
