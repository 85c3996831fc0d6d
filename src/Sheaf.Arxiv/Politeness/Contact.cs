using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Politeness;

/// <summary>Who stands behind the requests, as the User-Agent tells it.</summary>
internal static partial class Contact
{
    /// <summary>The contact in the form that a User-Agent's comment carries it, or null where it is neither a mail address nor a web address.</summary>
    /// <remarks>What passes here goes into a header as it stands: one line of printable ASCII that cannot close the comment.</remarks>
    public static string? Comment(string contact) =>
        MailAddress().IsMatch(contact) ? $"mailto:{contact}" : IsWebAddress(contact) ? $"+{contact}" : null;

    /// <summary><c>Sheaf/0.1.0 (mailto:editor@example.org)</c>; without the comment where there is no contact.</summary>
    public static string UserAgent(string contact)
    {
        var product = $"Sheaf/{typeof(Contact).Assembly.GetName().Version?.ToString(3)}";
        return contact.Length == 0 ? product : $"{product} ({Comment(contact)})";
    }

    private static bool IsWebAddress(string contact) =>
        PlainCharacters().IsMatch(contact)
        && Uri.TryCreate(contact, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    [GeneratedRegex(@"\A[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})*\z")]
    private static partial Regex MailAddress();

    [GeneratedRegex(@"\A[!#-'*-;=?-\[\]-~]{1,500}\z")]
    private static partial Regex PlainCharacters();
}
