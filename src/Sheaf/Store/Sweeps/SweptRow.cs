namespace Sheaf.Store.Sweeps;

/// <summary>One paper of a listing.</summary>
/// <param name="Identifier">Canonical; as received where the entry cannot be read.</param>
/// <param name="Submitted">Version 1; for an entry that cannot be read, the beginning of what was asked for.</param>
/// <param name="What">One of <see cref="SweptAs"/>.</param>
internal sealed record SweptRow(string Identifier, DateTimeOffset Submitted, string What);

/// <summary>What became of a row.</summary>
internal static class SweptAs
{
    public const string Kept = "kept";

    /// <summary>Of another month or category: dropped.</summary>
    public const string Outside = "outside";

    public const string Unreadable = "unreadable";
}
