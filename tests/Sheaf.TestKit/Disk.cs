using System.Diagnostics;

namespace Sheaf.TestKit;

/// <summary>A disk of its own for one folder, small enough to be filled. Skips the test where none may be made.</summary>
internal sealed class Disk : IDisposable
{
    private readonly string _folder;

    private Disk(string folder) => _folder = folder;

    private string Filler => Path.Combine(_folder, "filler");

    /// <param name="folder">Must be empty.</param>
    /// <param name="kilobytes">All that fits on it.</param>
    public static Disk On(string folder, int kilobytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "only root may mount a small disk");
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={kilobytes}k"), "tmpfs", folder),
            "no disk can be mounted here");
        return new Disk(folder);
    }

    /// <summary>Until there is this much room left.</summary>
    public void Fill(int kilobytesLeft)
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        while (new DriveInfo(_folder).AvailableFreeSpace > kilobytesLeft * 1024L)
        {
            filler.Write(new byte[4096]);
        }
    }

    public void MakeRoom() => File.Delete(Filler);

    public void Dispose() => Run("umount", "--lazy", _folder);

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
