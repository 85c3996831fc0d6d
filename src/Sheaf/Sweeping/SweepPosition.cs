using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sheaf.Sweeping;

/// <summary>How far the sweep of a span is. It is kept with every page, so that a run which is killed loses that page at most.</summary>
internal sealed partial record SweepPosition
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(7);

    /// <summary>Through which interface: <c>atom</c> or <c>oai</c>.</summary>
    public required string Interface { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    /// <summary>The number of the sweep; each has a greater one than those before.</summary>
    public required long Pass { get; init; }

    public required DateTimeOffset Started { get; init; }

    public int? TotalFirst { get; init; }

    public int? TotalLast { get; init; }

    public int Twice { get; init; }

    public int Outside { get; init; }

    public int Requests { get; init; }

    /// <summary>Whether the listing has come to its end; then only doubts are left.</summary>
    public bool IsListed { get; init; }

    /// <summary>Query API: the minute with which the next page begins.</summary>
    public DateTimeOffset Window { get; init; }

    /// <summary>Query API: rows of that window before the page; 0 but where a minute has very many papers.</summary>
    public int Start { get; init; }

    /// <summary>Query API: the last row of the page before, with which a page that does not begin its window begins.</summary>
    public string? Border { get; init; }

    /// <summary>Query API: the window before, whose rows the total of the next one proves.</summary>
    public Stretch? Open { get; init; }

    /// <summary>Query API: stretches whose count is not right. They are asked for once more, alone.</summary>
    public IReadOnlyList<Stretch> Doubts { get; init; } = [];

    /// <summary>What could not be proven, one sentence each.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>OAI-PMH: the token of the next page.</summary>
    public string? Token { get; init; }

    /// <summary>OAI-PMH: the latest datestamp seen.</summary>
    public DateOnly? Datestamp { get; init; }

    /// <summary>OAI-PMH: days with which pages ended.</summary>
    public IReadOnlyList<DateOnly> Borders { get; init; } = [];

    /// <summary>
    /// OAI-PMH: those of them that rows have left meanwhile, so that others may have slipped through: they are listed again.
    /// </summary>
    public IReadOnlyList<DateOnly> Again { get; init; } = [];

    /// <summary>Under which name it is kept: sweeps that begin at different moments do not touch each other.</summary>
    [JsonIgnore]
    public string Place =>
        From.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture) + " "
            + Until.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>Query API: the next page, asked for while the one before was being kept; null: it is still to be asked for.</summary>
    [JsonIgnore]
    public Task<ListedPage>? Ahead { get; init; }

    /// <summary>Whether so much can have changed since it began that it had better begin anew.</summary>
    public bool IsStale(DateTimeOffset now) => now - Started > LongestLife || Started - now > LongestLife;

    public string Write() => JsonSerializer.Serialize(this, PositionJson.Default.SweepPosition);

    /// <summary>Null for what another Sheaf wrote in another way: then the sweep begins anew.</summary>
    public static SweepPosition? Read(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, PositionJson.Default.SweepPosition);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Some of a listing: from one moment up to another.</summary>
    /// <param name="From">Included.</param>
    /// <param name="Until">Not included.</param>
    /// <param name="Total">Rows from <paramref name="From"/> to the end of the span, as the query API counted them.</param>
    /// <param name="Tries">How often it was asked for alone.</param>
    internal sealed record Stretch(DateTimeOffset From, DateTimeOffset Until, int Total, int Tries);

    [JsonSerializable(typeof(SweepPosition))]
    private sealed partial class PositionJson : JsonSerializerContext;
}
