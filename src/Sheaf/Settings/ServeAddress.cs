using System.Net;
using System.Net.Sockets;

namespace Sheaf.Settings;

/// <summary>
/// <c>Serve:Url</c>, and the addresses of this machine that it stands for. A name stands for the addresses of that host and no others:
/// taken for all of the machine's, as web servers do, a name within the house would open the service to the world.
/// </summary>
internal static class ServeAddress
{
    /// <exception cref="FormatException">The service cannot listen there. The message says what it takes.</exception>
    public static Uri Parse(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url)
        && url.Scheme == "http" && url is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            ? url
            : throw new FormatException(
                "an http address without a path, such as http://127.0.0.1:8017; for https and paths put a proxy before it");

    /// <summary>Where the service is to listen, each of them free a moment ago.</summary>
    /// <exception cref="BadInputException">The host is not known, or is not this machine.</exception>
    /// <exception cref="IOException">Another program listens there, or the port may not be used.</exception>
    public static async Task<IReadOnlyList<IPEndPoint>> ResolveAsync(Uri url, CancellationToken cancellationToken)
    {
        var own = (await AddressesAsync(url, cancellationToken)).Where(IsOurs).ToList();
        if (own.Count == 0)
        {
            throw new BadInputException(
                $"Serve:Url is {Shown(url)}, and {url.Host} is not an address of this machine: name one that is, such as "
                + "http://127.0.0.1:8017.");
        }

        // Without a port of its own each address would get another.
        var points = own.Take(url.Port == 0 ? 1 : own.Count).Select(address => new IPEndPoint(address, url.Port)).ToList();
        points.ForEach(point => CheckFree(point, url));
        return points;
    }

    /// <summary>The address without the slash that stands for no path.</summary>
    public static string Shown(Uri url) => url.GetLeftPart(UriPartial.Authority);

    private static async Task<IReadOnlyList<IPAddress>> AddressesAsync(Uri url, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(url.DnsSafeHost, out var address))
        {
            return [address];
        }

        if (url.IsLoopback)
        {
            return [IPAddress.Loopback, IPAddress.IPv6Loopback];
        }

        try
        {
            return await Dns.GetHostAddressesAsync(url.IdnHost, cancellationToken);
        }
        catch (SocketException)
        {
            throw new BadInputException(
                $"Serve:Url is {Shown(url)}, and there is no host {url.Host}: name an address of this machine, such as "
                + "http://127.0.0.1:8017.");
        }
    }

    private static bool IsOurs(IPAddress address) => Bind(new IPEndPoint(address, 0)) is null;

    private static void CheckFree(IPEndPoint point, Uri url)
    {
        switch (Bind(point))
        {
            case SocketError.AddressAlreadyInUse:
                throw new IOException(
                    $"Serve:Url is {Shown(url)}: address already in use, by another program that listens there; stop it, or set another "
                    + "port");
            case { } failure:
                throw new IOException($"Serve:Url is {Shown(url)}, where this program may not listen ({failure}); set another port");
        }
    }

    private static SocketError? Bind(IPEndPoint point)
    {
        try
        {
            using var socket = new Socket(point.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            if (!OperatingSystem.IsWindows())
            {
                // As the web server does: a port that was in use a moment ago is free.
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            }

            socket.Bind(point);
            socket.Listen();
            return null;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode;
        }
    }
}
