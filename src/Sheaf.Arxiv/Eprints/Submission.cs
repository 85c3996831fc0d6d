namespace Sheaf.Arxiv.Eprints;

/// <summary>One version of an e-print, as its submission history tells it.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Submitted">When it was received, UTC, to the second.</param>
/// <param name="SizeKb">Size of the source in kilobytes; null where the source does not say.</param>
/// <param name="Withdrawn">Whether this version is a withdrawal.</param>
public sealed record Submission(int Version, DateTimeOffset Submitted, int? SizeKb, bool Withdrawn);
