using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Identifiers;

public sealed class MonthTests
{
    [Theory]
    [InlineData("2024-04")]
    [InlineData("0001-01")]
    [InlineData("1991-07")]
    [InlineData("9998-12")]
    public void A_month_reads_what_it_writes(string text) => Assert.Equal(text, Month.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2024")]
    [InlineData("2024-4")]
    [InlineData("2024-00")]
    [InlineData("2024-13")]
    [InlineData("0000-01")]
    [InlineData("9999-01")]
    [InlineData("2024/04")]
    [InlineData("2024-04 ")]
    [InlineData(" 2024-04")]
    [InlineData("2024-04-01")]
    [InlineData("+024-04")]
    [InlineData("2024--4")]
    [InlineData("2024-4\0")]
    [InlineData("２０２４-０４")]
    [InlineData("٢٠٢٤-٠٤")]
    [InlineData("2024‑04")]
    public void Nothing_else_is_a_month(string? text) => Assert.False(Month.TryParse(text, out _));

    [Fact]
    public void A_refusal_shows_how_months_are_written()
    {
        var refusal = Assert.Throws<FormatException>(() => Month.Parse("April"));

        Assert.Equal("'April' is not a month; write it as 2024-04.", refusal.Message);
    }

    [Theory]
    [InlineData(2024, 0)]
    [InlineData(2024, 13)]
    [InlineData(0, 1)]
    [InlineData(9999, 1)]
    public void An_impossible_month_cannot_be_made(int year, int number)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Month(year, number));
        Assert.False(Month.TryCreate(year, number, out _));
    }

    [Fact]
    public void The_year_ends_with_December()
    {
        var december = new Month(2023, 12);

        Assert.Equal(new Month(2024, 1), december.Next);
        Assert.Equal(december, december.Next.Previous);
        Assert.Equal(new Month(2023, 11), december.Previous);
        Assert.Equal((2023, 12), (december.Year, december.Number));
    }

    [Fact]
    public void Before_the_first_and_after_the_last_there_is_none()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Month(9998, 12).Next);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Month(1, 1).Previous);
        Assert.Equal(new DateOnly(9998, 12, 31), new Month(9998, 12).LastDay);
    }

    [Theory]
    [InlineData("2024-02", "2024-02-29")]
    [InlineData("2023-02", "2023-02-28")]
    [InlineData("1900-02", "1900-02-28")]
    [InlineData("2024-04", "2024-04-30")]
    [InlineData("2023-12", "2023-12-31")]
    public void The_last_day_is_that_of_the_calendar(string month, string last) =>
        Assert.Equal(DateOnly.ParseExact(last, "yyyy-MM-dd", null), Month.Parse(month).LastDay);

    [Theory]
    [InlineData("2024-04-30T23:59:59Z", "2024-04")]
    [InlineData("2024-05-01T00:00:00Z", "2024-05")]
    [InlineData("2024-04-30T20:00:00-04:00", "2024-05")]
    [InlineData("2024-05-01T01:00:00+02:00", "2024-04")]
    [InlineData("2023-12-31T23:30:00-01:00", "2024-01")]
    public void A_moment_belongs_to_its_month_in_UTC(string moment, string month)
    {
        var time = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(Month.Parse(month), Month.Of(time));
        Assert.True(Month.Parse(month).Contains(time));
        Assert.False(Month.Parse(month).Next.Contains(time));
    }

    [Fact]
    public void A_month_starts_with_its_first_moment()
    {
        var april = new Month(2024, 4);

        Assert.Equal(DateTimeOffset.Parse("2024-04-01T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture), april.Start);
        Assert.Equal(TimeSpan.Zero, april.Start.Offset);
        Assert.Equal(new DateOnly(2024, 4, 1), april.FirstDay);
        Assert.Equal("April 2024", april.Title);
    }

    [Fact]
    public void A_range_holds_both_ends()
    {
        var range = Month.Range(new(2023, 11), new(2024, 2));

        Assert.Equal(["2023-11", "2023-12", "2024-01", "2024-02"], range.Select(month => month.ToString()));
    }

    [Fact]
    public void A_range_may_be_one_month_or_none_or_the_last()
    {
        var april = new Month(2024, 4);

        Assert.Equal([april], Month.Range(april, april));
        Assert.Empty(Month.Range(april, april.Previous));
        Assert.Equal([new Month(9998, 12)], Month.Range(new(9998, 12), new(9998, 12)));
    }

    [Fact]
    public void Months_are_ordered_as_in_the_calendar()
    {
        var (december, january) = (new Month(2023, 12), new Month(2024, 1));

        Assert.True(december < january && january > december && december <= january && january >= december);
        Assert.True(january <= new Month(2024, 1) && january >= new Month(2024, 1));
        Assert.Equal([december, january], new[] { january, december }.Order());
    }
}
