namespace Sheaf.TestKit.Storms;

/// <summary>The pauses that a run in a storm keeps.</summary>
/// <param name="Api">Between requests to the query API and OAI-PMH.</param>
/// <param name="Page">Between pages.</param>
/// <param name="BackOff">After a refusal, the first time.</param>
internal sealed record Spacing(TimeSpan Api, TimeSpan Page, TimeSpan BackOff)
{
    /// <summary>On a clock that runs a hundred times as fast. Shorter than a timer's unit times that, a pause would be none.</summary>
    public static Spacing Hurried { get; } = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    /// <summary>On the real clock.</summary>
    public static Spacing Real { get; } = new(TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(30), TimeSpan.FromMilliseconds(40));
}
