using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv;

/// <summary>Does not let an impolite or unusable configuration start. Each failure is one sentence that names its key.</summary>
public sealed class ArxivOptionsValidator : IValidateOptions<ArxivOptions>
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public ValidateOptionsResult Validate(string? name, ArxivOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(ArxivOptions options) => new[]
    {
        OfAddress("Arxiv:ApiBase", options.ApiBase),
        OfAddress("Arxiv:OaiBase", options.OaiBase),
        OfAddress("Arxiv:SiteBase", options.SiteBase),
        OfWait("Arxiv:ApiInterval", options.ApiInterval, TimeSpan.FromSeconds(3), Day, options.ApiBase, options.OaiBase),
        OfWait("Arxiv:PageInterval", options.PageInterval, TimeSpan.FromSeconds(15), Day, options.SiteBase),
        OfWait(
            "Arxiv:BackOff", options.BackOff, TimeSpan.FromSeconds(30), BackOff.LongestWait, options.ApiBase, options.OaiBase,
            options.SiteBase),
        OfBatchSize(options.BatchSize),
        OfRefreshAfter(options.RefreshAfter),
        OfContact(options.Contact),
    }.OfType<string>();

    private static string? OfAddress(string key, Uri? address) => address switch
    {
        null => $"{key} is empty: it must be an https address.",
        { IsAbsoluteUri: false } => $"{key} is {address}, which is not a whole address: it must begin with https://.",
        { Query.Length: > 0 } or { Fragment.Length: > 0 } or { UserInfo.Length: > 0 } =>
            $"{key} must be a plain address, without user name, query or fragment.",
        _ when address.Scheme == Uri.UriSchemeHttps => null,
        _ when address.Scheme == Uri.UriSchemeHttp && Loopback.Includes(address) => null,
        _ => $"{key} is {address}, but must begin with https://; only loopback hosts may be asked over http.",
    };

    /// <summary>Below <paramref name="floor"/> all of the addresses <paramref name="asked"/> must be on loopback.</summary>
    private static string? OfWait(string key, TimeSpan value, TimeSpan floor, TimeSpan most, params Uri?[] asked) => value switch
    {
        _ when value < TimeSpan.Zero => $"{key} is {value:c}, but cannot be negative.",
        _ when value < floor && !asked.All(Loopback.Includes) =>
            $"{key} is {value:c}, but arXiv allows no less than {floor:c}; only loopback hosts may be asked faster.",
        _ when value > most =>
            $"{key} is {value:c}, but may be no more than {most:c} (a bare number counts days; three seconds are 00:00:03).",
        _ => null,
    };

    private static string? OfBatchSize(int value) =>
        value is >= 1 and <= 500 ? null : $"Arxiv:BatchSize is {value}, but must be from 1 to 500.";

    private static string? OfRefreshAfter(TimeSpan value) => value > TimeSpan.Zero && value <= 36500 * Day
        ? null
        : $"Arxiv:RefreshAfter is {value:c}, but must be more than nothing and no more than 36500 days (30 days are 30.00:00:00).";

    // The value itself stays out of the sentence: it may hold characters that no terminal should see.
    private static string? OfContact(string? value) => value is { Length: 0 } || (value is not null && Contact.Comment(value) is not null)
        ? null
        : "Contact must be a mail address or a web address (https://…), in plain ASCII on one line, or empty.";
}

/// <summary>Who stands behind the requests, as the User-Agent tells it.</summary>
internal static partial class Contact
{
    /// <summary>
    /// The contact in the form that a User-Agent's comment carries it, or null where it is neither a mail address nor a web address.
    /// </summary>
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

/// <summary>Hosts on this machine, which may be asked without arXiv's limits: a loopback address, or <c>localhost</c>.</summary>
internal static class Loopback
{
    public static bool Includes(Uri? address) =>
        address is { IsAbsoluteUri: true }
        && (address.IdnHost == "localhost" || (IPAddress.TryParse(address.IdnHost, out var host) && IPAddress.IsLoopback(host)));
}
