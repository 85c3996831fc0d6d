using System.Text;
using Sheaf.Lists.Import;
using Sheaf.TestKit.Lists;

namespace Sheaf.Benchmarks.Lists;

/// <summary>Reading is linear: 10 MB of each format of records in at most five times the time of 2.5 MB.</summary>
internal static class ListsProgram
{
    private const int Small = 2_500_000;
    private const double MostTimes = 5;

    public static int Run(TextWriter output)
    {
        var isLinear = true;
        foreach (var format in LongLists.Formats)
        {
            var (small, large) = (Encoding.UTF8.GetBytes(LongLists.Write(format, Small)),
                Encoding.UTF8.GetBytes(LongLists.Write(format, 4 * Small)));
            Measure(format, small);
            var (few, many) = (Measure(format, small), Measure(format, large));
            isLinear &= many <= MostTimes * few;
            var verdict = many <= MostTimes * few ? "met" : "missed";
            output.WriteLine(FormattableString.Invariant(
                $"{format,-5} 2.5 MB {few.TotalSeconds,6:F2} s   10 MB {many.TotalSeconds,6:F2} s   {many / few,5:F2} times   {verdict}"));
        }

        return isLinear ? 0 : 1;
    }

    /// <summary>The least processor time of three.</summary>
    private static TimeSpan Measure(string format, byte[] content) => Enumerable.Range(0, 3).Min(_ =>
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        ListReader.ReadWhole("list." + format, content);
        return Environment.CpuUsage.TotalTime - before;
    });
}
