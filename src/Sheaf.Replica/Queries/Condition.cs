namespace Sheaf.Replica.Queries;

/// <summary>
/// What a paper has to fulfil, and the days of version 1 outside which none does: so that a window of days is found without looking at
/// every paper.
/// </summary>
internal sealed record Condition(Func<Found, bool> Matches)
{
    public DateTimeOffset From { get; init; } = DateTimeOffset.MinValue;

    public DateTimeOffset To { get; init; } = DateTimeOffset.MaxValue;

    public static Condition Both(Condition one, Condition other) => new(paper => one.Matches(paper) && other.Matches(paper))
    {
        From = one.From > other.From ? one.From : other.From,
        To = one.To < other.To ? one.To : other.To,
    };

    public static Condition Either(Condition one, Condition other) => new(paper => one.Matches(paper) || other.Matches(paper))
    {
        From = one.From < other.From ? one.From : other.From,
        To = one.To > other.To ? one.To : other.To,
    };

    public static Condition Without(Condition one, Condition other) =>
        one with { Matches = paper => one.Matches(paper) && !other.Matches(paper) };
}
