using System.Text.Json.Serialization;

namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// What the processes know in common, as the gate's folder keeps it. A value: changes make another one, or the same where nothing changes.
/// </summary>
internal sealed record GateRecord
{
    // No setting is longer; a longer one is damage.
    private static readonly TimeSpan LongestInterval = TimeSpan.FromDays(1);

    /// <summary>Tickets given out.</summary>
    public required long Arrivals { get; init; }

    /// <summary>The request that has begun and not ended; null while there is none.</summary>
    public required Ticket? UnderWay { get; init; }

    /// <summary>Who waits, in order of arrival; a process once for each kind.</summary>
    public required IReadOnlyList<Ticket> Line { get; init; }

    public required LaneTimes Api { get; init; }

    public required LaneTimes Page { get; init; }

    /// <summary>Before the first request of all.</summary>
    public static GateRecord Empty { get; } = Where(null);

    /// <summary>Where what was known is lost: as if each kind had been asked just now.</summary>
    public static GateRecord Lost(ClockReading now) => Where(now);

    public LaneTimes TimesOf(RequestKind kind) => kind is RequestKind.Api ? Api : Page;

    public GateRecord With(RequestKind kind, LaneTimes lane) => ReferenceEquals(lane, TimesOf(kind)) ? this
        : kind is RequestKind.Api ? this with { Api = lane }
        : this with { Page = lane };

    public GateRecord Mended(ClockReading now) => With(RequestKind.Api, Api.Mended(now)).With(RequestKind.Page, Page.Mended(now));

    public GateRecord Joined(Ticket ticket) => this with { Arrivals = Arrivals + 1, Line = [.. Line, ticket with { Number = Arrivals }] };

    public GateRecord Without(Func<Ticket, bool> gone) =>
        Line.Any(gone) ? this with { Line = [.. Line.Where(ticket => !gone(ticket))] } : this;

    /// <summary>The ticket is used up: its request begins.</summary>
    public GateRecord Begun(Ticket ticket, DateTimeOffset now) =>
        Without(other => other.Number == ticket.Number) with { UnderWay = ticket with { Since = now } };

    /// <summary>The request under way is over, or its process is.</summary>
    public GateRecord Ended(ClockReading now) =>
        UnderWay is { } asking ? With(asking.Kind, TimesOf(asking.Kind) with { Ended = now }) with { UnderWay = null } : this;

    /// <summary>
    /// How long the kind must wait, by the widest spacing that anybody in its line keeps: a process that keeps a wider spacing must not be
    /// passed by for ever.
    /// </summary>
    public TimeSpan Wait(RequestKind kind, TimeSpan interval, ClockReading now)
    {
        var widest = Line.Where(ticket => ticket.Kind == kind).Select(ticket => ticket.Interval).Append(interval).Max();
        return TimesOf(kind).Wait(widest < LongestInterval ? widest : LongestInterval, now);
    }

    /// <summary>Whose turn comes next: of each kind the first to come, and between kinds the one that is ready first.</summary>
    /// <param name="now">The moment of asking.</param>
    /// <param name="passed">Tickets that are out of the question.</param>
    public Ticket? Next(ClockReading now, IReadOnlySet<long> passed) => Line
        .Where(ticket => !passed.Contains(ticket.Number))
        .GroupBy(ticket => ticket.Kind)
        .Select(kind => kind.MinBy(ticket => ticket.Number)!)
        .OrderBy(ticket => Wait(ticket.Kind, ticket.Interval, now))
        .ThenBy(ticket => ticket.Number)
        .FirstOrDefault();

    private static GateRecord Where(ClockReading? ended)
    {
        var lane = new LaneTimes { Ended = ended, Held = null };
        return new GateRecord { Arrivals = 0, UnderWay = null, Line = [], Api = lane, Page = lane };
    }
}

/// <summary>The place of a process in the common line for one kind of requests, or its having the connection.</summary>
/// <param name="Number">Its place in the order of arrival over all processes and kinds.</param>
/// <param name="Kind">What it waits for.</param>
/// <param name="Interval">The spacing it keeps.</param>
/// <param name="Owner">The file that its process keeps locked while it lives.</param>
/// <param name="Process">The number of its process.</param>
/// <param name="Command">What it is doing, as a person would call it.</param>
/// <param name="Since">When it came, or was let in.</param>
internal sealed record Ticket(
    long Number, RequestKind Kind, TimeSpan Interval, string Owner, int Process, string Command, DateTimeOffset Since);

/// <summary>A 403 that stops everybody.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Since">When arXiv answered so.</param>
public sealed record GateStop(Uri Address, DateTimeOffset Since);

[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(GateRecord))]
[JsonSerializable(typeof(GateStop))]
internal sealed partial class GateJson : JsonSerializerContext;
