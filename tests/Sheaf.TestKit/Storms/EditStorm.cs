
namespace Sheaf.TestKit.Storms;

/// <summary>
/// The editor's files while other programs save them: commands that change the list and the draft run beside an editor of each, some of
/// them killed. In the end every word that a save wrote must be in the file or in what Sheaf keeps beside it, and every line of before.
/// </summary>
/// <param name="seed">Makes it the same storm again, as far as processes are.</param>
/// <param name="saves">How often each editor saves.</param>
/// <param name="kills">Whether some commands run in processes of their own and are killed.</param>
internal sealed class EditStorm(int seed, int saves, bool kills)
{
    private const int Notes = 40;
    private readonly Random _random = new(seed);
    private readonly List<string> _violations = [];
    private readonly Dictionary<int, int> _exits = [];
    private int _commands;
    private int _added;
    private int _rounds;

    public async Task<EditStormReport> RunAsync(SavingManner manner, CancellationToken cancellationToken)
    {
        var ending = seed % 2 == 0 ? "\n" : "\r\n";
        var lines = Enumerable.Range(1, Notes).Append(Notes).Select(number => $"- 2404.{number:D5} — note {number}{ending}");
        var list = (seed % 3 == 0 ? "\ufeff" : "") + string.Concat(lines);
        await using var storm = await StormWorkspace.StartAsync(InventedPapers.Many(Notes), list, isHurried: false, cancellationToken);
        await storm.RunAsync("backfill", "--from", "2024-04", "--to", "2024-04", "--draft");
        var (curated, draft) = (Path.Combine(storm.Folder, "curated", "2024-04.md"), Path.Combine(storm.Folder, "drafts", "2024-04.md"));
        var number = 10_000;
        var onList = new SavingEditor(curated, "list", manner, new Random(seed), word => $"- 2403.{number++:D5} — {word}");
        var onDraft = new SavingEditor(draft, "draft", manner, new Random(seed + 1), word => $"\nA paragraph with {word}.");
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // On a thread of its own: a command waits on the thread that it runs on.
        var commands = Task.Run(() => CommandsAsync(storm, over.Token), CancellationToken.None);
        await Task.WhenAll(SaveAsync(onList, commands, seed, cancellationToken), SaveAsync(onDraft, commands, seed + 1, cancellationToken));
        await over.CancelAsync();
        await commands;

        var text = await File.ReadAllTextAsync(curated, cancellationToken);
        _violations.AddRange(
            from note in Enumerable.Range(1, Notes)
            where !text.Contains($"— note {note}{ending}", StringComparison.Ordinal)
            select $"note {note} is gone");
        string[] lost = [.. onList.MissingIn(AllOf(curated)), .. onDraft.MissingIn(AllOf(draft))];
        return new(seed, manner, onList.Saves + onDraft.Saves, lost, _commands, _added, _exits, _violations);
    }

    /// <summary>
    /// The file with all that Sheaf keeps beside it where a person sees it: copies of edited drafts, and what could not be brought
    /// together.
    /// </summary>
    private static string AllOf(string path) => string.Concat(
        Directory.GetFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}*.md").Select(File.ReadAllText));

    /// <summary>Saves as often as is asked for, and until every command has had its turn.</summary>
    private async Task SaveAsync(SavingEditor editor, Task commands, int seed, CancellationToken cancellationToken)
    {
        var pauses = new Random(seed);
        while (editor.Saves < saves || (Volatile.Read(ref _rounds) == 0 && !commands.IsCompleted))
        {
            await editor.SaveAsync(cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(pauses.Next(5, 120)), TimeProvider.System, cancellationToken);
        }
    }

    private async Task CommandsAsync(StormWorkspace storm, CancellationToken over)
    {
        for (var paper = 20_000; !over.IsCancellationRequested; paper += 2, Interlocked.Increment(ref _rounds))
        {
            await RoundAsync(storm, paper, over);
        }
    }

    /// <summary>Every command once, in any order.</summary>
    private async Task RoundAsync(StormWorkspace storm, int paper, CancellationToken over)
    {
        string[][] commands =
        [
            ["add", $"2404.{paper:D5}", "--month", "2024-04"],
            ["add", $"2404.{paper + 1:D5}", "--month", "2024-04"],
            ["add", $"2404.{paper:D5}", "--month", "2024-04", "--star", "--tag", "storm"],
            ["refuse", $"2404.{paper - 1:D5}"],
            ["remove", $"2404.{paper:D5}"],
            ["undo"],
            ["later", $"2404.{paper + 1:D5}"],
            ["draft", "2024-04"],
            ["draft", "2024-04", "--discard-edits"],
            ["check", "2024-04", "--fix"],
        ];
        _random.Shuffle(commands);
        foreach (var command in commands.TakeWhile(_ => !over.IsCancellationRequested))
        {
            if (kills && _random.Next(4) == 0)
            {
                await KillAsync(storm, command);
            }
            else
            {
                await CommandAsync(storm, command);
            }
        }
    }

    private async Task KillAsync(StormWorkspace storm, string[] command)
    {
        using var process = SheafProcess.Start([.. storm.Options, .. command]);
        await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(50, 600)), TimeProvider.System, CancellationToken.None);
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
    }

    private async Task CommandAsync(StormWorkspace storm, string[] command)
    {
        var (exit, _, error) = await storm.RunAsync(command);
        _commands++;
        _exits[exit] = _exits.GetValueOrDefault(exit) + 1;
        if (!(exit is 0 or 1 or 4 || (exit == 3 && command[0] == "check")) || error.Contains("A fault of Sheaf", StringComparison.Ordinal))
        {
            _violations.Add($"{string.Join(' ', command)}: exit {exit}, {error.Trim()}");
        }

        _added += exit == 0 && command[0] == "add" ? 1 : 0;
    }
}

/// <summary>How it ended.</summary>
/// <param name="Lost">The words of saves that are in the file no more.</param>
/// <param name="Exits">How often the commands ended with each exit code.</param>
internal sealed record EditStormReport(
    int Seed, SavingManner Manner, int Saves, IReadOnlyList<string> Lost, int Commands, int Added, IReadOnlyDictionary<int, int> Exits,
    IReadOnlyList<string> Violations);
