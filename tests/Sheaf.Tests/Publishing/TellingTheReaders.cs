using System.Text.Json;
using Sheaf.TestKit.Storms;
using Sheaf.Tests.Service;

namespace Sheaf.Tests.Publishing;

/// <summary><c>Publish:Command</c> reaches its readers once, whatever ends it or Sheaf.</summary>
public sealed class TellingTheReaders
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_told_what_was_published_when_all_of_it_stands()
    {
        await using var bench = await StartAsync();
        var receipt = bench.PathOf("seen");

        var ran = await PublishAsync(bench, $"cat >> '{Told(bench)}'; cp '{bench.Receipt()}' '{receipt}'");

        var told = Assert.Single(SmallProgram.Told(Told(bench)));
        Assert.Equal(0, ran.Exit);
        Assert.Equal(("published", "2024-04", "Gears of April"), (told.Text("event"), told.Text("month"), told.Text("title")));
        Assert.Equal([bench.Published()], told.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        var seen = JsonElement.Parse(await File.ReadAllTextAsync(receipt, Token));
        Assert.Equal(("published", "started"), (seen.Text("state"), seen.GetProperty("command").Text("state")));
    }

    [Fact]
    public async Task One_that_succeeded_runs_once_more_only_with_again()
    {
        await using var bench = await StartAsync();
        var line = $"cat >> '{Told(bench)}'";

        await PublishAsync(bench, line);
        var second = await PublishAsync(bench, line);
        var once = Count(bench);
        var again = await PublishAsync(bench, line, "--again");

        Assert.Equal((0, 0, 1, 2), (second.Exit, again.Exit, once, Count(bench)));
    }

    [Fact]
    public async Task One_that_failed_is_run_again_by_the_next_publish_and_its_last_words_are_kept()
    {
        await using var bench = await StartAsync();
        FinishedMonth.Edit(bench, text => text.Replace("  It wears.\n", "  TODO\n", StringComparison.Ordinal));

        var failed = await PublishAsync(bench, $"cat >> '{Told(bench)}'; printf 'the \\033[31mmail\\nwas refused' >&2; exit 3", "--anyway");
        var status = await bench.StatusAsync();
        var text = await bench.RunAsync("status", "2024-04");
        var mended = await PublishAsync(bench, $"cat >> '{Told(bench)}'");
        var third = await PublishAsync(bench, $"cat >> '{Told(bench)}'");

        Assert.Equal((1, 0, 0, 2), (failed.Exit, mended.Exit, third.Exit, Count(bench)));
        Assert.Equal(3, status.GetProperty("command").GetProperty("exit").GetInt32());
        Assert.Equal("the [31mmail | was refused", status.GetProperty("command").Text("message"));
        Assert.Contains("failed with exit code 3", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_cannot_be_started_has_failed_and_keeps_its_secret()
    {
        await using var bench = await StartAsync();

        var ran = await bench.PublishAsync("--verbose", "--set", "Publish:Command=/nowhere/send --password hunter2");
        var doctor = await bench.RunAsync("doctor", "--set", "Publish:Command=/nowhere/send --password hunter2");
        var broken = await bench.PublishAsync("--set", "Publish:Command=\"send hunter2");

        Assert.Equal((1, 2), (ran.Exit, broken.Exit));
        Assert.Contains("could not be started: No such file or directory", ran.Error, StringComparison.Ordinal);
        Assert.Contains("Publish:Command names a program that is not there", doctor.Output + doctor.Error, StringComparison.Ordinal);
        var said = ran.Output + ran.Error + doctor.Output + doctor.Error + broken.Error
            + await File.ReadAllTextAsync(bench.Receipt(), Token)
            + string.Concat(Directory.EnumerateFiles(bench.PathOf("logs")).Select(File.ReadAllText));
        Assert.DoesNotContain("hunter2", said, StringComparison.Ordinal);
        Assert.DoesNotContain("/nowhere", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("send --token=s3cr3t-key", "s3cr3t-key")]
    [InlineData("send https://x:passw0rd1@example.org/hook", "passw0rd1")]
    [InlineData("send hunter", "hunter")]
    public void What_a_program_says_is_kept_without_what_it_was_given(string line, string secret)
    {
        var program = global::Sheaf.Programs.ProgramLine.Parse(line)!;

        Assert.Equal("refused … of today", program.WithoutArguments($"refused {secret} of today"));
    }

    [Theory]
    [InlineData("kill -9 $$")]
    [InlineData("kill -TERM $$")]
    public async Task One_that_was_killed_may_have_done_its_work_and_is_not_run_again(string end)
    {
        await using var bench = await StartAsync();
        var line = $"cat >> '{Told(bench)}'; {end}";

        var killed = await PublishAsync(bench, line);
        var next = await PublishAsync(bench, line);

        Assert.Equal((1, 1, 1), (killed.Exit, next.Exit, Count(bench)));
        Assert.Contains("is not known", next.Error, StringComparison.Ordinal);
        Assert.Equal("unknown", (await bench.StatusAsync()).GetProperty("command").Text("state"));
    }

    [Fact]
    public async Task Sheaf_killed_while_it_runs_never_runs_it_again_by_itself()
    {
        await using var bench = await StartAsync();
        var line = Setting($"cat >> '{Told(bench)}'; kill -9 $PPID");
        using var process = SheafProcess.Start([.. bench.Options, "publish", "2024-04", "--set", line]);
        await process.WaitForExitAsync(Token);

        var status = await bench.StatusAsync();
        var next = await PublishAsync(bench, $"cat >> '{Told(bench)}'");
        var once = Count(bench);
        var again = await PublishAsync(bench, $"cat >> '{Told(bench)}'", "--again");

        Assert.NotEqual(0, process.ExitCode);
        Assert.Equal("started", status.GetProperty("command").Text("state"));
        Assert.Equal((1, 1, 0, 2), (next.Exit, once, again.Exit, Count(bench)));
    }

    [Fact]
    public async Task Stopped_by_a_person_it_ends_with_all_that_it_started()
    {
        await using var bench = await StartAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var line = $"cat >> '{Told(bench)}'; echo begun > '{bench.PathOf("begun")}'; sleep 600; echo late >> '{Told(bench)}'";
        var running = bench.RunStoppableAsync(["publish", "2024-04", "--set", Setting(line)], stop.Token);
        await WaitForAsync(bench.PathOf("begun"));

        await stop.CancelAsync();
        var ran = await running;
        using var free = await LockedAsync(bench);
        free.Dispose();
        var next = await PublishAsync(bench, $"cat >> '{Told(bench)}'");

        Assert.Equal((130, 1, 1), (ran.Exit, next.Exit, Count(bench)));
    }

    [Fact]
    public async Task Two_at_once_tell_the_readers_once()
    {
        await using var bench = await StartAsync();
        var (begun, go) = (bench.PathOf("begun"), bench.PathOf("go"));
        var line = $"cat >> '{Told(bench)}'; echo > '{begun}'; while [ ! -e '{go}' ]; do sleep 0.02; done";
        var first = PublishAsync(bench, line);
        await WaitForAsync(begun);

        var second = await PublishAsync(bench, line);
        var third = await PublishAsync(bench, line, "--again");
        await File.WriteAllTextAsync(go, "", Token);

        Assert.Equal((0, 0, 1), ((await first).Exit, second.Exit, third.Exit));
        Assert.Equal(1, Count(bench));
        Assert.Contains("being published by another process", second.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await PublishAsync(bench, line)).Exit);
    }

    [Fact]
    public async Task Many_processes_at_once_publish_once()
    {
        await using var bench = await StartAsync();
        var line = Setting($"cat >> '{Told(bench)}'");

        var runs = Enumerable.Range(0, 4).Select(_ => SheafProcess.Start([.. bench.Options, "publish", "2024-04", "--set", line])).ToList();
        await Task.WhenAll(runs.Select(run => run.WaitForExitAsync(Token)));

        Assert.All(runs, run => Assert.Equal(0, run.ExitCode));
        Assert.Equal(1, Count(bench));
    }

    [Fact]
    public async Task A_command_may_publish_the_site_and_look_at_the_status_itself()
    {
        await using var bench = await StartAsync();
        var program = Path.Combine(AppContext.BaseDirectory, "sheaf.dll");

        var ran = await PublishAsync(
            bench, $"cat > /dev/null; dotnet '{program}' status 2024-04 --workspace '{bench.Folder}' > '{bench.PathOf("seen")}' && "
            + $"dotnet '{program}' publish --site '{bench.PathOf("site")}' --workspace '{bench.Folder}'");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("Published ", bench.Read("seen"), StringComparison.Ordinal);
        Assert.True(File.Exists(bench.PathOf("site", "2024-04.html")));
    }

    private static async Task<Workbench> StartAsync()
    {
        SmallProgram.Needs();
        return await FinishedMonth.StartAsync();
    }

    private static Task<CommandResult> PublishAsync(Workbench bench, string script, params string[] options) =>
        bench.PublishAsync(["--set", Setting(script), .. options]);

    private static string Setting(string script) => $"Publish:Command=sh -c \"{script.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Told(Workbench bench) => bench.PathOf("told");

    private static int Count(Workbench bench) => SmallProgram.Told(Told(bench)).Count;

    private static async Task WaitForAsync(string file)
    {
        while (!File.Exists(file))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Token);
        }
    }

    /// <summary>A run that was left behind gives the month back when it has ended.</summary>
    private static async Task<FileStream> LockedAsync(Workbench bench)
    {
        while (true)
        {
            if (global::Sheaf.Files.FileLock.TryTake(bench.PathOf("published", ".sheaf", "2024-04.lock")) is { } file)
            {
                return file;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Token);
        }
    }
}
