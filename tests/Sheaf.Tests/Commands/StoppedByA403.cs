using System.Text.Json;
using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.Tests.Commands;

public sealed class StoppedByA403
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_later_run_is_stopped_and_says_by_what_and_what_to_do()
    {
        await using var bench = await ForbiddenAsync();
        var first = await bench.RunAsync("harvest");

        var later = await bench.RunAsync("harvest", "2404.00002");

        Assert.Equal((3, 3), (first.Exit, later.Exit));
        Assert.Matches(@"403 \(forbidden\) to http://127.0.0.1:[0-9]+/\S+ at [0-9-]+ [0-9:]+ UTC\..*sheaf doctor --resume", later.Error);
        Assert.InRange(bench.Arxiv.Requests.Count, 1, 1);
        Assert.Contains("[ERR]", LogOf(bench), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_and_doctor_show_it()
    {
        await using var bench = await ForbiddenAsync();
        await bench.RunAsync("harvest");

        var (status, month, json) =
            (await bench.RunAsync("status"), await bench.RunAsync("status", "2024-04"), await bench.RunAsync("status", "--json"));
        var doctor = await bench.RunAsync("doctor");

        Assert.Contains("All requests are stopped: arXiv answered 403 to http://127.0.0.1", status.Output, StringComparison.Ordinal);
        Assert.Contains("All requests are stopped", month.Output, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        Assert.StartsWith(
            bench.Arxiv.SiteBase.ToString(), document.RootElement.GetProperty("gate").GetProperty("stoppedBy").GetString(),
            StringComparison.Ordinal);
        Assert.NotNull(document.RootElement.GetProperty("gate").GetProperty("stoppedSince").GetString());
        Assert.Equal(1, doctor.Exit);
        Assert.Contains("BAD  gate", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_lifts_it_once()
    {
        var forbidden = true;
        await using var bench = await ForbiddenAsync(() => forbidden);
        await bench.RunAsync("harvest");
        forbidden = false;

        var lifted = await bench.RunAsync("doctor", "--resume");
        var again = await bench.RunAsync("doctor", "--resume");

        Assert.Equal((0, 0), (lifted.Exit, again.Exit));
        Assert.Contains(
            "requests may go again; they were stopped when arXiv answered 403 to http://127.0.0.1", lifted.Output,
            StringComparison.Ordinal);
        Assert.Contains("there is nothing to lift", again.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await bench.RunAsync("harvest")).Exit);
    }

    [Fact]
    public async Task Without_a_place_for_the_gate_s_state_a_run_fails_before_it_asks()
    {
        await using var bench = await ForbiddenAsync(() => false);
        await File.WriteAllTextAsync(bench.PathOf(".gate"), "", Token);

        var (harvest, doctor) = (await bench.RunAsync("harvest"), await bench.RunAsync("doctor"));

        Assert.Equal((4, 4), (harvest.Exit, doctor.Exit));
        Assert.Contains(bench.PathOf(".gate"), harvest.Error, StringComparison.Ordinal);
        Assert.Empty(bench.Arxiv.Requests);
    }

    private static async Task<Workbench> ForbiddenAsync(Func<bool>? forbidden = null)
    {
        var bench = await Workbench.StartAsync(
            InventedPapers.Many(2), new ReplicaOptions { Fault = _ => forbidden?.Invoke() ?? true ? FaultKind.AccessDenied : null });
        bench.List("2024-04.md", "- 2404.00001\n");
        return bench;
    }

    private static string LogOf(Workbench bench) => string.Concat(Directory.GetFiles(bench.PathOf("logs")).Select(ReadShared));

    private static string ReadShared(string file)
    {
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
