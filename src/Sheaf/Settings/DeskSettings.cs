using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Sheaf.Settings;

/// <summary>Who may use the desk, the pages that <c>sheaf serve</c> shows in a browser.</summary>
internal sealed class DeskSettings
{
    /// <summary>Default <see cref="DeskAccessKind.Auto"/>.</summary>
    public DeskAccessKind Access { get; set; }

    /// <summary>What <c>sheaf desk --password</c> printed; null: nobody logs in with a password. Default null. Never repeated.</summary>
    public PasswordHash? Password { get; set; }

    /// <summary>The header in which a proxy before the service names who it has let in; null: none. Default null.</summary>
    public string? ProxyHeader { get; set; }

    /// <summary>The only senders whose <see cref="ProxyHeader"/> is believed. Default none.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; set; } = [];

    /// <summary>Names, with or without a port, under which browsers may ask beside this machine's own. Default none.</summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    /// <summary>Whether there is any way in for somebody who does not sit at this machine.</summary>
    public bool HasKeyForOthers => Password is not null || (ProxyHeader is not null && TrustedProxies.Count > 0);

    /// <exception cref="FormatException">One of the words is no address.</exception>
    internal static IReadOnlyList<IPNetwork> ParseNetworks(string value) =>
    [
        .. Words(value).Select(word =>
            IPNetwork.TryParse(word, out var network) ? network
            : IPAddress.TryParse(word, out var address)
                ? new IPNetwork(address, address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? 32 : 128)
            : throw new FormatException("addresses or networks with commas between them, as in \"172.18.0.2, 10.0.0.0/8\"")),
    ];

    /// <exception cref="FormatException">One of the words is no host.</exception>
    internal static IReadOnlyList<string> ParseHosts(string value) =>
    [
        .. Words(value).Select(word =>
            Uri.TryCreate($"http://{word}/", UriKind.Absolute, out var url) && url is { AbsolutePath: "/", UserInfo: "" }
                && Uri.CheckHostName(url.DnsSafeHost) != UriHostNameType.Unknown
                ? word.ToLowerInvariant()
                : throw new FormatException("names of hosts with commas between them, as in \"papers.example.org, desk.local:8017\"")),
    ];

    /// <exception cref="FormatException">It is no name of a header.</exception>
    internal static string? ParseHeader(string value) =>
        value.Length == 0 ? null
        : value.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? value
        : throw new FormatException("the name of a header, such as X-Forwarded-User");

    private static string[] Words(string value) => value.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Who is let in to the desk.</summary>
internal enum DeskAccessKind
{
    /// <summary>
    /// On loopback who has the link that the service prints; beyond it who knows the password, or whom a proxy has let in.
    /// </summary>
    Auto,

    /// <summary>On loopback everybody on this machine; beyond it the service does not start.</summary>
    Open,

    /// <summary>Nobody: there is no desk.</summary>
    Off,
}

/// <summary>A password as it is kept: what it is derived to, never itself. PBKDF2 with SHA-256 (RFC 8018).</summary>
internal sealed partial class PasswordHash
{
    /// <summary>As OWASP asks of PBKDF2 with SHA-256 (Password Storage Cheat Sheet, 2023).</summary>
    private const int Rounds = 600_000;
    private const int MostRounds = 10_000_000;
    private const int SaltLength = 16;
    private const int KeyLength = 32;

    private readonly int _rounds;
    private readonly byte[] _salt;
    private readonly byte[] _key;

    private PasswordHash(int rounds, byte[] salt, byte[] key) => (_rounds, _salt, _key) = (rounds, salt, key);

    /// <summary>Of a new password.</summary>
    public static PasswordHash Of(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return new(Rounds, salt, Derive(password, salt, Rounds));
    }

    /// <exception cref="FormatException">It is none. The message does not repeat it.</exception>
    public static PasswordHash Parse(string text)
    {
        var match = Shape().Match(text);
        return match.Success && int.TryParse(match.Groups["rounds"].ValueSpan, out var rounds) && rounds is > 0 and <= MostRounds
            && Bytes(match.Groups["salt"].Value) is { } salt && Bytes(match.Groups["key"].Value) is { Length: KeyLength } key
                ? new(rounds, salt, key)
                : throw new FormatException("what sheaf desk --password prints");
    }

    /// <summary>Takes the same time for every password.</summary>
    public bool Matches(string password) => CryptographicOperations.FixedTimeEquals(Derive(password, _salt, _rounds), _key);

    public override string ToString() => $"pbkdf2-sha256:{_rounds}:{Convert.ToBase64String(_salt)}:{Convert.ToBase64String(_key)}";

    private static byte[] Derive(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA256, KeyLength);

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var written) ? bytes[..written] : null;
    }

    [GeneratedRegex("^pbkdf2-sha256:(?<rounds>[0-9]{1,8}):(?<salt>[A-Za-z0-9+/=]{16,88}):(?<key>[A-Za-z0-9+/=]{44})$")]
    private static partial Regex Shape();
}
