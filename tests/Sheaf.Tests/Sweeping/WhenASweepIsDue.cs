using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Store.Sweeps;
using Sheaf.Sweeping;

namespace Sheaf.Tests.Sweeping;

public sealed class WhenASweepIsDue
{
    private static readonly Month May = new(2025, 5);

    [Theory]
    [InlineData("2025-05-20T10:00:00Z", null, "2025-05-01T00:00:00Z", "a month that was never swept is due whole")]
    [InlineData("2025-04-30T23:59:59Z", null, null, "a month to come is not")]
    [InlineData("2025-05-20T10:00:00Z", "2025-05-20T03:00:00Z", null, "arXiv announces once a day")]
    [InlineData(
        "2025-05-21T00:00:00Z", "2025-05-20T03:00:00Z", "2025-05-19T17:58:00Z",
        "the next day brings what came after the latest submission seen")]
    [InlineData("2025-06-05T10:00:00Z", "2025-06-04T03:00:00Z", "2025-05-19T17:58:00Z", "so it goes on behind the month's end")]
    [InlineData(
        "2025-06-09T00:00:00Z", "2025-06-08T03:00:00Z", "2025-05-01T00:00:00Z", "when the month has settled all of it is listed once more")]
    [InlineData("2025-06-30T00:00:00Z", "2025-06-09T00:00:00Z", null, "and then no more")]
    [InlineData("2025-07-09T00:00:01Z", "2025-06-09T00:00:00Z", "2025-05-01T00:00:00Z", "until that is long ago")]
    [InlineData("2025-05-20T10:00:00Z", "2025-05-22T10:00:00Z", "2025-05-01T00:00:00Z", "a sweep of the future does not count")]
    public void Depends_on_what_can_have_come_since(string now, string? swept, string? from, string because)
    {
        var row = swept is null ? null : Row(SweepState.Complete, swept);

        Assert.True(SweepRule.DueFrom(May, row, TimeSpan.FromDays(30), Time(now)) == (from is null ? null : Time(from)), because);
    }

    [Fact]
    public void An_incomplete_sweep_is_due_whole() =>
        Assert.Equal(
            May.Start,
            SweepRule.DueFrom(
                May, Row(SweepState.Incomplete, "2025-06-20T00:00:00Z"), TimeSpan.FromDays(30), Time("2025-06-20T01:00:00Z")));

    private static SweepRow Row(string state, string swept) => new()
    {
        Month = May,
        Categories = "cs.*",
        Interface = "atom",
        State = state,
        First = May,
        Last = May,
        Through = Time("2025-05-19T17:58:31Z"),
        Started = Time(swept),
        Swept = Time(swept),
    };

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
