using System.Globalization;

namespace Sheaf.Benchmarks.Archive;

/// <summary>
/// <c>growth --papers N,N,N</c>: what the commands cost on stores of a thousand papers and of so many more, as processes, in turns; then
/// the tables of the README. <c>--keep FOLDER</c> keeps the stores and takes those that are there.
/// </summary>
internal static class GrowthProgram
{
    private const int Base = 1_000;
    private const double MostTimes = 1.5;
    private const double MostMore = 60e6;

    /// <summary>So far the goal reaches.</summary>
    private const int JudgedTo = 1_000_000;

    /// <param name="Name">As the table has it.</param>
    /// <param name="Arguments">The command line.</param>
    /// <param name="Starts">How often it is started.</param>
    /// <param name="IsJudged">Whether it may not cost much more than on a small store.</param>
    private sealed record Command(string Name, Func<GrowthStore, string[]> Arguments, int Starts, bool IsJudged);

    private static readonly Command[] Commands =
    [
        new("`show`", store => ["show", store.Paper], 7, false),
        new("`status YYYY-MM`", _ => ["status", $"{GrowthStore.Month}"], 7, false),
        new("`search`, two words", _ => ["search", $"{Vocabulary.Spelled(200)} {Vocabulary.Spelled(700)}"], 7, false),
        new("`harvest`, nothing due", _ => ["harvest"], 7, true),
        new("`harvest --dry-run`", _ => ["harvest", "--dry-run"], 7, true),
        new("`check`, 60 papers", _ => ["check", $"{GrowthStore.Month}"], 7, true),
        new("`draft`, 60 papers", _ => ["draft", $"{GrowthStore.Month}"], 7, false),
        new("`suggest`, kept", _ => ["suggest", $"{GrowthStore.Month}"], 7, false),
        new("`suggest --again`", _ => ["suggest", $"{GrowthStore.Month}", "--again"], 3, false),
    ];

    /// <returns>1 where a command costs more than it may.</returns>
    public static async Task<int> RunAsync(IReadOnlyDictionary<string, string> options)
    {
        var sizes = options.GetValueOrDefault("papers", "100000,1000000,3000000").Split(',')
            .Select(size => int.Parse(size, CultureInfo.InvariantCulture)).Prepend(Base).Distinct().Order().ToList();
        var folder = options.TryGetValue("keep", out var kept) ? kept : Directory.CreateTempSubdirectory("sheaf-growth-").FullName;
        var stores = new List<GrowthStore>();
        try
        {
            foreach (var size in sizes)
            {
                Console.Error.WriteLine($"A store of {size} papers …");
                stores.Add(await GrowthStore.OpenAsync(size, Path.Combine(folder, $"{size}")));
            }

            PrintBuilds(stores);
            return await MeasureAsync(stores) ? 0 : 1;
        }
        finally
        {
            foreach (var store in stores)
            {
                await store.DisposeAsync();
            }

            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static void PrintBuilds(List<GrowthStore> stores)
    {
        Row(["papers", .. stores.Select(store => $"{store.Count:N0}")]);
        Row(stores.Select(_ => "---").Prepend("---"));
        Line("import", build => $"{build.Import:N1} s");
        Row(["… a second", .. stores.Select(store => Text($"{store.Count / store.Build!.Import:N0}"))]);
        Line("text index", build => $"{build.Index:N1} s");
        Row(["… a second", .. stores.Select(store => store.Build!.Index > 0 ? Text($"{store.Count / store.Build.Index:N0}") : "")]);
        Line("memory of both", build => $"{build.Peak / 1e6:N0} MB");
        Line("the same file again", build => $"{build.Again:N1} s, {build.AgainPeak / 1e6:N0} MB");
        Line("… written", build => $"{build.AgainWritten / 1e3:N0} kB");
        Row(["bytes a paper on disk", .. stores.Select(store => Text($"{Size(store, GrowthStore.WholeFile) / store.Count:N0}"))]);
        foreach (var (part, _) in GrowthStore.Tables)
        {
            Row([$"… in {part}", .. stores.Select(store => Text($"{Size(store, part) / store.Count:N0}"))]);
        }

        Console.Out.WriteLine();

        void Line(string name, Func<GrowthBuild, FormattableString> cell) =>
            Row([name, .. stores.Select(store => Text(cell(store.Build!)))]);
    }

    private static async Task<bool> MeasureAsync(List<GrowthStore> stores)
    {
        Row(["median of the starts, most memory", .. stores.Select(store => $"{store.Count:N0}")]);
        Row(stores.Select(_ => "---").Prepend("---"));
        var isGood = true;
        var verdicts = new List<string>();
        foreach (var command in Commands)
        {
            var runs = stores.ConvertAll(_ => new List<ProgramRun>());
            for (var start = 0; start <= command.Starts; start++)
            {
                for (var at = 0; at < stores.Count; at++)
                {
                    var run = await stores[at].RunAsync(command.Arguments(stores[at]));
                    if (run.Exit > 1)
                    {
                        throw new InvalidOperationException($"{command.Name}: {string.Join('\n', run.Notes.Select(note => note.Line))}");
                    }

                    // The first brings the files into the system's memory.
                    if (start > 0)
                    {
                        runs[at].Add(run);
                    }
                }
            }

            Row([command.Name, .. runs.Select(of => Text($"{Median(of) * 1e3:N0} ms, {Peak(of) / 1e6:N0} MB"))]);
            for (var at = 1; command.IsJudged && at < stores.Count; at++)
            {
                var (times, more) = (Median(runs[at]) / Median(runs[0]), Peak(runs[at]) - Peak(runs[0]));
                var isMet = times <= MostTimes && more <= MostMore;
                isGood &= isMet || stores[at].Papers > JudgedTo;
                verdicts.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{command.Name} on {stores[at].Count:N0} papers: {times:F2} times that on {stores[0].Count:N0} and {more / 1e6:N0} MB "
                    + $"more; goal {MostTimes} and {MostMore / 1e6:N0}, {(isMet ? "met" : "missed")}"));
            }
        }

        Console.Out.WriteLine();
        verdicts.ForEach(Console.Out.WriteLine);
        return isGood;
    }

    private static long Size(GrowthStore store, string part) => store.Build!.Sizes.GetValueOrDefault(part);

    private static double Median(List<ProgramRun> runs) => runs.Select(run => run.Took.TotalSeconds).Order().ElementAt(runs.Count / 2);

    private static long Peak(List<ProgramRun> runs) => runs.Max(run => run.Cost.Peak);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static void Row(IEnumerable<string> cells) => Console.Out.WriteLine($"| {string.Join(" | ", cells)} |");
}
