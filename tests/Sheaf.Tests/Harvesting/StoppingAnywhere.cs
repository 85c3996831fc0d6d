using System.Diagnostics;
using Sheaf.Replica;

namespace Sheaf.Tests.Harvesting;

/// <summary>Whatever stops a run, and wherever: nothing is lost, and the next run ends where an undisturbed one would have.</summary>
public sealed class StoppingAnywhere
{
    /// <summary>Moments of looking differ from run to run; what was found does not.</summary>
    private static readonly string[] Moments =
        ["fetched", "first_asked", "last_attempt", "last_looked", "served", "attempts", "read", "updated"];

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(17)]
    public async Task A_run_killed_after_some_requests_and_run_again_leaves_the_same_store(int requests)
    {
        var papers = InventedPapers.Many(20);
        await using var undisturbed = await Workbench.StartAsync(papers);
        undisturbed.List("2024-04.md", ListOf(20));
        await undisturbed.RunAsync("harvest");
        await using var killed = await Workbench.StartAsync(papers);
        killed.List("2024-04.md", ListOf(20));

        using (var program = Program(killed))
        {
            await UntilAsync(() => killed.Arxiv.Requests.Count >= requests || program.HasExited);
            program.Kill();
            await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var again = await killed.RunAsync("harvest", "--json");
        Assert.Equal(0, again.Exit);
        Assert.Contains("\"missing\": []", again.Output, StringComparison.Ordinal);
        Assert.Equal(undisturbed.Dump(Moments), killed.Dump(Moments));
    }

    [Fact]
    public async Task A_run_that_a_person_stops_says_so_and_keeps_what_it_has()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(20));
        bench.List("2024-04.md", ListOf(20));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var running = bench.RunStoppableAsync(["harvest", "--set", "Arxiv:PageInterval=00:00:00.050"], stop.Token);
        await UntilAsync(() => bench.Arxiv.Requests.Count(request => request.Kind == LoggedKind.Page) >= 3);
        await stop.CancelAsync();
        var ran = await running;

        Assert.Equal(130, ran.Exit);
        Assert.Contains("Nothing is lost", ran.Error, StringComparison.Ordinal);
        var status = await bench.RunAsync("status", "2024-04", "--json");
        Assert.DoesNotContain("\"fetched\": 0", status.Output, StringComparison.Ordinal);
        // The query API has told of all of them; most pages are still to come.
        Assert.Contains("\"missing\": []", status.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\"pageToCome\": []", status.Output, StringComparison.Ordinal);
    }

    private static Process Program(Workbench bench)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
            [
                Path.Combine(AppContext.BaseDirectory, "sheaf.dll"), "harvest", "--quiet", .. bench.Options, "--set",
                "Arxiv:PageInterval=00:00:00.050",
            ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static string ListOf(int count) =>
        string.Concat(
            Enumerable.Range(1, count)
                .Select(number => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"- 2404.{number:D5}\n")));
}
