using System.Globalization;
using Sheaf.Importing;
using Sheaf.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Sheaf.Commands;

/// <summary>
/// A running import on standard error: on a terminal a live bar; elsewhere a line at every tenth of the way, or million of papers.
/// </summary>
internal sealed class ImportView(Terminal terminal) : IProgress<ImportProgress>
{
    private const int WithoutLength = 1_000_000;

    /// <summary>Papers that are named to a person; the rest is under <c>--json</c>.</summary>
    private const int MostNamed = 10;

    private volatile ImportProgress? _latest;
    private int _step;

    /// <summary>Runs the work with this view shown.</summary>
    public async Task<T> ShowAsync<T>(Func<Task<T>> work)
    {
        if (!terminal.IsLive)
        {
            return await work();
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Progress().AutoClear(true).Columns(new Bar(this), new Sentence(this)).StartAsync(async display =>
        {
            display.AddTask("import");
            return await work();
        });
    }

    public void Report(ImportProgress value)
    {
        _latest = value;
        var step = value.Part is { } part ? (int)(part * 10) : value.Papers / WithoutLength;
        if (!terminal.IsLive && step > _step)
        {
            _step = step;
            terminal.Note(Told(value));
        }
    }

    /// <summary>What is to be said of papers that are not in the file; null where there is nothing.</summary>
    public static string? Tell(Lacking lacking)
    {
        var are = lacking.Count == 1 ? "is" : "are";
        var papers = $"{Humanize.Count(lacking.Count, "paper")} of earlier snapshots {are} not in this file";
        return lacking switch
        {
            { Count: 0, GoneBefore: 0 } => null,
            { Count: 0 } =>
                $"{Humanize.Count(lacking.GoneBefore, "paper")} that earlier imports told to be gone "
                + $"{(lacking.GoneBefore == 1 ? "is" : "are")} still not in it.",
            { Doubt: Doubt.None } => $"Gone: {papers}: {Named(lacking)}. The store keeps {(lacking.Count == 1 ? "it" : "them")}.",
            { Doubt: Doubt.CutOff } =>
                "The file ends with a line that cannot be used, as one that is cut off does, so it does not tell which papers are gone.",
            { Doubt: Doubt.NamelessLines } => $"{papers}, or on the lines that were skipped.",
            { Doubt: Doubt.Older } => $"{papers}, which ends earlier than one of them: it does not tell what is gone.",
            _ => $"{papers}: so many that it seems to be a part, and does not tell what is gone.",
        };
    }

    private static string Named(Lacking lacking) =>
        string.Join(", ", lacking.Papers.Take(MostNamed)) + (lacking.Count > MostNamed ? ", …" : "");

    private static string Told(ImportProgress value) =>
        Humanize.Count(value.Papers, "paper")
        + (value.Part is { } part ? $", {part.ToString("P0", CultureInfo.InvariantCulture)} of the file" : "");

    private sealed class Bar(ImportView view) : ProgressColumn
    {
        private readonly ProgressBarColumn _bar = new();

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime)
        {
            task.MaxValue = 1;
            task.Value = view._latest?.Part ?? 0;
            return _bar.Render(options, task, deltaTime);
        }
    }

    private sealed class Sentence(ImportView view) : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Spectre.Console.Text(view._latest is { } latest ? Told(latest) : "");
    }
}
