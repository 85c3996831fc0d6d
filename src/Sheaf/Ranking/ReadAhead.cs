using System.Collections.Concurrent;

namespace Sheaf.Ranking;

/// <summary>
/// Reads a source in a thread of its own, a few chunks ahead of whoever works on them: on two processors, reading from the store and
/// working take the time of the longer of them. The order stays.
/// </summary>
internal static class ReadAhead
{
    /// <summary>Few, so that those that are read and not yet worked on are let go of while they are young.</summary>
    private const int ChunkSize = 64;
    private const int MostAhead = 4;

    /// <summary>To be enumerated once. When the enumeration ends, at its end or before, the source has been disposed of.</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static IEnumerable<T[]> InChunks<T>(IEnumerable<T> source, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var chunks = new BlockingCollection<T[]>(MostAhead);
        var reading = Task.Factory.StartNew(
            () => Read(source, chunks, ends.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var chunk in chunks.GetConsumingEnumerable(cancellationToken))
            {
                yield return chunk;
            }

            // What went wrong there.
            reading.GetAwaiter().GetResult();
        }
        finally
        {
            ends.Cancel();
            Task.WhenAny(reading).GetAwaiter().GetResult();
        }
    }

    private static void Read<T>(IEnumerable<T> source, BlockingCollection<T[]> chunks, CancellationToken ends)
    {
        try
        {
            foreach (var chunk in source.Chunk(ChunkSize))
            {
                chunks.Add(chunk, ends);
            }
        }
        finally
        {
            chunks.CompleteAdding();
        }
    }
}
