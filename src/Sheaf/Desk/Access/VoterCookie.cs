using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Sheaf.Desk;

/// <summary>
/// By what a browser is known that votes: random, sent to the ballots alone, and kept nowhere but in that browser. Files have its digest.
/// </summary>
internal static class VoterCookie
{
    public const string Name = "sheaf-ballot";

    private const int Length = 32;
    private const int DigestLength = 16;

    /// <summary>The digest of what the browser keeps; null where it keeps nothing of ours.</summary>
    public static string? DigestOf(HttpContext context) =>
        context.Request.Cookies[Name] is { } kept && Base64Url.IsValid(kept, out var length) && length == Length ? DigestOf(kept) : null;

    /// <summary>Something for a browser to keep, and its digest.</summary>
    public static (string Kept, string Digest) Make()
    {
        var kept = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Length));
        return (kept, DigestOf(kept));
    }

    /// <summary>Has the browser keep it for a year.</summary>
    public static void Give(HttpContext context, string kept, bool isSecure)
    {
        foreach (var path in new[] { DeskPaths.Voting, DeskPaths.VotingApi })
        {
            context.Response.Cookies.Append(
                Name, kept,
                new CookieOptions
                {
                    HttpOnly = true,
                    // Most come by a link in a mail or a chat: Strict would not be sent then, and they would lose their names. What changes
                    // something asks where it comes from anyway.
                    SameSite = SameSiteMode.Lax,
                    Path = path,
                    MaxAge = DeskToken.CookieLife,
                    Secure = isSecure,
                });
        }
    }

    private static string DigestOf(string kept) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(kept)).AsSpan(0, DigestLength));
}
