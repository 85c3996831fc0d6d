using System.Net;

namespace Sheaf.Arxiv.Politeness;

/// <summary>Hosts on this machine, which may be asked without arXiv's limits: a loopback address, or <c>localhost</c>.</summary>
internal static class Loopback
{
    public static bool Includes(Uri? address) =>
        address is { IsAbsoluteUri: true }
        && (address.IdnHost == "localhost" || (IPAddress.TryParse(address.IdnHost, out var host) && IPAddress.IsLoopback(host)));
}
