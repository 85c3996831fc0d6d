using Sheaf.Arxiv.Snapshots;
using Sheaf.Store.Eprints;

namespace Sheaf.Importing;

/// <summary>Reads a snapshot batch by batch.</summary>
/// <param name="file">Stands at its beginning.</param>
/// <param name="received">When the papers count as heard of.</param>
internal sealed class SnapshotReader(SnapshotFile file, DateTimeOffset received)
{
    /// <summary>
    /// Lines of a batch, which is one transaction: enough to make the flush at its end cheap, few enough to be in memory several times.
    /// </summary>
    private const int Together = 1_000;

    private readonly LineReader _reader = new(file.Content);
    private int _lines;
    private bool _ended;
    private bool _endsBadly;

    /// <summary>The papers of the lines that were read or passed over, also of lines that cannot be used otherwise.</summary>
    public IdentifierSet Papers { get; } = new();

    /// <summary>Lines that do not tell of which paper they are.</summary>
    public int NamelessLines { get; private set; }

    /// <summary>Passes over lines of which an earlier run has stored the papers. Only their identifiers are looked at.</summary>
    /// <param name="offset">Where the last of them ends.</param>
    /// <param name="endsBadly">Whether that one could not be used.</param>
    /// <param name="cancellationToken">Stops between two lines.</param>
    /// <returns>False where the file does not have a line that ends there: it has changed.</returns>
    public bool PassOver(long offset, bool endsBadly, CancellationToken cancellationToken)
    {
        while (_reader.Passed < offset)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!TryReadLine(out var line, out var isTooLong) || _reader.Passed > offset)
            {
                return false;
            }

            Note(line, isTooLong);
        }

        _endsBadly = endsBadly;
        return true;
    }

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

        return new SnapshotBatch(records, skipped, _lines, _reader.Passed) { EndsBadly = _endsBadly };
    }

    private bool ReadLine(List<PreparedRecord> records, List<SkippedLine> skipped)
    {
        try
        {
            if (!TryReadLine(out var line, out var isTooLong))
            {
                _ended = true;
                _endsBadly |= !file.EndsAt(_reader.Passed);
                return false;
            }

            if (Read(line, isTooLong, records) is { } fault)
            {
                skipped.Add(new SkippedLine(_lines, fault));
                _endsBadly = true;
            }
            else if (!line.IsEmpty)
            {
                _endsBadly = false;
            }

            return true;
        }
        catch (InvalidDataException)
        {
            // Behind a hole in gzip's stream there is no telling where the next line begins.
            _ended = _endsBadly = true;
            skipped.Add(new SkippedLine(_lines + 1, "the compressed data is damaged or cut off here, and nothing behind it can be read"));
            return false;
        }
    }

    private bool TryReadLine(out ReadOnlySpan<byte> line, out bool isTooLong)
    {
        if (!_reader.TryRead(out line, out isTooLong))
        {
            return false;
        }

        _lines++;
        line = (_lines == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line).Trim(" \t\r"u8);
        return true;
    }

    private void Note(ReadOnlySpan<byte> line, bool isTooLong)
    {
        if (SnapshotLine.ReadIdentifier(line) is { } paper)
        {
            Papers.Add(paper.ToString());
        }
        else if (isTooLong || !line.IsEmpty)
        {
            NamelessLines++;
        }
    }

    /// <summary>What is wrong with the line; null where nothing is.</summary>
    private string? Read(ReadOnlySpan<byte> line, bool isTooLong, List<PreparedRecord> records)
    {
        Note(line, isTooLong);
        if (isTooLong)
        {
            return $"it is longer than {LineReader.Longest >> 20} MB";
        }

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
internal sealed record SnapshotBatch(IReadOnlyList<PreparedRecord> Records, IReadOnlyList<SkippedLine> Skipped, int Lines, long Offset)
{
    /// <summary>Whether the last line so far that is not blank could not be used, or nothing behind it can be read.</summary>
    public bool EndsBadly { get; init; }

    /// <summary>When the latest of its papers was last submitted; null where there is none.</summary>
    public DateTimeOffset? Newest => Records.Max(prepared => prepared.Record.LastSubmitted);
}
