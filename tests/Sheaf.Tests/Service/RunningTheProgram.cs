using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Service;
using Sheaf.Settings;

namespace Sheaf.Tests.Service;

/// <summary>Whatever the program does, nobody waits for it for longer than its time, and its failure is one line in the log.</summary>
public sealed class RunningTheProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-notify-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 5, 2, 10, 0, 0, TimeSpan.Zero));
    private readonly LoggedLines<Notifier> _log = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder, "told");

    [Fact]
    public async Task It_gets_one_json_object_on_standard_input()
    {
        SmallProgram.Needs();

        await TellAsync(SmallProgram.AppendingTo(File));

        Assert.Equal(
            $$"""{"event":"needs-person","message":"Caf\u00E9 \u003Ch1\u003E","workspace":"{{_folder}}","""
            + "\"time\":\"2024-05-02T10:00:00Z\",\"reason\":\"failed\"}\n",
            await System.IO.File.ReadAllTextAsync(File, Token));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task It_gets_its_arguments_as_they_are_and_our_environment()
    {
        SmallProgram.Needs();

        await TellAsync($"sh -c \"echo \"\"$1|$PATH\"\" > '{File}'\" sh \"$(id) ; a  b\"");

        Assert.Equal($"$(id) ; a  b|{Environment.GetEnvironmentVariable("PATH")}\n", await System.IO.File.ReadAllTextAsync(File, Token));
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended_after_its_time_with_all_that_it_started()
    {
        SmallProgram.Needs();
        var telling = TellAsync($"sh -c \"sleep 3600 & echo $! > '{File}.new'; mv '{File}.new' '{File}'; wait\"");
        while (!System.IO.File.Exists(File))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Token);
        }

        _time.Advance(Notifier.LongestRun - TimeSpan.FromSeconds(1));
        var early = telling.IsCompleted;
        _time.Advance(TimeSpan.FromSeconds(1));
        await telling.WaitAsync(Token);

        Assert.False(early);
        Assert.Equal("Warning: Notify:Command, told of 'needs-person', was ended after 30 seconds", Assert.Single(_log.Lines));
        await GoneAsync(int.Parse(await System.IO.File.ReadAllTextAsync(File, Token), CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Whoever_stops_Sheaf_does_not_wait_for_it()
    {
        SmallProgram.Needs();
        using var stop = new CancellationTokenSource();
        var telling = new Notifier(Settings("sleep 3600"), _time, _log).TellAsync(Sample(), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => telling);
    }

    [Theory]
    [InlineData("/nowhere/notify --password=secret", "No such file")]
    [InlineData("sh -c \"exit 3\" secret", "exit code 3")]
    public async Task A_failure_is_one_line_without_the_arguments(string command, string reason)
    {
        SmallProgram.Needs();

        await TellAsync(command);

        var line = Assert.Single(_log.Lines);
        Assert.StartsWith("Warning: Notify:Command could not be told of 'needs-person': ", line, StringComparison.Ordinal);
        Assert.Contains(reason, line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("sh -c \"exec <&-; exit 0\"")]
    [InlineData("sh -c \"yes | head -c 1000000; yes | head -c 1000000 >&2\"")]
    public async Task A_program_may_leave_its_input_unread_and_say_what_it_likes(string command)
    {
        SmallProgram.Needs();

        await TellAsync(command);

        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Without_a_program_nothing_is_run()
    {
        await TellAsync("");

        Assert.Empty(_log.Lines);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task GoneAsync(int process)
    {
        // A process that was ended lingers until its parent, or init in its place, has taken note.
        while (IsAlive(process))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Token);
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return !System.IO.File.Exists($"/proc/{process}/stat")
                || !System.IO.File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is ArgumentException or IOException)
        {
            return false;
        }
    }

    private static SheafSettings Settings(string command) => new() { NotifyCommand = command };

    private Notice Sample() => new NoticePlace(new Workspace(_folder), _time).Failed("Café\n<h1>\u202e\e");

    private Task TellAsync(string command) => new Notifier(Settings(command), _time, _log).TellAsync(Sample(), Token);
}
