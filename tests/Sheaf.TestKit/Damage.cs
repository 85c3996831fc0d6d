using Sheaf.Store;
using Sheaf.Store.Eprints;

namespace Sheaf.TestKit;

/// <summary>What failing disks and power cuts leave of a store.</summary>
internal static class Damage
{
    private const int PageSize = 4096;

    /// <summary>Everything after the first page reads as zeros. The store must be closed.</summary>
    public static void Zero(string store)
    {
        using var file = File.OpenWrite(store);
        file.Position = 4096;
        file.Write(new byte[file.Length - 4096]);
    }

    /// <summary>The second half is missing.</summary>
    public static void Cut(string store)
    {
        using var file = File.OpenWrite(store);
        file.SetLength(file.Length / 2 / 4096 * 4096);
    }

    /// <summary>One page reads as zeros, until this is disposed of. The store must be closed.</summary>
    public static IDisposable Page(string store, int number) => new LostPage(store, number);

    /// <summary>A page of papers reads as zeros that a short look at the store does not see. The store must be closed.</summary>
    public static IDisposable HiddenPage(string store)
    {
        for (var number = (int)(new FileInfo(store).Length / PageSize); number > 1; number--)
        {
            var lost = new LostPage(store, number);
            if (!new DamagedStore(store, TimeProvider.System).IsSuspect() && !CanReadPapers(store))
            {
                return lost;
            }

            lost.Dispose();
        }

        throw new InvalidOperationException("The store is too small to hide a page in.");
    }

    /// <summary>Another file altogether.</summary>
    public static void Overwrite(string store) =>
        File.WriteAllText(store, string.Concat(Enumerable.Repeat("My shopping list: paper, twine. ", 1000)));

    private static bool CanReadPapers(string store)
    {
        using var database = new Database(store);
        try
        {
            return new EprintStore(database).All(month: null).Count() >= 0;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private sealed class LostPage : IDisposable
    {
        private readonly string _store;
        private readonly long _position;
        private readonly byte[] _before = new byte[PageSize];

        public LostPage(string store, int number)
        {
            (_store, _position) = (store, (number - 1L) * PageSize);
            using var file = File.Open(store, FileMode.Open);
            file.Position = _position;
            file.ReadExactly(_before);
            Write(file, new byte[PageSize]);
        }

        public void Dispose()
        {
            using var file = File.Open(_store, FileMode.Open);
            Write(file, _before);
        }

        private void Write(FileStream file, byte[] content)
        {
            file.Position = _position;
            file.Write(content);
        }
    }
}
