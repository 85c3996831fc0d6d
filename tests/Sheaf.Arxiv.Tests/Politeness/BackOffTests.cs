using System.Net;
using System.Net.Http.Headers;
using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv.Tests.Politeness;

public sealed class BackOffTests
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(30);
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(3, 120)]
    public void Waits_double_from_the_first(int attempt, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), BackOff.WaitAfter(attempt, First, chance: 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.999)]
    public void Chance_makes_a_wait_longer_by_up_to_a_quarter_and_never_shorter(double chance)
    {
        Assert.InRange(BackOff.WaitAfter(1, First, chance), First, First * 1.25);
    }

    [Fact]
    public void No_wait_is_longer_than_ten_minutes()
    {
        Assert.Equal(TimeSpan.FromMinutes(10), BackOff.WaitAfter(3, TimeSpan.FromMinutes(8), chance: 0.9));
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(503, true)]
    [InlineData(406, true)]
    [InlineData(408, true)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(504, true)]
    [InlineData(200, false)]
    [InlineData(301, false)]
    [InlineData(304, false)]
    [InlineData(400, false)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(410, false)]
    [InlineData(501, false)]
    public void Another_try_is_for_what_may_pass(int status, bool another)
    {
        Assert.Equal(another, BackOff.AsksForAnotherTry((HttpStatusCode)status));
    }

    [Fact]
    public void A_Retry_After_in_seconds_is_taken_as_it_is()
    {
        Assert.Equal(TimeSpan.FromSeconds(7), WaitFor(new RetryConditionHeaderValue(TimeSpan.FromSeconds(7))));
    }

    [Fact]
    public void A_Retry_After_with_a_date_is_the_time_from_now()
    {
        Assert.Equal(TimeSpan.FromSeconds(40), WaitFor(new RetryConditionHeaderValue(Now.AddSeconds(40))));
    }

    [Fact]
    public void A_Retry_After_with_a_date_is_read_by_the_clock_of_the_server()
    {
        var serversNow = Now.AddMinutes(-5);

        Assert.Equal(TimeSpan.FromSeconds(40), WaitFor(new RetryConditionHeaderValue(serversNow.AddSeconds(40)), serversNow));
    }

    [Fact]
    public void A_Retry_After_that_has_passed_says_nothing()
    {
        Assert.Null(WaitFor(new RetryConditionHeaderValue(TimeSpan.Zero)));
        Assert.Null(WaitFor(new RetryConditionHeaderValue(Now.AddSeconds(-1))));
        Assert.Null(WaitFor(null));
    }

    [Fact]
    public void A_Retry_After_of_ages_is_a_slip()
    {
        Assert.Equal(TimeSpan.FromDays(30), WaitFor(new RetryConditionHeaderValue(DateTimeOffset.MaxValue)));
        Assert.Equal(TimeSpan.FromDays(30), WaitFor(new RetryConditionHeaderValue(TimeSpan.FromSeconds(int.MaxValue))));
    }

    [Theory]
    [InlineData("2147483647")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999999999")]
    public void A_Retry_After_of_any_size_is_a_wait(string seconds)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        response.Headers.TryAddWithoutValidation("Retry-After", seconds);
        response.Headers.Date = Now;

        Assert.Equal(TimeSpan.FromDays(30), RetryAfter.Wait(response, Now));
        Assert.True(RetryAfter.Moment(response) > Now.AddDays(30));
    }

    private static TimeSpan? WaitFor(RetryConditionHeaderValue? header, DateTimeOffset? date = null)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter = header;
        response.Headers.Date = date;
        return RetryAfter.Wait(response, Now);
    }
}
