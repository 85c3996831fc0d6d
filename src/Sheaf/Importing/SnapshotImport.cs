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

    /// <summary>Stores what the file says.</summary>
    /// <param name="file">The snapshot. Of one with an identity the bookmark is kept.</param>
    /// <param name="progress">Told after each batch.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>For <see cref="Finish"/>.</returns>
    public async Task<ReadSnapshot> RunAsync(SnapshotFile file, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var name = file.Identity is { } identity ? $"import {identity}" : null;
        var reader = new SnapshotReader(file, time.GetUtcNow());
        var report = await Task.Run(() => Begin(reader, name, cancellationToken), cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = Channel.CreateBounded<SnapshotBatch>(Ahead);
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

        return new(report, reader, name);
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
    private ImportReport Begin(SnapshotReader reader, string? name, CancellationToken cancellationToken)
    {
        if (name is null || store.Find(name) is not { } written)
        {
            return new ImportReport();
        }

        var earlier = JsonSerializer.Deserialize(written, ImportShapes.Default.ImportReport)!;
        if (!reader.PassOver(earlier.Offset, earlier.EndsBadly, cancellationToken))
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
            EndsBadly = batch.EndsBadly,
            Newest = batch.Newest is { } newest && !(newest <= report.Newest) ? newest : report.Newest,
            SkippedCount = report.SkippedCount + batch.Skipped.Count,
            Skipped = [.. report.Skipped, .. batch.Skipped.Take(ImportReport.MostNamed - report.Skipped.Count)],
        };
        var stored = store.Save(
            batch.Records, name, stored => JsonSerializer.Serialize(With(after, stored), ImportShapes.Default.ImportReport));
        return With(after, stored);
    }

    private static ImportReport With(ImportReport report, StoredRecords stored) =>
        report with { New = report.New + stored.New, Changed = report.Changed + stored.Changed };

    /// <summary>
    /// The file has been read to its end: which papers does it lack that earlier ones had? Its bookmark goes, and what is gone counts as
    /// told: to be called when nothing is left to do but to tell it.
    /// </summary>
    public ImportReport Finish(ReadSnapshot file)
    {
        var (report, reader, name) = file;
        var told = store.Gone();
        var lacking = new LackingPapers(reader.Papers, told);
        lacking.Seek(store.Papers());
        var isOlder = report.Newest < store.Newest();
        var doubt = lacking.Count == 0 ? Doubt.None
            : report.EndsBadly ? Doubt.CutOff
            : reader.NamelessLines > 0 ? Doubt.NamelessLines
            : isOlder ? Doubt.Older
            : lacking.IsPart(lacking.All - report.New) ? Doubt.Part
            : Doubt.None;
        var there = told.Where(paper => reader.Papers.Contains(paper)).ToList();

        // An older file has the papers that had not gone yet.
        store.Finish(
            name,
            new SnapshotEnd(report.Newest, doubt == Doubt.None ? lacking.Papers : [], isOlder ? [] : there, time.GetUtcNow()));
        return report with
        {
            Lacking = new(lacking.Count, [.. lacking.Papers.Take(Lacking.MostNamed)], doubt, told.Count - there.Count),
        };
    }

    [JsonSerializable(typeof(ImportReport))]
    private sealed partial class ImportShapes : JsonSerializerContext;
}

/// <summary>A snapshot that has been read to its end.</summary>
/// <param name="Report">What was stored of it.</param>
/// <param name="Reader">Knows which papers it has.</param>
/// <param name="Name">Of its bookmark; null: it has none.</param>
internal sealed record ReadSnapshot(ImportReport Report, SnapshotReader Reader, string? Name);
