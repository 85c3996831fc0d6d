using System.Diagnostics;
using System.Globalization;
using Sheaf.Ranking;
using Sheaf.TestKit.Ranking;

namespace Sheaf.Benchmarks.Ranking;

/// <summary>
/// Sheaf's side of the comparison, in a process of its own: learns and ranks, and counts what that took, without reading the file.
/// </summary>
internal sealed class SpeedSide(string file)
{
    private readonly Stopwatch _reading = new();
    private TimeSpan _processorReading;

    /// <summary>Writes seconds, seconds of the processor and the most memory the process ever had, in megabytes.</summary>
    public void Run(TextWriter output)
    {
        var picks = Read("pick", "star").Select(paper => new Pick(paper.Paper, paper.Kind == "star", paper.Paper.Identifier.AnnouncedIn))
            .ToList();
        var candidates = Read("candidate").Select(paper => paper.Paper).ToList();
        _reading.Reset();
        _processorReading = default;
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var model = TasteModel.Learn(new TasteHistory(picks, Read("passed").Select(paper => paper.Paper)), SpeedData.Month);
        var learnt = watch.Elapsed - _reading.Elapsed;
        var ranked = model.Rank(candidates, CancellationToken.None);
        var (passed, worked) = (watch.Elapsed - _reading.Elapsed, Environment.CpuUsage.TotalTime - processor - _processorReading);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{passed.TotalSeconds:F2} {worked.TotalSeconds:F2} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} {ranked.Count} "
            + $"papers; learning {learnt.TotalSeconds:F2} s, ranking {(passed - learnt).TotalSeconds:F2} s"));
    }

    /// <summary>One after the other, as they come from the store; while one is read, the watch stands still.</summary>
    private IEnumerable<(string Kind, TastePaper Paper)> Read(params string[] kinds)
    {
        using var reader = new StreamReader(file);
        while (true)
        {
            _reading.Start();
            var before = Environment.CpuUsage.TotalTime;
            var paper = Next(reader, kinds);
            _processorReading += Environment.CpuUsage.TotalTime - before;
            _reading.Stop();
            if (paper is not { } found)
            {
                yield break;
            }

            yield return found;
        }
    }

    private static (string Kind, TastePaper Paper)? Next(StreamReader reader, string[] kinds)
    {
        while (reader.ReadLine() is { } line)
        {
            if (kinds.Contains(line[..line.IndexOf('\t', StringComparison.Ordinal)]))
            {
                return SpeedData.Read(line);
            }
        }

        return null;
    }
}
