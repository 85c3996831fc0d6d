using System.Globalization;
using Sheaf.Sweeping;

namespace Sheaf.Commands;

/// <summary>A running sweep on standard error: a line after every page.</summary>
internal sealed class SweepProgressView(Terminal terminal) : IProgress<SweepProgress>
{
    public void Report(SweepProgress value)
    {
        var total = value.Total is { } known ? string.Create(CultureInfo.InvariantCulture, $" of {known:N0}") : "";
        terminal.Note($"Sweep of {value.Months}: {Humanize.Count(value.Seen, "paper")}{total}");
    }
}
