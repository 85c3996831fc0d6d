namespace Sheaf.TestKit;

/// <summary>What failing disks and power cuts leave of a store.</summary>
internal static class Damage
{
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

    /// <summary>Another file altogether.</summary>
    public static void Overwrite(string store) =>
        File.WriteAllText(store, string.Concat(Enumerable.Repeat("My shopping list: paper, twine. ", 1000)));
}
