using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store;
using Sheaf.Store.Eprints;

namespace Sheaf.Tests.Commands;

/// <summary>
/// An editor who in March picked the thirty papers on robots and passed over the thirty on galaxies; in April there are ten of each.
/// </summary>
internal static class AnEditorOfRobots
{
    public static async Task<Workbench> StartAsync()
    {
        var bench = await Workbench.StartAsync([]);
        using var store = new Database(bench.Store);
        store.EnsureCreated();
        new EprintStore(store).Save(
            [
                .. Enumerable.Range(1, 60)
                .Select(number => Paper(new DateTimeOffset(2024, 3, 1, 12, 0, 0, TimeSpan.Zero), number, isRobot: number <= 30)),
                .. Enumerable.Range(1, 20)
                .Select(number => Paper(new DateTimeOffset(2024, 4, 1, 12, 0, 0, TimeSpan.Zero), number, isRobot: number <= 10)),
            ],
            new DateTimeOffset(2024, 5, 2, 0, 0, 0, TimeSpan.Zero));
        bench.List(
            "2024-03.md", string.Concat(Enumerable.Range(1, 30).Select(number => $"- 2403.{number:D5}{(number <= 5 ? " ★" : "")}\n")));
        return bench;
    }

    public static EprintRecord Paper(DateTimeOffset month, int number, bool isRobot)
    {
        string[] doings = isRobot
            ? ["grasp", "walk", "garden", "weld", "swim", "climb", "juggle"]
            : ["spin", "merge", "fade", "glow", "drift", "cluster", "dim"];
        string[] means =
            [
                "slowly", "at night", "in pairs", "by themselves", "under load", "for years", "in the rain", "upwards",
                "with little energy", "by chance", "in winter",
            ];
        var (doing, way) = (doings[number % doings.Length], means[number % means.Length]);
        var what = isRobot ? "robots" : "galaxies";
        return new EprintRecord
        {
            Identifier = ArxivIdentifier.Parse($"{month:yyMM}.{number:D5}"),
            Source = RecordSource.Atom,
            Version = 1,
            LatestVersion = 1,
            Title = $"How {what} {doing} {way}",
            Abstract = $"Some {what} {doing} {way}, others do not. {(isRobot ? "Motors and joints" : "Stars and dust")} of number "
                + $"{number} explain why, and {means[(number + 3) % means.Length]} it is otherwise.",
            Authors = [new($"{(isRobot ? "Rosa" : "Gus")} Number{number % 9}"), new($"Author Of{month:MM}x{number}")],
            Categories = ["cs.RO"],
            FirstSubmitted = month.AddHours(number),
            LastSubmitted = month.AddHours(number),
        };
    }
}
