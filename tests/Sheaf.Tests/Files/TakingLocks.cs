using Microsoft.Extensions.Time.Testing;
using Sheaf.Files;

namespace Sheaf.Tests.Files;

/// <summary>A lock that another has is waited for; one that cannot be taken at all is not.</summary>
public sealed class TakingLocks : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sheaf-locks-").FullName;

    private string LockPath => Path.Combine(_folder, ".lock");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_is_held_by_one_alone()
    {
        using (FileLock.TryTake(LockPath))
        {
            Assert.Null(FileLock.TryTake(LockPath));
        }

        using var again = FileLock.TryTake(LockPath);
        Assert.NotNull(again);
    }

    [Fact]
    public async Task The_lock_of_a_workspace_is_waited_for_and_no_longer_than_a_minute()
    {
        var time = new FakeTimeProvider();
        using var held = WorkspaceLock.Take(LockPath, time, Token);
        var waiting = Task.Run(() => WorkspaceLock.Take(LockPath, time, Token), Token);
        while (!waiting.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        var failure = await Assert.ThrowsAsync<IOException>(() => waiting);

        Assert.Equal($"Another program has been changing the files of this workspace for a minute ({LockPath} is locked)", failure.Message);
    }

    [Fact]
    public async Task What_cannot_be_opened_is_told_at_once_and_of_no_other_program()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        File.CreateSymbolicLink(LockPath, LockPath);

        var failure = await Assert.ThrowsAnyAsync<IOException>(
            () => Task.Run(() => WorkspaceLock.Take(LockPath, new FakeTimeProvider(), Token), Token)
                .WaitAsync(TimeSpan.FromMinutes(1), Token));

        Assert.DoesNotContain("Another program", failure.Message, StringComparison.Ordinal);
    }
}
