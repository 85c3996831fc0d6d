using System.Globalization;

namespace Sheaf.Benchmarks.StartUp;

/// <summary>
/// <c>start [--rounds 21] [--program PATH]</c>: short commands of the program as <c>dotnet publish</c> gives it, in turns with a program
/// that only writes one line and is published the same way. Judged by the time of the processor, so that what else the machine does
/// counts for neither; the time that passes is shown beside it.
/// </summary>
internal static class StartProgram
{
    private const double MostTimes = 3;

    private const string Month = "2024-04";

    private static readonly ShortCommand[] Commands =
    [
        new("--version", null, _ => ["--version"]),
        new("help", null, _ => ["help"]),
        new("status", MostTimes, _ => ["status"]),
        new($"status {Month}", null, _ => ["status", Month]),
        new("show", MostTimes, _ => ["show", "2404.19756"]),

        // A paper that is on no list yet, each time another.
        new("add", MostTimes, turn => ["add", string.Create(CultureInfo.InvariantCulture, $"2405.{turn + 1:00000}"), "--month", "2024-05"]),
    ];

    /// <returns>1 where a goal is missed.</returns>
    public static int Run(IReadOnlyDictionary<string, string> options)
    {
        var rounds = int.Parse(options.GetValueOrDefault("rounds", "21"), CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("sheaf-start-");
        try
        {
            var bare = Published.Bare(folder.CreateSubdirectory("bare"));
            var program = options.TryGetValue("program", out var given) ? given : Published.Sheaf(folder.CreateSubdirectory("sheaf"));
            return Compare(bare, program, Path.Combine(folder.FullName, "workspace"), rounds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Compare(string bare, string program, string workspace, int rounds)
    {
        StartedProgram.Run(program, ["demo", "--keep", workspace]);
        var floor = new StartedProgram(bare, _ => []);
        var commands = Commands
            .Select(command => (Command: command, Started: new StartedProgram(
                program, turn => [.. command.Arguments(turn), "--workspace", workspace])))
            .ToList();
        for (var round = 0; round < rounds; round++)
        {
            floor.Measure();
            commands.ForEach(command => command.Started.Measure());
        }

        Write("", "wall", "times", "processor", "times", "compiled", "memory");
        WriteRow("a bare program", floor, floor, "");
        var isMissed = false;
        foreach (var (command, started) in commands)
        {
            var times = started.Processor / floor.Processor;
            var verdict = command.MostTimes is not { } most ? "" : times <= most ? "met" : "missed";
            isMissed |= verdict == "missed";
            var told = command.MostTimes is { } goal ? FormattableString.Invariant($"   goal {goal:F0}, {verdict}") : "";
            WriteRow(command.Name, started, floor, told);
        }

        return isMissed ? 1 : 0;
    }

    private static void WriteRow(string name, StartedProgram started, StartedProgram floor, string verdict) => Write(
        name,
        FormattableString.Invariant($"{started.Wall:F0} ms"),
        FormattableString.Invariant($"{started.Wall / floor.Wall:F1}"),
        FormattableString.Invariant($"{started.Processor:F0} ms"),
        FormattableString.Invariant($"{started.Processor / floor.Processor:F1}"),
        started.CountCompiled().ToString(CultureInfo.InvariantCulture),
        FormattableString.Invariant($"{started.PeakMegabytes():F0} MB"),
        verdict);

    private static void Write(params string[] columns) =>
        Console.WriteLine($"{columns[0],-16}{string.Concat(columns.Skip(1).Select(column => $"{column,11}"))}".TrimEnd());

    /// <param name="Name">As it is shown.</param>
    /// <param name="MostTimes">How many times the bare program's time of the processor it may take; null where nothing is asked.</param>
    /// <param name="Arguments">By the turn.</param>
    private sealed record ShortCommand(string Name, double? MostTimes, Func<int, string[]> Arguments);
}
