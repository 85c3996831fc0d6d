namespace Sheaf.Replica;

/// <summary>One version; <see cref="SizeKb"/> null is served as 1 KB, or 0 KB where the version is a withdrawal.</summary>
public sealed record CorpusVersion(int Version, DateTimeOffset Submitted)
{
    public int? SizeKb { get; init; }

    public bool Withdrawn { get; init; }

    /// <summary>Not in Sheaf's export: the title this version had, raw TeX; null means the paper's.</summary>
    public string? Title { get; init; }
}
