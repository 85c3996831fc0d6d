using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;
using Sheaf.Store.Eprints;

namespace Sheaf.Importing;

/// <summary>
/// Brings a metadata snapshot into the store. One thread reads, another one writes; each batch is stored together with how far the file has
/// been read, so that a run that was stopped, however, is gone on with by the next one.
/// </summary>
internal sealed partial class SnapshotImport(SnapshotStore store, TimeProvider time)
{
    /// <summary>Batches read ahead of the writer.</summary>
    private const int Ahead = 2;

    /// <param name="file">The snapshot. Of one with an identity the bookmark is kept.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public async Task<ImportReport> RunAsync(SnapshotFile file, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var name = file.Identity is { } identity ? $"import {identity}" : null;
        var report = Begin(file, name, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = Channel.CreateBounded<SnapshotBatch>(Ahead);
        var reader = new SnapshotReader(file, report.Lines, report.Offset, time.GetUtcNow());
        var reading = Task.Run(() => ReadAsync(reader, ahead.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var batch in ahead.Reader.ReadAllAsync(cancellationToken))
            {
                report = Store(batch, report, name);
                progress.Report(new ImportProgress(report.Papers, file.Length is > 0 and { } length ? (double)file.Read / length : null));
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }

        if (name is not null)
        {
            store.Forget(name);
        }

        return report;
    }

    private static async Task ReadAsync(SnapshotReader reader, ChannelWriter<SnapshotBatch> ahead, CancellationToken cancellationToken)
    {
        try
        {
            while (reader.Next(cancellationToken) is { } batch)
            {
                await ahead.WriteAsync(batch, cancellationToken);
            }

            ahead.Complete();
        }
        catch (Exception failure)
        {
            // Comes out where the batches are awaited.
            ahead.Complete(failure);
        }
    }

    /// <summary>Where an earlier run stopped, or the beginning.</summary>
    private ImportReport Begin(SnapshotFile file, string? name, CancellationToken cancellationToken)
    {
        if (name is null || store.Find(name) is not { } written)
        {
            return new ImportReport();
        }

        var earlier = JsonSerializer.Deserialize(written, ImportShapes.Default.ImportReport)!;
        if (!file.GoTo(earlier.Offset, cancellationToken))
        {
            store.Forget(name);
            throw new BadInputException(
                "The file ends before the place where its import stopped, so it has changed: run the command once more, and it begins "
                + "anew.");
        }

        return earlier with { Resumed = earlier.Lines };
    }

    private ImportReport Store(SnapshotBatch batch, ImportReport report, string? name)
    {
        var after = report with
        {
            Offset = batch.Offset,
            Lines = batch.Lines,
            Papers = report.Papers + batch.Records.Count,
            SkippedCount = report.SkippedCount + batch.Skipped.Count,
            Skipped = [.. report.Skipped, .. batch.Skipped.Take(ImportReport.MostNamed - report.Skipped.Count)],
        };
        var stored = store.Save(
            batch.Records, name,
            stored => JsonSerializer.Serialize(after with { Stored = report.Stored + stored }, ImportShapes.Default.ImportReport));
        return after with { Stored = report.Stored + stored };
    }

    [JsonSerializable(typeof(ImportReport))]
    private sealed partial class ImportShapes : JsonSerializerContext;
}
