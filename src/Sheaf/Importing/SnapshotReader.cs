using Sheaf.Arxiv.Snapshots;
using Sheaf.Store.Eprints;

namespace Sheaf.Importing;

/// <summary>Reads a snapshot batch by batch.</summary>
/// <param name="file">Stands at the beginning of a line.</param>
/// <param name="lines">How many lines are before it.</param>
/// <param name="offset">How many bytes.</param>
/// <param name="received">When the papers count as heard of.</param>
internal sealed class SnapshotReader(SnapshotFile file, int lines, long offset, DateTimeOffset received)
{
    /// <summary>
    /// Lines of a batch, which is one transaction: enough to make the flush at its end cheap, few enough to be in memory several times.
    /// </summary>
    private const int Together = 1_000;

    private readonly LineReader _reader = new(file.Content);
    private int _lines = lines;
    private bool _ended;

    /// <summary>The next batch; null at the end.</summary>
    public SnapshotBatch? Next(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_ended)
        {
            return null;
        }

        var records = new List<PreparedRecord>(Together);
        var skipped = new List<SkippedLine>();
        for (var count = 0; count < Together && ReadLine(records, skipped); count++)
        {
        }

        return new SnapshotBatch(records, skipped, _lines, offset + _reader.Passed);
    }

    private bool ReadLine(List<PreparedRecord> records, List<SkippedLine> skipped)
    {
        try
        {
            if (!_reader.TryRead(out var line, out var isTooLong))
            {
                _ended = true;
                return false;
            }

            _lines++;
            if (Read(line, isTooLong, records) is { } fault)
            {
                skipped.Add(new SkippedLine(_lines, fault));
            }

            return true;
        }
        catch (InvalidDataException)
        {
            // Behind a hole in gzip's stream there is no telling where the next line begins.
            _ended = true;
            skipped.Add(new SkippedLine(_lines + 1, "the compressed data is damaged or cut off here, and nothing behind it can be read"));
            return false;
        }
    }

    /// <summary>What is wrong with the line; null where nothing is.</summary>
    private string? Read(ReadOnlySpan<byte> line, bool isTooLong, List<PreparedRecord> records)
    {
        if (isTooLong)
        {
            return $"it is longer than {LineReader.Longest >> 20} MB";
        }

        line = (_lines == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line).Trim(" \t\r"u8);
        if (line.IsEmpty)
        {
            return null;
        }

        if (SnapshotLine.Read(line, out var fault) is { } record)
        {
            records.Add(new PreparedRecord(record, received));
        }

        return fault;
    }
}

/// <summary>Some thousand lines of a snapshot, read.</summary>
/// <param name="Records">Of the lines that hold a paper, in their order.</param>
/// <param name="Skipped">The others that are not blank.</param>
/// <param name="Lines">How many lines of the file there are up to the end of these.</param>
/// <param name="Offset">How many bytes.</param>
internal sealed record SnapshotBatch(IReadOnlyList<PreparedRecord> Records, IReadOnlyList<SkippedLine> Skipped, int Lines, long Offset);
