using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Sheaf.Desk;

/// <summary>
/// What opens the desk: a random token in a file that only its user may read, beside the state of the request gate. Links that work once
/// and cookies are derived from it, so that a new token locks everybody out.
/// </summary>
/// <param name="folder">Where the gate's state lies.</param>
/// <param name="time">By which links and cookies run out.</param>
/// <param name="bound">What cookies are bound to, too: another password locks out who came in by the one before.</param>
internal sealed class DeskToken(string folder, TimeProvider time, string bound = "")
{
    /// <summary>How long a link works that was not used.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(10);

    /// <summary>How long a browser stays in.</summary>
    public static readonly TimeSpan CookieLife = TimeSpan.FromDays(365);

    private const int Length = 32;
    private const int BallotKeyLength = 16;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnersFile | UnixFileMode.UserExecute;

    private string TokenFile => Path.Combine(folder, "desk.token");

    /// <summary>One file for each link that has been made and not used: its name is the digest of what the link holds.</summary>
    private string Links => Path.Combine(folder, "desk-links");

    /// <summary>Whether this is the token itself, as a program of its user sends it. Takes the same time for every text.</summary>
    public bool Is(string text) => Equal(text, Base64Url.EncodeToString(Secret()));

    /// <summary>Makes what a link holds: it works once, and for <see cref="LinkLife"/>.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public string NewLink()
    {
        // The token's file is there as soon as the desk is: a program of the user reads it without a browser having been let in.
        _ = Secret();
        MakeFolder(Links);
        var link = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));
        foreach (var old in Directory.EnumerateFiles(Links).Where(IsOver).ToList())
        {
            File.Delete(old);
        }

        using var file = Create(LinkFile(link), FileMode.CreateNew);
        return link;
    }

    /// <summary>Uses a link: true once, in whichever process.</summary>
    public bool Redeem(string link)
    {
        var file = LinkFile(link);
        try
        {
            if (!File.Exists(file) || IsOver(file))
            {
                return false;
            }

            // Of two at once only one can rename it.
            var used = $"{file}.{Guid.NewGuid():N}";
            File.Move(file, used);
            File.Delete(used);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>What a browser keeps that has been let in, until a moment that stands in it.</summary>
    public string NewCookie()
    {
        var until = (time.GetUtcNow() + CookieLife).ToUnixTimeSeconds();
        return $"{until}.{Sign(until)}";
    }

    /// <summary>Whether this is a cookie of ours that has not run out.</summary>
    public bool IsCookie(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && long.TryParse(text.AsSpan(0, dot), out var until) && Equal(text[(dot + 1)..], Sign(until))
            && until > time.GetUtcNow().ToUnixTimeSeconds();
    }

    /// <summary>What is in the link of a ballot. It says nothing of the token, and is no cookie.</summary>
    /// <param name="of">Which ballot, and which time that it was opened.</param>
    public string BallotKey(string of) => Base64Url.EncodeToString(
        HMACSHA256.HashData(Secret(), Encoding.UTF8.GetBytes($"ballot {of}")).AsSpan(0, BallotKeyLength));

    /// <summary>Whether this is what <see cref="BallotKey"/> makes. Takes the same time for every text.</summary>
    public bool IsBallotKey(string text, string of) => Equal(text, BallotKey(of));

    private string Sign(long until) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Secret(), Encoding.UTF8.GetBytes($"cookie {until} {bound}")));

    /// <summary>The token, made when it is first needed. Read each time, so that a new file is heeded at once.</summary>
    /// <exception cref="IOException">It can neither be read nor made.</exception>
    private byte[] Secret()
    {
        MakeFolder(folder);
        if (!File.Exists(TokenFile))
        {
            var made = $"{TokenFile}.{Guid.NewGuid():N}";
            using (var file = Create(made, FileMode.CreateNew))
            {
                file.Write(Encoding.ASCII.GetBytes(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length))));
            }

            try
            {
                // Whoever comes first decides for all.
                File.Move(made, TokenFile, overwrite: false);
            }
            catch (IOException) when (File.Exists(TokenFile))
            {
                File.Delete(made);
            }
        }

        var text = File.ReadAllText(TokenFile).Trim();
        return Base64Url.IsValid(text, out var length) && length >= Length
            ? Base64Url.DecodeFromChars(text)
            : throw new IOException($"{TokenFile} holds no token: delete it, and another is made");
    }

    /// <summary>By the time of the file, so that nothing in it need be believed.</summary>
    private bool IsOver(string file) => (time.GetUtcNow() - File.GetLastWriteTimeUtc(file)).Duration() > LinkLife;

    private string LinkFile(string link) =>
        Path.Combine(Links, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link))));

    private static bool Equal(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private FileStream Create(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        var file = new FileStream(path, options);
        File.SetLastWriteTimeUtc(file.SafeFileHandle, time.GetUtcNow().UtcDateTime);
        return file;
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, OwnersFolder);
        }
    }
}
