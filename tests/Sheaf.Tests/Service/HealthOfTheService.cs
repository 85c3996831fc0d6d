using System.Net;
using System.Text.Json;
using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.Tests.Service;

/// <summary><c>/health</c> and <c>/health/live</c> of the whole service, over HTTP.</summary>
public sealed class HealthOfTheService
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_without_anything_to_do_is_well_and_answers_head_as_get()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var service = await ServedDesk.StartAsync(bench, "127.0.0.1");

        Assert.Equal((HttpStatusCode.OK, "ok"), await HealthAsync(service));
        foreach (var path in new[] { "health", "health/live" })
        {
            using var head = await service.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Token);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Token));
        }
    }

    [Fact]
    public async Task Papers_that_cannot_be_had_need_a_person()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2024-04.md", "- 2404.00001\n- 2404.09999\n");
        await bench.RunAsync("harvest");
        await using var service = await ServedDesk.StartAsync(bench, "127.0.0.1");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "needs a person"), await HealthAsync(service));
    }

    [Fact]
    public async Task While_arXiv_refuses_it_is_degraded_and_says_when_all_was_well()
    {
        var refusing = false;
        await using var bench = await Workbench.StartAsync(
            InventedPapers.Many(2), new ReplicaOptions { Fault = _ => refusing ? FaultKind.Unavailable : null });
        bench.List("2024-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        refusing = true;
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00002\n");
        await bench.RunAsync("harvest");
        Directory.CreateDirectory(bench.PathOf("drafts"));
        File.WriteAllText(bench.PathOf("drafts", "2024-04.md"), "made\n");
        await using var service = await ServedDesk.StartAsync(bench, "127.0.0.1");

        Assert.Equal((HttpStatusCode.OK, "degraded"), await HealthAsync(service));
        Assert.NotNull((await DocumentAsync(service)).GetProperty("lastSuccess").GetString());
    }

    [Fact]
    public async Task Without_a_success_for_two_periods_it_is_not_well()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        bench.List("2030-04.md", "- 2404.00001\n");
        await bench.RunAsync("harvest");
        await bench.TellStoreAsync("UPDATE run SET started = '2024-05-02T00:00:00Z', finished = '2024-05-02T00:00:10Z'");
        await using var service = await ServedDesk.StartAsync(bench, "127.0.0.1");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "needs a person"), await HealthAsync(service));
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync(new Uri("health/live", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task A_store_that_has_gone_and_a_gate_that_is_broken_are_said_and_the_process_lives()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var service = await ServedDesk.StartAsync(bench, "127.0.0.1");

        File.Move(bench.Store, bench.Store + ".gone");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "needs a person"), await HealthAsync(service));
        Assert.Contains("is not there", (await DocumentAsync(service)).GetProperty("failure").GetString(), StringComparison.Ordinal);

        File.Move(bench.Store + ".gone", bench.Store);
        Assert.Equal((HttpStatusCode.OK, "ok"), await HealthAsync(service));

        Directory.Delete(bench.PathOf(".gate"), recursive: true);
        await File.WriteAllTextAsync(bench.PathOf(".gate"), "", Token);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "needs a person"), await HealthAsync(service));
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync(new Uri("health/live", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task The_address_of_a_403_is_shortened_wherever_it_is_shown()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(60));
        bench.List(
            "2030-04.md", string.Concat(Enumerable.Range(1, 60).Select(number => FormattableString.Invariant($"- 2404.{number:D5}\n"))));
        bench.Arxiv.Faults.Rules = [new FaultRule(FaultKind.AccessDenied)];
        var harvest = await bench.RunAsync("harvest", "--set", "Arxiv:PageInterval=00:00:30");
        await using var service = await ServedDesk.StartAsync(bench, "127.0.0.1");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "needs a person"), await HealthAsync(service));
        string[] shown =
            [
                harvest.Error, (await bench.RunAsync("status")).Output,
                $"{JsonElement.Parse((await bench.RunAsync("status", "--json")).Output).GetProperty("gate")}",
                (await bench.RunAsync("doctor")).Output, $"{await DocumentAsync(service)}",
            ];
        Assert.All(shown, text => Assert.Contains("http://127.0.0.1", text, StringComparison.Ordinal));
        Assert.All(shown, text => Assert.DoesNotContain("2404.00050", text, StringComparison.Ordinal));
    }

    private static async Task<(HttpStatusCode Code, string? Status)> HealthAsync(ServedDesk service)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/health");
        return (answer.StatusCode, JsonElement.Parse(await answer.Content.ReadAsStringAsync(Token)).GetProperty("status").GetString());
    }

    private static async Task<JsonElement> DocumentAsync(ServedDesk service)
    {
        using var answer = await service.SendAsync(HttpMethod.Get, "/health");
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Token));
    }
}
