using System.Net;
using Microsoft.AspNetCore.Http;
using Sheaf.Settings;

namespace Sheaf.Desk;

/// <summary>How somebody was let in to the desk.</summary>
internal enum Entry
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By the cookie that a link or the password gave.</summary>
    Cookie,

    /// <summary>As a program of the user that holds the token.</summary>
    Token,

    /// <summary>By a proxy before the service.</summary>
    Proxy,

    /// <summary>As everybody on this machine may.</summary>
    Open,
}

/// <summary>Says who a request comes from.</summary>
internal sealed class VisitorRules(SheafSettings settings, DeskReach reach, DeskToken token)
{
    /// <summary>The cookie of a browser that was let in.</summary>
    public const string Cookie = "sheaf-desk";

    private const string Bearer = "Bearer ";

    /// <summary>How the sender of this request gets in.</summary>
    public Entry Find(HttpContext context) =>
        HoldsToken(context.Request) ? Entry.Token
        : settings.Desk.Access == DeskAccessKind.Open && reach.IsLoopbackOnly ? Entry.Open
        : context.Request.Cookies[Cookie] is { } cookie && token.IsCookie(cookie) ? Entry.Cookie
        : NameByProxy(context) is not null ? Entry.Proxy
        : Entry.None;

    /// <summary>The name that a trusted proxy gives to who it has let in; null where there is none.</summary>
    public string? NameByProxy(HttpContext context) =>
        settings.Desk.ProxyHeader is { } header && context.Connection.RemoteIpAddress is { } sender && IsTrusted(sender)
            && context.Request.Headers[header] is [{ Length: > 0 } name] ? name : null;

    /// <summary>Lets a browser in for a year.</summary>
    public void LetIn(HttpContext context) => context.Response.Cookies.Append(
        Cookie,
        token.NewCookie(),
        new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            MaxAge = DeskToken.CookieLife,
            Secure = IsHttps(context),
        });

    /// <summary>Whether the browser speaks over TLS to us, or to a trusted proxy that says so.</summary>
    public bool IsHttps(HttpContext context) => context.Request.IsHttps || IsHttpsOutside(context);

    private bool IsHttpsOutside(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } sender && IsTrusted(sender)
            && context.Request.Headers["X-Forwarded-Proto"] is ["https"];

    private bool HoldsToken(HttpRequest request) =>
        request.Headers.Authorization is [{ } authorization] && authorization.StartsWith(Bearer, StringComparison.Ordinal)
            && token.Is(authorization[Bearer.Length..]);

    private bool IsTrusted(IPAddress sender)
    {
        var address = sender.IsIPv4MappedToIPv6 ? sender.MapToIPv4() : sender;
        return settings.Desk.TrustedProxies.Any(network => network.Contains(address));
    }
}

/// <summary>From where the service can be reached.</summary>
/// <param name="IsLoopbackOnly">Whether only from this machine.</param>
internal sealed record DeskReach(bool IsLoopbackOnly)
{
    public static DeskReach Of(IEnumerable<IPEndPoint> points) => new(points.All(point => IPAddress.IsLoopback(point.Address)));

    /// <summary>Whether the desk stays shut because it could be reached from elsewhere and has no key for that.</summary>
    public bool IsShut(DeskSettings desk) => !IsLoopbackOnly && !desk.HasKeyForOthers;
}
