using System.Diagnostics;
using Sheaf.Replica;

namespace Sheaf.Tests.Service;

/// <summary>The service as the operating system knows it: a process that is asked to end.</summary>
public sealed class StoppingTheService
{
    /// <summary>Only so that a service that does not stop cannot hold up everything else.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Asked_to_end_in_mid_harvest_it_ends_well_and_the_next_run_goes_on()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGTERM");
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(20));
        bench.List(
            "2024-04.md", string.Concat(Enumerable.Range(1, 20).Select(number => FormattableString.Invariant($"- 2404.{number:D5}\n"))));
        using var service = Serve(bench);
        var output = service.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = service.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        // The draft of April 2024 is owed, so it begins to harvest at once; the pages of twenty papers would take it an hour.
        await UntilAsync(() => bench.Arxiv.Requests.Any(request => request.Kind == LoggedKind.Page) || service.HasExited);
        Assert.False(service.HasExited, await ErrorOf(service, error));
        await AskToEndAsync(service);
        using var hang = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        hang.CancelAfter(Hang);
        await service.WaitForExitAsync(hang.Token);

        Assert.Equal(0, service.ExitCode);
        Assert.DoesNotContain("   at ", await error + await output, StringComparison.Ordinal);
        Assert.InRange(bench.Arxiv.Requests.Count(request => request.Kind == LoggedKind.Page), 1, 2);
        var again = await bench.RunAsync("harvest", "--json");
        Assert.Equal(0, again.Exit);
        Assert.Contains("\"missing\": []", again.Output, StringComparison.Ordinal);
    }

    private static Process Serve(Workbench bench)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "sheaf.dll"), "serve", .. bench.Options,
            "--set", "Serve:Url=http://127.0.0.1:0", "--set", "Arxiv:PageInterval=00:03:00",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static async Task<string> ErrorOf(Process service, Task<string> error) => service.HasExited ? await error : "";

    private static async Task UntilAsync(Func<bool> happened)
    {
        while (!happened())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    private static async Task AskToEndAsync(Process service)
    {
        using var shell = Process.Start("/bin/sh", ["-c", FormattableString.Invariant($"kill -TERM {service.Id}")]);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, shell.ExitCode);
    }
}
