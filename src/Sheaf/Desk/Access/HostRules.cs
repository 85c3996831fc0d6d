using System.Net;
using Microsoft.AspNetCore.Http;
using Sheaf.Settings;

namespace Sheaf.Desk;

/// <summary>
/// Under which names the service answers. A page from elsewhere can give its own name the address of this machine and then ask as if it
/// were at home (DNS rebinding); it cannot choose the Host header.
/// </summary>
internal sealed class HostRules
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public HostRules(SheafSettings settings)
    {
        _names.UnionWith(settings.Desk.Hosts);
        if (!IsUnspecified(settings.ServeUrl.DnsSafeHost))
        {
            _names.Add(settings.ServeUrl.Host);
        }
    }

    /// <summary>Whether the service answers a request to this host.</summary>
    public bool Allow(HostString host) =>
        host.HasValue && (IsLoopback(host.Host) || _names.Contains(host.Host) || _names.Contains(host.Value));

    /// <summary>Whether it is a name that every machine has for itself.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsUnspecified(string host) =>
        IPAddress.TryParse(host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
}
