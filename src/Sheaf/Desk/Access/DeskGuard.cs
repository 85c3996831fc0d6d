using Microsoft.AspNetCore.Http;
using Sheaf.Settings;

namespace Sheaf.Desk;

/// <summary>
/// What every request passes before anything answers it: the host it was sent to, the page it was sent from, and whether its sender may
/// come in. Each answer carries the headers that keep a browser from being used against it.
/// </summary>
internal sealed class DeskGuard(SheafSettings settings, HostRules hosts, VisitorRules visitors, DeskReach reach)
{
    /// <summary>
    /// Nothing from elsewhere, no script or style inside a page, no frame around it, and markup in scripts only where it is made on
    /// purpose.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static readonly (string Name, string Value)[] Headers =
    [
        ("Content-Security-Policy", Policy),
        ("X-Content-Type-Options", "nosniff"),
        // Not no-referrer: under that a form without Sec-Fetch-Site, as over plain http in a network, has no Origin either.
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ];

    /// <summary>Answers what must not pass; hands on the rest.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (Refusal(context) is { } problem)
        {
            await problem.WriteAsync(context);
            return;
        }

        await next(context);
    }

    private DeskProblem? Refusal(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path);
        if (!hosts.Allow(request.Host))
        {
            return new(
                StatusCodes.Status421MisdirectedRequest,
                "This service does not answer under that name: put it into Desk:Hosts if it is one of this machine's.");
        }

        if (path.StartsWithSegments("/health"))
        {
            return null;
        }

        if (settings.Desk.Access == DeskAccessKind.Off)
        {
            return new(StatusCodes.Status404NotFound, "There is no desk here: Desk:Access is off.");
        }

        // A ballot is open wherever its link leads: its token is looked at where the votes are.
        if (reach.IsShut(settings.Desk) && !DeskPaths.IsForReaders(path))
        {
            return new(
                StatusCodes.Status403Forbidden,
                "The desk is shut, as this address can be reached from elsewhere: set Desk:Password (sheaf desk --password makes it), or "
                + "Desk:ProxyHeader with Desk:TrustedProxies.");
        }

        var entry = visitors.Find(context);
        if (!OriginRules.Allow(request, holdsToken: entry == Entry.Token))
        {
            return new(StatusCodes.Status403Forbidden, "This was not sent from a page of the desk, so nothing was changed.");
        }

        var back = HttpMethods.IsGet(request.Method) ? path + request.QueryString : "/";
        return entry != Entry.None || IsOpenToAll(path) ? null : DeskProblem.NotLetIn(settings.Desk.Password is not null, back);
    }

    /// <summary>What must be had before one is in.</summary>
    private static bool IsOpenToAll(PathString path) =>
        path.Value is DeskPaths.Login or DeskPaths.Link or DeskPaths.Worker || DeskPaths.IsForReaders(path);
}
