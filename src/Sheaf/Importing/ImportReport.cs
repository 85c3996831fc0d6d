using System.Text.Json.Serialization;

namespace Sheaf.Importing;

/// <summary>How far an import has come, from the file's first line on, also over several runs.</summary>
internal sealed record ImportReport
{
    /// <summary>Of the skipped lines the first so many are named.</summary>
    public const int MostNamed = 1000;

    /// <summary>Bytes of the file, inflated, behind the last line.</summary>
    public long Offset { get; init; }

    /// <summary>Lines read, blank ones and skipped ones included.</summary>
    public int Lines { get; init; }

    /// <summary>Lines that hold a paper.</summary>
    public int Papers { get; init; }

    /// <summary>Papers that no snapshot had brought before.</summary>
    public int New { get; init; }

    /// <summary>Papers of which an earlier snapshot said something else.</summary>
    public int Changed { get; init; }

    [JsonIgnore]
    public int Stored => New + Changed;

    /// <summary>Papers of which the store had all of it.</summary>
    [JsonIgnore]
    public int Unchanged => Papers - Stored;

    /// <summary>When the latest of the papers was last submitted; null where there is none.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>Whether the last line that is not blank could not be used, or nothing behind it can be read.</summary>
    public bool EndsBadly { get; init; }

    public int SkippedCount { get; init; }

    /// <summary>The first <see cref="MostNamed"/> of them.</summary>
    public IReadOnlyList<SkippedLine> Skipped { get; init; } = [];

    /// <summary>After how many lines an earlier run had stopped; 0: it began at the beginning.</summary>
    [JsonIgnore]
    public int Resumed { get; init; }

    /// <summary>What became of the papers that earlier snapshots had brought; null while the file has not been read to its end.</summary>
    [JsonIgnore]
    public Lacking? Lacking { get; init; }
}

/// <summary>A line that could not be used.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Reason">In words, without capital and full stop.</param>
internal sealed record SkippedLine(int Line, string Reason);

/// <summary>How far an import has come.</summary>
/// <param name="Papers">Of the file, those of earlier runs included.</param>
/// <param name="Part">Of the file, from 0 to 1; null where nobody knows its length.</param>
internal sealed record ImportProgress(int Papers, double? Part);
