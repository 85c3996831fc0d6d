using System.Globalization;

namespace Sheaf.Replica.Oai;

/// <summary>
/// What a list is asked for, and where it has come to: from the last day that was seen on, so many records later. That is what arXiv's
/// tokens hold, percent-encoded (field guide 3.3).
/// </summary>
internal sealed record OaiSelection(string Verb, string Prefix)
{
    private const string LastDay = "9999-12-31";

    public string? Set { get; init; }

    /// <summary>As in the request; null: from the first.</summary>
    public string? FromAsked { get; init; }

    public string? UntilAsked { get; init; }

    public int Skip { get; init; }

    public string From => FromAsked ?? OaiDocument.Earliest;

    public string Until => UntilAsked ?? LastDay;

    /// <summary>Reads a token; null where it is none.</summary>
    public static OaiSelection? OfToken(string token)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Uri.UnescapeDataString(token).Split('&'))
        {
            if (pair.Split('=') is not [var name, var value] || !values.TryAdd(name, Uri.UnescapeDataString(value)))
            {
                return null;
            }
        }

        return values.TryGetValue("verb", out var verb) && values.TryGetValue("metadataPrefix", out var prefix)
            && int.TryParse(values.GetValueOrDefault("skip", "0"), NumberStyles.None, CultureInfo.InvariantCulture, out var skip)
            ? new OaiSelection(verb, prefix)
            {
                Set = values.GetValueOrDefault("set"),
                FromAsked = values.GetValueOrDefault("from"),
                UntilAsked = values.GetValueOrDefault("until"),
                Skip = skip,
            }
            : null;
    }

    /// <summary>The token behind these rows.</summary>
    public string TokenBehind(IReadOnlyList<OaiRow> rows)
    {
        var day = rows is [.., var last] ? last.Day : From;
        var skip = rows.Count(row => row.Day == day) + (day == From ? Skip : 0);
        string?[] parts =
        [
            $"verb={Verb}", $"metadataPrefix={Prefix}", Part("set", Set), Part("from", day), Part("until", UntilAsked),
            string.Create(CultureInfo.InvariantCulture, $"skip={skip}"),
        ];
        return Uri.EscapeDataString(string.Join('&', parts.OfType<string>()));
    }

    private static string? Part(string name, string? value) => value is null ? null : $"{name}={Uri.EscapeDataString(value)}";
}
