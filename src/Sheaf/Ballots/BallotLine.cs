using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Text;

namespace Sheaf.Ballots;

/// <summary>A line of <c>ballots/YYYY-MM.jsonl</c>. What a kind does not have is left out.</summary>
/// <param name="Kind"><c>opened</c>, <c>vote</c> or <c>closed</c>.</param>
/// <param name="At">When, as UTC; null in a line that a person wrote.</param>
internal sealed partial record BallotLine(string? Kind, string? At)
{
    public const string Opened = "opened";
    public const string Voted = "vote";
    public const string Closed = "closed";

    /// <summary>The most characters of a name.</summary>
    public const int LongestName = 60;

    /// <summary>Of <c>opened</c>: <c>suggestions</c> or <c>list</c>.</summary>
    public string? Of { get; init; }

    /// <summary>Of <c>opened</c>: its <see cref="Opening.Number"/>.</summary>
    public string? Ballot { get; init; }

    /// <summary>Of <c>opened</c>: the identifiers of the papers that are offered.</summary>
    public IReadOnlyList<string>? Papers { get; init; }

    /// <summary>Of <c>vote</c>: whose.</summary>
    public string? Name { get; init; }

    /// <summary>Of <c>vote</c>: the paper.</summary>
    public string? Id { get; init; }

    /// <summary>Of <c>vote</c>: <c>yes</c>, <c>no</c> or <c>star</c>.</summary>
    public string? Vote { get; init; }

    /// <summary>Of <c>vote</c>: a word to it.</summary>
    public string? Comment { get; init; }

    /// <summary>Of <c>vote</c>: the digest of what the browser keeps.</summary>
    public string? Browser { get; init; }

    /// <summary>The line that opens a ballot.</summary>
    public static BallotLine Open(Opening opening, DateTimeOffset now) => new(Opened, UtcText.From(now))
    {
        Of = NameOf(opening.Of),
        Ballot = opening.Number,
        Papers = [.. opening.Papers.Select(paper => paper.ToString())],
    };

    /// <summary>The line of a vote.</summary>
    public static BallotLine Cast(Vote vote, string browser, DateTimeOffset now) => new(Voted, UtcText.From(now))
    {
        Name = vote.Name,
        Id = vote.Paper.ToString(),
        Vote = NameOf(vote.Choice),
        Comment = vote.Comment,
        Browser = browser,
    };

    /// <summary>The line that closes a ballot.</summary>
    public static BallotLine Close(DateTimeOffset now) => new(Closed, UtcText.From(now));

    /// <summary>Reads a line.</summary>
    /// <param name="bytes">Its bytes, without its ending.</param>
    /// <param name="why">Why it is no line of a ballot, as a part of a sentence; null where it is.</param>
    public static BallotLine? Read(ReadOnlySpan<byte> bytes, out string? why)
    {
        try
        {
            var line = JsonSerializer.Deserialize(bytes, BallotShapes.Default.BallotLine);
            why = line is null ? "it is null" : line.WhyNot();
            return why is null ? line : null;
        }
        catch (Exception failure) when (failure is JsonException or NotSupportedException or InvalidOperationException)
        {
            // The last is for text that is no UTF-8.
            why = "it is not the JSON of one";
            return null;
        }
    }

    /// <summary>The line with its ending, letters as themselves.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(HarmlessJson.From(JsonSerializer.Serialize(this, Written)) + "\n");

    /// <summary>Of a line of this kind.</summary>
    public Opening ToOpening() => new(OfNamed(Of)!.Value, Ballot!, [.. Papers!.Select(ArxivIdentifier.Parse)]);

    /// <summary>Of a line of this kind.</summary>
    public Vote ToVote() => new(
        PlainLine.Of(Name!), ArxivIdentifier.Parse(Id!), ChoiceNamed(Vote)!.Value,
        PlainLine.Of(Comment ?? "") is { Length: > 0 } comment ? comment : null);

    public static string NameOf(BallotOf of) => of == BallotOf.List ? "list" : "suggestions";

    /// <summary>Null where the name is of nothing that can be voted on.</summary>
    public static BallotOf? OfNamed(string? name) => name switch
    {
        "suggestions" => BallotOf.Suggestions,
        "list" => BallotOf.List,
        _ => null,
    };

    public static string NameOf(Choice choice) => choice switch { Choice.Star => "star", Choice.Yes => "yes", _ => "no" };

    /// <summary>Null where it is no choice.</summary>
    public static Choice? ChoiceNamed(string? name) => name switch
    {
        "yes" => Choice.Yes,
        "no" => Choice.No,
        "star" => Choice.Star,
        _ => null,
    };

    private string? WhyNot() => Kind switch
    {
        _ when At is not null && !IsMoment(At) => "its moment cannot be read",
        Closed => null,
        Opened when OfNamed(Of) is null => "it does not say what was put to the vote",
        Opened when string.IsNullOrEmpty(Ballot) || Papers is null => "it lacks its number or its papers",
        Opened => Papers.All(paper => ArxivIdentifier.TryParse(paper, out _)) ? null : "it offers what is no paper",
        Voted when PlainLine.Of(Name ?? "") is not { Length: > 0 and <= LongestName } => "it names nobody, or at too great length",
        Voted when !ArxivIdentifier.TryParse(Id, out _) => "it names no paper",
        Voted => ChoiceNamed(Vote) is null ? "its vote is none of yes, no and star" : null,
        _ => "its kind is none of opened, vote and closed",
    };

    private static bool IsMoment(string text)
    {
        try
        {
            UtcText.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static readonly System.Text.Json.Serialization.Metadata.JsonTypeInfo<BallotLine> Written =
        new BallotShapes(new JsonSerializerOptions(BallotShapes.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })
            .BallotLine;

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false)]
    [JsonSerializable(typeof(BallotLine))]
    private sealed partial class BallotShapes : JsonSerializerContext;
}
