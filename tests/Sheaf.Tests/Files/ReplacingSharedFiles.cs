using System.Diagnostics;
using Sheaf.Files;

namespace Sheaf.Tests.Files;

/// <summary>A file that other programs write, too.</summary>
public sealed class ReplacingSharedFiles : IDisposable
{
    private static readonly FilePace Quick = new(
        TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(50));
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sheaf-shared-");

    private string Target => Path.Combine(_folder.FullName, "2024-04.md");

    private static Patience Patience => new(Quick, TimeProvider.System, TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_that_holds_what_was_read_is_replaced_and_nothing_is_left_beside_it()
    {
        File.WriteAllText(Target, "one");

        var made = Replacement.TryMake(Target, "one"u8.ToArray(), "two"u8.ToArray());

        Assert.Equal(Aftermath.Stands, made!.LookAgain(Patience));
        made.Finish();
        Assert.Equal("two", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Theory]
    [InlineData("one", "other")]
    [InlineData("one", null)]
    [InlineData(null, "other")]
    [InlineData("one", "")]
    public void A_file_that_holds_something_else_by_now_is_left_alone(string? read, string? holds)
    {
        if (holds is not null)
        {
            File.WriteAllText(Target, holds);
        }

        Assert.Null(Replacement.TryMake(Target, read is null ? null : "one"u8.ToArray(), "two"u8.ToArray()));

        Assert.Equal(holds, File.Exists(Target) ? File.ReadAllText(Target) : null);
        Assert.Equal(holds is null ? [] : [Target], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void While_somebody_writes_it_it_is_neither_read_nor_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells");
        File.WriteAllText(Target, "one");
        using var editor = new FileStream(Target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);

        Assert.Null(Replacement.TryMake(Target, "one"u8.ToArray(), "two"u8.ToArray()));
        Assert.Throws<IOException>(() => SharedFile.Read(Target, 100, hadContent: false, Patience));

        Assert.Equal("one", File.ReadAllText(Target));
    }

    [Fact]
    public void What_is_written_to_the_file_that_was_displaced_comes_back()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only there two files change places");
        File.WriteAllText(Target, "one\n");

        var made = Replacement.TryMake(Target, "one\n"u8.ToArray(), "two\n"u8.ToArray())!;
        File.AppendAllText(Assert.Single(Directory.GetFiles(_folder.FullName, ".*")), "by who had it open\n");

        Assert.Equal(Aftermath.WrittenBeneath, made.LookAgain(Patience));
        made.PutBack();
        Assert.Equal("one\nby who had it open\n", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void A_save_on_top_is_seen_and_stays_when_the_change_is_put_back()
    {
        File.WriteAllText(Target, "one");

        var made = Replacement.TryMake(Target, "one"u8.ToArray(), "two"u8.ToArray())!;
        File.WriteAllText(Target, "three");

        Assert.Equal(Aftermath.Overwritten, made.LookAgain(Patience));
        made.PutBack();
        Assert.Equal("three", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void What_was_written_beneath_is_kept_beside_a_save_on_top_when_the_change_is_put_back()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only there two files change places");
        File.WriteAllText(Target, "one\n");

        var made = Replacement.TryMake(Target, "one\n"u8.ToArray(), "two\n"u8.ToArray())!;
        File.AppendAllText(Assert.Single(Directory.GetFiles(_folder.FullName, ".*")), "by who had it open\n");
        File.WriteAllText(Target, "three\n");

        Assert.Equal("one\nby who had it open\n", File.ReadAllText(made.PutBack()!));
        Assert.Equal("three\n", File.ReadAllText(Target));
    }

    [Fact]
    public void Who_is_writing_on_top_when_the_change_is_put_back_is_not_cut_off()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only there two files change places");
        File.WriteAllText(Target, "one\n");

        var made = Replacement.TryMake(Target, "one\n"u8.ToArray(), "two\n"u8.ToArray())!;
        using (var editor = new FileStream(Target, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete))
        {
            Assert.Null(made.PutBack());
            editor.Write("three\n"u8);
        }

        Assert.Equal("two\nthree\n", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void A_file_that_goes_can_be_put_back()
    {
        File.WriteAllText(Target, "one");

        var made = Replacement.TryMake(Target, "one"u8.ToArray(), null)!;
        Assert.False(File.Exists(Target));
        made.PutBack();

        Assert.Equal("one", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Theory]
    [InlineData(true, 60)]
    [InlineData(false, 0)]
    public void An_empty_file_is_a_decision_when_it_has_been_empty_for_long_or_never_held_anything(bool hadContent, int secondsEmpty)
    {
        File.WriteAllText(Target, "");
        File.SetLastWriteTimeUtc(Target, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-secondsEmpty));

        Assert.Empty(SharedFile.Read(Target, 100, hadContent, Patience)!);
    }

    [Fact]
    public void An_empty_file_that_held_something_is_no_decision()
    {
        File.WriteAllText(Target, "");

        Assert.Contains(
            "is empty and held text before",
            Assert.Throws<IOException>(() => SharedFile.Read(Target, 100, hadContent: true, Patience)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_saved_while_an_empty_file_is_waited_for_is_read()
    {
        File.WriteAllText(Target, "");

        var reading = Task.Run(
            () => SharedFile.Read(
                Target, 100, hadContent: true, new Patience(FilePace.Default, TimeProvider.System, TestContext.Current.CancellationToken)));
        File.WriteAllText(Target, "whole");

        Assert.Equal("whole"u8.ToArray(), await reading);
    }

    [Fact]
    public async Task Owner_and_group_stay_when_root_saves()
    {
        Assert.SkipUnless(LinuxFiles.IsRoot, "only root can give files away");
        File.WriteAllText(Target, "one");
        await RunAsync("chown", "12345:54321", Target);

        Replacement.TryMake(Target, "one"u8.ToArray(), "two"u8.ToArray())!.Finish();
        WholeFile.Replace(Target, "three"u8);

        Assert.Equal("12345 54321\n", await RunAsync("stat", "-c", "%u %g", Target));
    }

    [Fact]
    public async Task What_root_makes_anew_belongs_to_who_has_the_folder()
    {
        Assert.SkipUnless(LinuxFiles.IsRoot, "only root can give files away");
        await RunAsync("chown", "12345:54321", _folder.FullName);

        Replacement.TryMake(Target, null, "one"u8.ToArray())!.Finish();

        Assert.Equal("12345 54321\n", await RunAsync("stat", "-c", "%u %g", Target));
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
