using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Sheaf.Arxiv.Politeness;
using Sheaf.Commands;
using Sheaf.Replica;
using Sheaf.Replica.Faults;
using Sheaf.Service;
using Sheaf.Settings;
using Sheaf.Store;
using Sheaf.Store.Ledger;
using Sheaf.Tests.Drafts;
using GoldenText = Sheaf.Tests.Drafts.GoldenText;

namespace Sheaf.Tests.Service;

/// <summary>
/// The service from 24 April to 2 June 2024, with a fault of every kind in turn, by a clock that jumps from night to night: what it
/// fetched, drafted, told and owed, as a table that a person reads.
/// </summary>
public sealed class ServiceOverFortyNights
{
    private const int Nights = 40;
    private const string AnswersAgain = "arXiv answers again";

    private static readonly DateOnly First = new(2024, 4, 24);

    private readonly StringBuilder _table = new(
        """
        | night | what happens | fetched (pages, API) | drafted | told | owed after the run | gone on | health |
        |---|---|---|---|---|---|---|---|

        """);

    private readonly JumpingClock _clock = new();
    private FaultKind? _fault;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_lives_through_every_fault_and_owes_nothing_in_the_end()
    {
        SmallProgram.Needs();
        await using var bench = await Workbench.StartAsync(Corpus(), new ReplicaOptions { Fault = _ => _fault });
        bench.List("2024-03.md", "- 2403.00001\n- 2403.00002\n");
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        _clock.SetTo(MomentOf(First));
        var service = ServiceOver(bench);
        var told = new List<int>();
        for (var night = 0; night < Nights; night++)
        {
            var day = First.AddDays(night);
            _clock.SetTo(MomentOf(day));
            var happens = await HappenAsync(day, bench, async () =>
            {
                await service.DisposeAsync();
                service = ServiceOver(bench);
                return service;
            });
            told.Add(await NightAsync(day, happens, bench, service, told.Sum()));
        }

        await service.DisposeAsync();
        GoldenText.Check("forty-nights.md", $"{_table}", "Service");
    }

    /// <summary>What befalls the service before it runs on this night; empty where nothing does.</summary>
    private async Task<string> HappenAsync(DateOnly day, Workbench bench, Func<Task<ServiceProvider>> restart)
    {
        switch ((day.Month, day.Day))
        {
            case (4, 25):
                _fault = FaultKind.Unavailable;
                bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- 2404.00003\n- 2404.00004\n");
                return "two papers added; arXiv refuses";
            case (4, 26):
                _fault = null;
                return AnswersAgain;
            case (4, 28):
                bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n- 2404.00003\n- 2404.00004\n- 2404.00005\n");
                _fault = FaultKind.AccessDenied;
                return "a paper added; arXiv answers 403";
            case (4, 30):
                _fault = null;
                new GateFolder(bench.PathOf(".gate")).Resume();
                return "sheaf doctor --resume";
            case (5, 1):
                await File.WriteAllTextAsync(bench.PathOf("my.liquid"), "{{ titles }}\n", Token);
                return "the template asks for a field that there is not";
            case (5, 3):
                await File.WriteAllTextAsync(bench.PathOf("my.liquid"), Template, Token);
                Directory.CreateDirectory(bench.PathOf("drafts", "2024-04.md"));
                return "the template is mended; a folder named like the draft of April";
            case (5, 6):
                Directory.Delete(bench.PathOf("drafts", "2024-04.md"));
                return "the folder is taken away";
            case (5, 7):
                await File.WriteAllBytesAsync(
                    bench.PathOf("curated", "2019-03.md"), Encoding.Latin1.GetBytes("- 1903.00001 — tr\u00e8s bien\n"), Token);
                return "a line of Latin-1 in the list of March 2019";
            case (5, 9):
                bench.List("2019-03.md", "");
                bench.List("0001-01.md", "- 2404.00006\n");
                return "the line is mended; a list 0001-01.md";
            case (5, 12):
                bench.List("2024-05.md", "- 2405.00001\n- 2405.09999\n- https://arxiv.org/abs/2405.12\n");
                return "May's list: one paper, one that is not there, one malformed";
            case (5, 13):
                _fault = FaultKind.Unavailable;
                bench.List("2024-05.md", "- 2405.00001\n- 2405.00002\n- 2405.09999\n- https://arxiv.org/abs/2405.12\n");
                return "a paper added; arXiv refuses";
            case (5, 14):
                _fault = null;
                return AnswersAgain;
            case (5, 16):
                List(bench, 3);
                return "the two are taken off the list, and one is added";
            case (5, 20):
                foreach (var part in Directory.EnumerateFiles(bench.Folder, "sheaf.db*"))
                {
                    File.Delete(part);
                }

                return "the store is deleted";
            case (5, 21):
                var whole = await restart();
                await whole.DisposeAsync();
                Damage.Zero(bench.Store);
                await restart();
                return "the store is damaged";
            case (5, 22):
                await (await restart()).DisposeAsync();
                Directory.Delete(bench.PathOf(".gate"), recursive: true);
                await File.WriteAllTextAsync(bench.PathOf(".gate"), "", Token);
                List(bench, 4);
                await restart();
                return "a paper added; the folder of the gate is a file";
            case (5, 23):
                File.Delete(bench.PathOf(".gate"));
                await restart();
                return "the folder may be made again";
            case (5, 24):
                await KillARunAsync(bench, "2405.00005");
                await restart();
                return "a harvest of a new paper was killed; the service begins anew";
            case (5, 26):
                List(bench, 6);
                _fault = FaultKind.Unavailable;
                return "a paper added; arXiv refuses for three nights";
            case (5, 29):
                _fault = null;
                return AnswersAgain;
            default:
                return "";
        }
    }

    /// <summary>The run of the schedule, where there is one that night, and then the service's own looks at what is owed.</summary>
    /// <returns>How many notices came.</returns>
    private async Task<int> NightAsync(DateOnly day, string happens, Workbench bench, ServiceProvider service, int toldBefore)
    {
        var (runs, owed) = (service.GetRequiredService<ServiceRuns>(), service.GetRequiredService<HarvestResumption>());
        if (happens == AnswersAgain)
        {
            await HoldsToEndAsync(service.GetRequiredService<RequestGate>());
        }

        var (asked, drafts) = (bench.Arxiv.Requests.Count, Drafts(bench));
        if (day.DayOfWeek is not (DayOfWeek.Friday or DayOfWeek.Saturday))
        {
            await runs.HarvestAsync(Token);
        }

        var after = Owed(bench, service);
        var goneOn = "";
        for (var hours = 1; hours <= 6 && goneOn.Length == 0; hours++)
        {
            // A little more than an hour between two looks, so that no pause ends within the seconds that a run takes.
            _clock.SetTo(MomentOf(day).AddHours(hours).AddMinutes(5 * hours));
            if (service.GetRequiredService<RequestGate>().State.StoppedBy is null && owed.DueAt() <= _clock.GetUtcNow())
            {
                await runs.HarvestAsync(Token);
                goneOn = Owed(bench, service).Length == 0 ? $"after {hours} h" : "";
            }
        }

        var requests = bench.Arxiv.Requests.Skip(asked).ToList();
        var (pages, api) =
            (requests.Count(request => request.Kind == LoggedKind.Page), requests.Count(request => request.Kind == LoggedKind.Api));
        var told = await ToldAsync(bench, service, toldBefore);
        var (health, isWell) = ActivatorUtilities.CreateInstance<ServiceHealth>(service).Read();
        string[] row =
        [
            day.ToString("ddd d MMM", CultureInfo.InvariantCulture), happens, requests.Count == 0 ? "" : $"{pages}, {api}",
            string.Join(", ", Drafts(bench).Except(drafts).Select(draft => draft.Name)), string.Join("; ", told), after, goneOn,
            $"{(isWell ? 200 : 503)} {health.Status}",
        ];
        _table.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", row)} |\n");
        return told.Count;
    }

    /// <summary>
    /// Waits until what earlier nights left of waiting is over by the machine's own clock, too: else a page may come before its batch.
    /// </summary>
    private static async Task HoldsToEndAsync(RequestGate gate)
    {
        while (gate.State is { Api.HeldUntil: not null } or { Page.HeldUntil: not null })
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }
    }

    /// <summary>The list of May with so many papers.</summary>
    private static void List(Workbench bench, int papers) =>
        bench.List(
            "2024-05.md",
            string.Concat(Enumerable.Range(1, papers).Select(number => FormattableString.Invariant($"- 2405.{number:D5}\n"))));

    private static string Owed(Workbench bench, ServiceProvider service)
    {
        if (!File.Exists(bench.Store))
        {
            return "";
        }

        var owed = service.GetRequiredService<LookupLedger>().Owed().Keys.Order().ToList();
        return string.Join(", ", owed);
    }

    /// <summary>Every notice of the night, delivered by the program that is told.</summary>
    private static async Task<List<string>> ToldAsync(Workbench bench, ServiceProvider service, int before)
    {
        var delivery = service.GetRequiredService<NoticeDelivery>();
        var file = bench.PathOf("told");
        delivery.Post(new Notice("end", "", "", ""));
        while (SmallProgram.Told(file) is var all && !(all.Count > 0 && all[^1].Text("event") == "end"))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Token);
        }

        var told = SmallProgram.Told(file).Where(notice => notice.Text("event") != "end").Skip(before)
            .Select(
                notice => notice.Text("message")!.Replace(bench.Folder, "…", StringComparison.Ordinal)
                    .Replace($"{bench.Arxiv.SiteBase}", "…/", StringComparison.Ordinal)
                    .Replace($"{bench.Arxiv.ApiBase}", "…/api", StringComparison.Ordinal)).ToList();
        await File.WriteAllTextAsync(
            file,
            string.Concat(
                (await File.ReadAllLinesAsync(file, Token))
                    .Where(line => !line.Contains("\"event\":\"end\"", StringComparison.Ordinal)).Select(line => line + "\n")), Token);
        return told;
    }

    private static List<(string Name, string Text)> Drafts(Workbench bench) =>
        [.. Directory.EnumerateFiles(bench.PathOf("drafts"), "*.md").Select(path => (Path.GetFileName(path), File.ReadAllText(path)))
            .Order()];

    /// <summary>What a run leaves that meant to fetch a paper and whose process was killed.</summary>
    private static async Task KillARunAsync(Workbench bench, string paper)
    {
        List(bench, 5);
        await bench.TellStoreAsync(
            $"""
            INSERT INTO run (command, started) VALUES ('harvest', '2024-05-24T20:00:00Z');
            INSERT INTO lookup (identifier, state, reason, first_asked, attempts, owed)
                VALUES ('{paper}', 'missing', 'not-yet-tried', '2024-05-24T20:00:00Z', 0, '2024-05-24T20:00:00Z');
            """);
        Directory.CreateDirectory(bench.PathOf(".runs"));
        await File.WriteAllTextAsync(bench.PathOf(".runs", "abcdefgh.ijk.lock"), "", Token);
    }

    private const string Template = "# {{ title }}\n\n{% for p in papers %}* {{ p.title }}, {{ p.link }}\n{% endfor %}";

    private ServiceProvider ServiceOver(Workbench bench)
    {
        if (!File.Exists(bench.PathOf("my.liquid")))
        {
            File.WriteAllText(bench.PathOf("my.liquid"), Template);
        }

        var (settings, workspace) = SettingsReader.Read(
            bench.Folder,
            [.. bench.Settings, $"Notify:Command={SmallProgram.AppendingTo(bench.PathOf("told"))}", "Draft:Style=./my.liquid"]);
        workspace.EnsureCreated();
        if (File.Exists(workspace.Store))
        {
            // As sheaf serve does at its start.
            new DamagedStore(workspace.Store, _clock).MoveAside(Token);
        }

        var service = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddSheaf(settings, workspace, LogEventLevel.Fatal)
            .AddSchedule(settings.Schedule).BuildServiceProvider();
        _ = service.GetRequiredService<NoticeDelivery>().StartAsync(Token);
        return service;
    }

    private static IEnumerable<string> Corpus() =>
    [
        .. from month in Enumerable.Range(3, 3)
           from number in Enumerable.Range(1, 6)
           select InventedPapers.One(
               string.Create(CultureInfo.InvariantCulture, $"24{month:D2}.{number:D5}"),
               new DateTimeOffset(2024, month, number + 1, 12, 0, 0, TimeSpan.Zero)),
    ];

    /// <summary>Half past ten in the evening in New York, and a little.</summary>
    private static DateTimeOffset MomentOf(DateOnly day) => new(day.AddDays(1), new TimeOnly(2, 31), TimeSpan.Zero);

    /// <summary>Goes as the machine's does, from whatever moment it is set to.</summary>
    private sealed class JumpingClock : TimeProvider
    {
        private TimeSpan _shift;

        public void SetTo(DateTimeOffset moment) => _shift = moment - System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _shift;
    }
}
