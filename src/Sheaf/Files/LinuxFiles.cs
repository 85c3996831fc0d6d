using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Sheaf.Files;

/// <summary>
/// What Linux can do with files and .NET has no call for. Elsewhere, and on file systems that lack it, each says so by its answer.
/// </summary>
internal static class LinuxFiles
{
    private const int CurrentFolder = -100;
    private const uint NoReplace = 1;
    private const uint Exchange = 2;
    private const int SetLease = 1024;
    private const int GetLease = 1025;
    private const int SetSignal = 10;
    private const int ReadLease = 0;

    /// <summary>Ignored by default: the signal for a lease that somebody waits for would end the program.</summary>
    private const int HarmlessSignal = 23;

    private const int WouldBlock = 11;
    private const int Exists = 17;

    /// <summary>Lets two files change names, at one moment.</summary>
    /// <returns>False where the system cannot, or one of them is not there; then nothing has changed.</returns>
    public static bool TryExchange(string one, string other) => Rename(one, other, Exchange) == 0;

    /// <summary>Renames a file to a name that is free. Null where the system cannot say; false where the name is taken.</summary>
    public static bool? TryRenameToFree(string from, string to) =>
        Rename(from, to, NoReplace) switch { 0 => true, Exists => false, _ => null };

    /// <summary>Whether another program has this file open for writing; null where the system does not tell. Where the answer is
    /// false nobody can open it for writing until it is closed here: they wait.</summary>
    public static bool? IsBeingWritten(SafeFileHandle file)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        _ = Control(file, SetSignal, HarmlessSignal);
        return Control(file, SetLease, ReadLease) == 0 ? false : Marshal.GetLastPInvokeError() == WouldBlock ? true : null;
    }

    /// <summary>Whether nobody has asked to open a file for writing since <see cref="IsBeingWritten"/> said that nobody has it so, of
    /// the same handle.</summary>
    public static bool IsStillAlone(SafeFileHandle file) => OperatingSystem.IsLinux() && Control(file, GetLease, 0) == ReadLease;

    /// <summary>Gives a file the owner and group of another, as far as this user may; best effort.</summary>
    public static void KeepOwner(string from, string to)
    {
        if (OperatingSystem.IsLinux()
            && OwnerOf(from) is { } kept
            && OwnerOf(to) != kept
            && ChangeOwner(Name(to), kept.User, kept.Group) != 0)
        {
            // Only root may give files away; any user may hand them to a group of their own.
            _ = ChangeOwner(Name(to), uint.MaxValue, kept.Group);
        }
    }

    /// <summary>Whether this program runs as root, whose new files nobody else could change.</summary>
    public static bool IsRoot => OperatingSystem.IsLinux() && EffectiveUser() == 0;

    private static (uint User, uint Group)? OwnerOf(string path)
    {
        // The layout of statx is the same on every processor: user and group stand at 20 and 24.
        const uint UserAndGroup = 0x18;
        var answer = new byte[256];
        try
        {
            return Status(CurrentFolder, Name(path), 0, UserAndGroup, answer) == 0
                ? (BitConverter.ToUInt32(answer, 20), BitConverter.ToUInt32(answer, 24))
                : null;
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <returns>0, or the number of the error; -1 where there is no such call.</returns>
    private static int Rename(string from, string to, uint how)
    {
        if (!OperatingSystem.IsLinux())
        {
            return -1;
        }

        try
        {
            return RenameAt(CurrentFolder, Name(from), CurrentFolder, Name(to), how) == 0 ? 0 : Marshal.GetLastPInvokeError();
        }
        catch (EntryPointNotFoundException)
        {
            return -1;
        }
    }

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes($"{path}\0");

    [DllImport("libc", EntryPoint = "renameat2", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int RenameAt(int fromFolder, byte[] from, int toFolder, byte[] to, uint flags);

    [DllImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(SafeFileHandle file, int command, nint value);

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Status(int folder, byte[] path, int flags, uint mask, byte[] answer);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ChangeOwner(byte[] path, uint user, uint group);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint EffectiveUser();
}
