using Sheaf.Commands;

namespace Sheaf.Benchmarks.Storms;

/// <summary>
/// The editor's files while other programs save them: commands that change them run beside editors of every manner, some of them killed. In
/// the end every word that a save wrote must be there, but for what a program wrote blindly over, and every paper that was said to be added.
/// </summary>
/// <param name="seed">Makes it the same storm again, as far as processes are.</param>
/// <param name="saves">How often each editor saves.</param>
/// <param name="kills">Whether some commands run in processes of their own and are killed.</param>
internal sealed class EditStorm(int seed, int saves, bool kills)
{
    private readonly Random _random = new(seed);
    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-edits-").FullName;
    private readonly List<string> _violations = [];
    private readonly Dictionary<int, int> _exits = [];
    private int _commands;
    private int _added;
    private int _next = 10_000;

    private string List => Path.Combine(_folder, "curated", "2024-04.md");

    public async Task<EditStormReport> RunAsync(SavingManner manner, CancellationToken cancellationToken)
    {
        var ending = seed % 2 == 0 ? "\n" : "\r\n";
        Directory.CreateDirectory(Path.GetDirectoryName(List)!);
        await File.WriteAllTextAsync(
            List, (seed % 3 == 0 ? "\ufeff" : "") + string.Concat(Enumerable.Range(1, 40).Select(number => $"- 2404.{number:D5} — note {number}{ending}")), cancellationToken);
        await CommandAsync(["add", "2404.09999", "--month", "2024-04"], cancellationToken);
        var editor = new SavingEditor(List, manner, new Random(seed), word => $"- 2403.{_next++:D5} — {word}");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // On a thread of its own: a command waits on the thread that it runs on.
        var commands = Task.Run(() => CommandsAsync(over.Token), CancellationToken.None);
        while (editor.Saves < saves)
        {
            await editor.SaveAsync(cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(new Random(seed + editor.Saves).Next(5, 120)), TimeProvider.System, cancellationToken);
        }

        await over.CancelAsync();
        await commands;
        var text = await File.ReadAllTextAsync(List, cancellationToken);
        var lost = editor.MissingIn(text);
        var notes = Enumerable.Range(1, 40).Count(number => !text.Contains($"— note {number}{ending}", StringComparison.Ordinal));
        if (notes > 0)
        {
            _violations.Add($"{notes} lines of before are gone");
        }

        Delete();
        return new(seed, manner, editor.Saves, lost, _commands, _added, _exits, _violations);
    }

    private async Task CommandsAsync(CancellationToken over)
    {
        var paper = 20_000;
        while (!over.IsCancellationRequested)
        {
            string[] command = _random.Next(8) switch
            {
                0 => ["refuse", $"2404.{paper - 1:D5}"],
                1 => ["remove", $"2404.{paper - 1:D5}"],
                2 => ["undo"],
                3 => ["later", $"2404.{paper - 2:D5}"],
                4 => ["add", $"2404.{paper - 1:D5}", "--month", "2024-04", "--star", "--tag", "storm"],
                _ => ["add", $"2404.{++paper:D5}", "--month", "2024-04"],
            };
            if (kills && _random.Next(4) == 0)
            {
                await KillAsync(command);
            }
            else
            {
                await CommandAsync(command, CancellationToken.None);
            }
        }
    }

    private async Task KillAsync(string[] command)
    {
        using var process = SheafProcess.Start(["--workspace", _folder, .. command]);
        await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(50, 600)), TimeProvider.System, CancellationToken.None);
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private async Task CommandAsync(string[] command, CancellationToken cancellationToken)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = await SheafCommand.RunAsync(["--workspace", _folder, .. command], output, error, cancellationToken);
        _commands++;
        _exits[exit] = _exits.GetValueOrDefault(exit) + 1;
        if (exit is not (0 or 1 or 4) || error.ToString().Contains("A fault of Sheaf", StringComparison.Ordinal))
        {
            _violations.Add($"{string.Join(' ', command)}: exit {exit}, {error.ToString().Trim()}");
        }

        _added += exit == 0 && command[0] == "add" ? 1 : 0;
    }

    private void Delete()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>How it ended.</summary>
/// <param name="Lost">The words of saves that are in the file no more.</param>
/// <param name="Exits">How often the commands ended with each exit code.</param>
internal sealed record EditStormReport(
    int Seed, SavingManner Manner, int Saves, IReadOnlyList<string> Lost, int Commands, int Added, IReadOnlyDictionary<int, int> Exits, IReadOnlyList<string> Violations);
