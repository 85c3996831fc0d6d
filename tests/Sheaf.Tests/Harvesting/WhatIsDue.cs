using Sheaf.Arxiv.Identifiers;
using Sheaf.Harvesting;
using Sheaf.Store.Ledger;

namespace Sheaf.Tests.Harvesting;

public sealed class WhatIsDue
{
    private static readonly TimeSpan ThirtyDays = TimeSpan.FromDays(30);

    [Fact]
    public void A_paper_never_asked_for_is_due() => Assert.True(DueRule.IsDue(null, ThirtyDays, At("2024-05-01")));

    [Fact]
    public void A_paper_whose_page_was_never_read_is_due() =>
        Assert.True(
            DueRule.IsDue(
                Entry("2024-04-15", null) with { Fetched = false, Reason = LookupOutcome.NotFound }, ThirtyDays, At("2024-05-01")));

    [Theory]
    [InlineData("2024-05-01T22:30:20Z", "2024-05-01T22:30:00Z", true)] // the nightly run comes some seconds earlier than the night before
    [InlineData("2024-05-01T22:30:20Z", "2024-05-01T21:30:00Z", true)] // and an hour earlier when summer time begins
    [InlineData("2024-05-01T22:30:20Z", "2024-05-01T12:00:00Z", false)]
    [InlineData("2034-05-01T22:30:20Z", "2024-05-01T12:00:00Z", true)] // the clock was ten years ahead
    public void A_paper_that_arXiv_lacks_is_due_when_its_pause_is_over(string next, string now, bool due)
    {
        var entry = Entry("2024-04-15", null) with
        {
            Fetched = false,
            Reason = LookupOutcome.NotFound,
            NextAttempt = DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture),
        };
        var moment = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(due, DueRule.IsDue(entry, ThirtyDays, moment));
        Assert.True(DueRule.IsDue(entry, ThirtyDays, moment, isNamed: true));
        Assert.False(DueRule.IsDue(entry with { Reason = LookupOutcome.Deleted }, ThirtyDays, moment, isNamed: true));
    }

    [Theory]
    [InlineData("2024-04-30", "2024-05-07", false)] // the month has not settled yet
    [InlineData("2024-04-30", "2024-05-08", false)] // the 8th day has come but not passed
    [InlineData("2024-04-30", "2024-05-09", true)]
    [InlineData("2024-05-08", "2024-05-09", false)] // looked at on the 8th day: settled
    [InlineData("2024-05-07", "2024-05-09", true)]
    [InlineData("2024-05-20", "2024-06-18", false)]
    [InlineData("2024-05-20", "2024-06-20", true)] // longer ago than the refresh
    public void A_paper_of_april_looked_at_then_is_due_now(string looked, string now, bool due) =>
        Assert.Equal(due, DueRule.IsDue(Entry("2024-04-30", looked), ThirtyDays, At(now)));

    [Theory]
    [InlineData("2034-05-20", "2024-05-20", true)] // the clock was ten years ahead when it was looked at
    [InlineData("2024-05-20", "1970-01-02", true)] // the clock has lost its battery now
    [InlineData("2024-05-21", "2024-05-20", false)] // a clock being set, or a time zone taken for UTC: no reason for a request
    public void A_look_in_the_future_is_none(string looked, string now, bool due) =>
        Assert.Equal(due, DueRule.IsDue(Entry("2024-04-30", looked), ThirtyDays, At(now)));

    [Fact]
    public void The_settling_day_of_december_lies_in_the_next_year() =>
        Assert.True(DueRule.IsDue(Entry("2023-12-31", "2024-01-02"), ThirtyDays, At("2024-01-09")));

    private static LedgerEntry Entry(string submitted, string? looked) => new()
    {
        Identifier = ArxivIdentifier.Parse("2404.00001"),
        Fetched = true,
        FirstAsked = At(submitted),
        Attempts = 1,
        LastAttempt = looked is null ? null : At(looked),
        LastLooked = looked is null ? null : At(looked),
        FirstSubmitted = At(submitted),
    };

    private static DateTimeOffset At(string day) =>
        new(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(0, 0), TimeSpan.Zero);
}
