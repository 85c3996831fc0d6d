using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>
/// A calendar month in UTC, written <c>2024-04</c>: the issue a paper belongs to is the month of its first submission (field guide 8.2).
/// <c>default</c> is no month and must not be used.
/// </summary>
public readonly record struct Month : IComparable<Month>
{
    private readonly int _index;

    /// <exception cref="ArgumentOutOfRangeException">No such month, or a year outside 1 to 9998.</exception>
    public Month(int year, int number)
        : this(
            IsMonth(year, number)
                ? (year * 12) + number - 1
                : throw new ArgumentOutOfRangeException(nameof(number), $"There is no month {number} of {year}."))
    {
    }

    private Month(int index) => _index = index;

    public int Year => _index / 12;

    /// <summary>1 for January to 12 for December.</summary>
    public int Number => (_index % 12) + 1;

    public DateOnly FirstDay => new(Year, Number, 1);

    public DateOnly LastDay => new(Year, Number, DateTime.DaysInMonth(Year, Number));

    /// <summary>The first moment of the month, UTC.</summary>
    public DateTimeOffset Start => new(FirstDay, TimeOnly.MinValue, TimeSpan.Zero);

    /// <exception cref="ArgumentOutOfRangeException">This is December 9998.</exception>
    public Month Next => Number == 12 ? new(Year + 1, 1) : new(_index + 1);

    /// <exception cref="ArgumentOutOfRangeException">This is January of the year 1.</exception>
    public Month Previous => Number == 1 ? new(Year - 1, 12) : new(_index - 1);

    /// <summary>For readers: <c>April 2024</c>.</summary>
    public string Title => FirstDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The month, in UTC, that holds this moment.</summary>
    public static Month Of(DateTimeOffset moment) => new(moment.UtcDateTime.Year, moment.UtcDateTime.Month);

    /// <summary>
    /// All months from <paramref name="first"/> to <paramref name="last"/>, both included; none if they are in the wrong order.
    /// </summary>
    public static IEnumerable<Month> Range(Month first, Month last)
    {
        for (var index = first._index; index <= last._index; index++)
        {
            yield return new(index);
        }
    }

    /// <summary>Whether year and number make a month.</summary>
    public static bool TryCreate(int year, int number, out Month month)
    {
        month = IsMonth(year, number) ? new(year, number) : default;
        return IsMonth(year, number);
    }

    /// <summary>Reads <c>YYYY-MM</c> and nothing else: four ASCII digits, a hyphen, two ASCII digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Month month)
    {
        month = default;
        return text is { Length: 7 } && text[4] == '-'
            && Digits(text.AsSpan(0, 4)) is { } year
            && Digits(text.AsSpan(5, 2)) is { } number
            && TryCreate(year, number, out month);
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is not a month.</exception>
    public static Month Parse(string text) =>
        TryParse(text, out var month) ? month : throw new FormatException($"'{text}' is not a month; write it as 2024-04.");

    /// <summary>Whether this moment, in UTC, lies in the month.</summary>
    public bool Contains(DateTimeOffset moment) => Of(moment) == this;

    public int CompareTo(Month other) => _index.CompareTo(other._index);

    public static bool operator <(Month left, Month right) => left._index < right._index;

    public static bool operator >(Month left, Month right) => left._index > right._index;

    public static bool operator <=(Month left, Month right) => left._index <= right._index;

    public static bool operator >=(Month left, Month right) => left._index >= right._index;

    /// <summary><c>2024-04</c>, the form <see cref="TryParse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}");

    // int.TryParse alone would take "4\0" for 4: it ignores null characters at the end.
    private static int? Digits(ReadOnlySpan<char> text) =>
        text.ContainsAnyExceptInRange('0', '9') ? null : int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool IsMonth(int year, int number) => year is >= 1 and <= 9998 && number is >= 1 and <= 12;
}
