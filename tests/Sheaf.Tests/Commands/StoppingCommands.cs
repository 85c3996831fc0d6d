using System.Diagnostics;
using Sheaf.Commands;
using Sheaf.Store;
using Sheaf.Tests.Store;

namespace Sheaf.Tests.Commands;

/// <summary>Whoever asks a command to end gets an end, whatever it waits for.</summary>
public sealed class StoppingCommands
{
    [Theory]
    [InlineData("add", "--from")]
    [InlineData("import")]
    public async Task A_pipe_that_nobody_writes_to_holds_nobody_up(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no such pipes");
        await using var bench = await Workbench.StartAsync([]);
        var pipe = bench.PathOf("pipe");
        using (var made = Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using var stop = new CancellationTokenSource();
        var running = bench.RunStoppableAsync([.. arguments, pipe], stop.Token);
        await stop.CancelAsync();
        var ran = await running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(130, ran.Exit);
        Assert.StartsWith("Stopped.", ran.Error, StringComparison.Ordinal);

        // Lets go of whoever still waits at the other end.
        await using var other = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("draft", "--help")]
    public async Task An_output_that_cannot_be_written_is_one_sentence(params string[] arguments)
    {
        using var error = new StringWriter();
        await using var full = new FullDisk();

        var exit = await SheafCommand.RunAsync(arguments, full, error, TestContext.Current.CancellationToken);

        Assert.Equal(4, exit);
        Assert.Equal("The output cannot be written: No space left on device", error.ToString().Trim());
    }

    [Fact]
    public void A_backup_that_is_stopped_leaves_nothing_behind()
    {
        using var store = new TemporaryStore();
        store.Eprints.Save([Invented.Page("2404.00001")], Invented.Today);
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(store.File)!, "copies"));
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.Throws<OperationCanceledException>(
            () => new Backup(store.Database).WriteTo(Path.Combine(folder.FullName, "copy.db"), stop.Token));

        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public void What_a_killed_backup_has_left_can_be_seen_and_the_next_one_takes_its_place()
    {
        using var store = new TemporaryStore();
        var copy = Path.Combine(Path.GetDirectoryName(store.File)!, "copy.db");
        File.WriteAllText($"{copy}.partial", "half of it");

        new Backup(store.Database).WriteTo(copy, TestContext.Current.CancellationToken);

        Assert.True(File.Exists(copy));
        Assert.False(File.Exists($"{copy}.partial"));
    }

    [Fact]
    public void Looking_for_damage_can_be_stopped()
    {
        using var store = new TemporaryStore();
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => store.Database.FirstDamage(stop.Token));
    }

    private sealed class FullDisk : StringWriter
    {
        public override void Write(char value) => throw new IOException("No space left on device");

        public override void Write(string? value) => throw new IOException("No space left on device");

        public override void WriteLine(string? value) => throw new IOException("No space left on device");
    }
}
