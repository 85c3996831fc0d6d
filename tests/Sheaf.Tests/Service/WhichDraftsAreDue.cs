using Sheaf.Arxiv.Identifiers;
using Sheaf.Service;
using Sheaf.Settings;

namespace Sheaf.Tests.Service;

public sealed class WhichDraftsAreDue
{
    private static readonly Month April = new(2024, 4);

    /// <summary>06:00 on 2 May in New York.</summary>
    private static readonly DateTimeOffset DueAt = new(2024, 5, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_month_owes_nothing_before_the_schedule_fires() => Assert.Empty(Owed(made: null, DueAt.AddSeconds(-1)));

    [Fact]
    public void A_month_owes_its_draft_from_the_firing_on_however_late_it_is_noticed()
    {
        Assert.Equal([April], Owed(made: null, DueAt));
        Assert.Equal([April], Owed(made: null, DueAt.AddDays(100)));
    }

    [Fact]
    public void A_draft_made_by_hand_during_the_month_does_not_count() => Assert.Equal([April], Owed(made: DueAt.AddDays(-10), DueAt));

    [Fact]
    public void A_draft_made_since_is_not_made_again() => Assert.Empty(Owed(made: DueAt.AddMinutes(1), DueAt.AddDays(3)));

    [Fact]
    public void A_draft_made_by_a_clock_that_was_ahead_may_have_been_made_too_early_and_does_not_count() =>
        Assert.Equal([April], Owed(made: DueAt.AddDays(400), DueAt.AddDays(3)));

    [Fact]
    public void A_clock_that_is_behind_owes_nothing_until_it_is_set() => Assert.Empty(Owed(made: null, DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_month_that_is_not_over_owes_nothing() =>
        Assert.Empty(DueDrafts.Of([new Month(2024, 5)], new ScheduleSettings(), _ => null, DueAt));

    private static IEnumerable<Month> Owed(DateTimeOffset? made, DateTimeOffset now) =>
        DueDrafts.Of([April], new ScheduleSettings(), _ => made, now);
}
