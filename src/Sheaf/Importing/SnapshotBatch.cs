using Sheaf.Store.Eprints;

namespace Sheaf.Importing;

/// <summary>Some thousand lines of a snapshot, read.</summary>
/// <param name="Records">Of the lines that hold a paper, in their order.</param>
/// <param name="Skipped">The others that are not blank.</param>
/// <param name="Lines">How many lines of the file there are up to the end of these.</param>
/// <param name="Offset">How many bytes.</param>
internal sealed record SnapshotBatch(IReadOnlyList<PreparedRecord> Records, IReadOnlyList<SkippedLine> Skipped, int Lines, long Offset);
