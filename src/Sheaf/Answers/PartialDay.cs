using Sheaf.Text;

namespace Sheaf.Answers;

/// <summary>A day as a person types it: <c>2024-04-30</c>, or the whole of <c>2024-04</c> or <c>2024</c>.</summary>
internal static class PartialDay
{
    /// <summary>Its first day.</summary>
    /// <exception cref="BadInputException">It is none.</exception>
    public static DateOnly First(string option, string text) => Read(option, text).First;

    /// <summary>Its last day.</summary>
    /// <inheritdoc cref="First" path="/exception"/>
    public static DateOnly Last(string option, string text) => Read(option, text).Last;

    private static (DateOnly First, DateOnly Last) Read(string option, string text)
    {
        if (UtcText.TryParseDay(text, out var day))
        {
            return (day, day);
        }

        if (UtcText.TryParseDay(text + "-01", out var month))
        {
            return (month, month.AddDays(DateTime.DaysInMonth(month.Year, month.Month) - 1));
        }

        return UtcText.TryParseDay(text + "-01-01", out var year)
            ? (year, new DateOnly(year.Year, 12, 31))
            : throw new BadInputException($"'{text}' is no day for {option}; write 2024, 2024-04 or 2024-04-30.");
    }
}
