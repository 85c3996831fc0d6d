using System.Text;

namespace Sheaf.Replica.Requests;

/// <summary>A whole answer, ready to be sent.</summary>
internal sealed record Answer(int Status, string? ContentType, byte[] Body)
{
    private const string HtmlType = "text/html; charset=utf-8";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public Delivery Delivery { get; init; }

    public static Answer Html(int status, string html) => new(status, HtmlType, Encoding.UTF8.GetBytes(html));

    public static Answer Plain(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static Answer Empty(int status, string? contentType = HtmlType) => new(status, contentType, []);

    public Answer With(string header, string value) => this with { Headers = [.. Headers, new(header, value)] };
}
