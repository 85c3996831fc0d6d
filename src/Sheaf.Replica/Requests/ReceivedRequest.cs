using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Sheaf.Replica.Oai;

namespace Sheaf.Replica.Requests;

/// <summary>A request as the replica's pages and feeds look at it.</summary>
internal sealed record ReceivedRequest(string Method, string Target, IHeaderDictionary Headers)
{
    /// <summary>Percent-decoded once, the slash included: arXiv's software does not tell <c>%2F</c> from <c>/</c>.</summary>
    public string Path { get; } = Uri.UnescapeDataString(Target.Split('?')[0]);

    /// <summary>After the question mark, as sent.</summary>
    public string RawQuery { get; } = Target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? Target[(mark + 1)..] : "";

    public bool IsRead => Method is "GET" or "HEAD";

    public LoggedKind Kind =>
        Path is "/api/query" or OaiInterface.Path ? LoggedKind.Api
        : Path == "/abs" || Path.StartsWith("/abs/", StringComparison.Ordinal) ? LoggedKind.Page
        : LoggedKind.Other;

    /// <summary>Length of <c>GET … HTTP/1.1</c> in bytes.</summary>
    public int RequestLineBytes => Encoding.UTF8.GetByteCount(Method) + Encoding.UTF8.GetByteCount(Target) + "  HTTP/1.1".Length;

    public static ReceivedRequest Of(HttpContext context) => new(
        context.Request.Method,
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
        context.Request.Headers);

    /// <summary>The query's parameters in the order sent; of one sent twice the first counts.</summary>
    public IReadOnlyDictionary<string, string> Query()
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Parameters())
        {
            parameters.TryAdd(name, value);
        }

        return parameters;
    }

    /// <summary>The query's parameters in the order sent, also those sent twice.</summary>
    public IEnumerable<(string Name, string Value)> Parameters()
    {
        foreach (var pair in RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var (name, value) = equals < 0 ? (pair, "") : (pair[..equals], pair[(equals + 1)..]);
            yield return (Decode(name), Decode(value));
        }
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
