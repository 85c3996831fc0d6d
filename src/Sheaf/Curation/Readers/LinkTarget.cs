namespace Sheaf.Curation.Readers;

/// <summary>Where a link leads.</summary>
internal static class LinkTarget
{
    private static readonly string[] Hosts = ["link.mail.beehiiv.com", "bit.ly", "t.co", "tinyurl.com", "goo.gl", "ow.ly", "buff.ly", "lnkd.in", "list-manage.com", "sendgrid.net", "mailchi.mp"];

    /// <summary>Whether an address hides its target.</summary>
    public static bool IsOpaque(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var link) && Hosts.Any(host => link.Host == host || link.Host.EndsWith($".{host}", StringComparison.OrdinalIgnoreCase));
}
