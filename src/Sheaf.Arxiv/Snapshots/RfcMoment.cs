namespace Sheaf.Arxiv.Snapshots;

/// <summary>
/// Moments as <c>Tue, 30 Apr 2024 21:20:17 GMT</c> in UTF-8, days of one digit among them, read without a string: there are several in each
/// of millions of lines.
/// </summary>
internal static class RfcMoment
{
    private static ReadOnlySpan<byte> Months => "JanFebMarAprMayJunJulAugSepOctNovDec"u8;

    /// <summary>Null where it is no such moment. The weekday is not looked at.</summary>
    public static DateTimeOffset? Read(ReadOnlySpan<byte> text)
    {
        text = text[(text.IndexOf((byte)',') + 1)..].Trim((byte)' ');
        var space = text.IndexOf((byte)' ');
        return space > 0
            && text[space..] is [_, _, _, _, (byte)' ', _, _, _, _, (byte)' ', .. { Length: 12 } rest]
            && rest.EndsWith(" GMT"u8)
            && Number(text[..space]) is { } day
            && Month(text.Slice(space + 1, 3)) is > 0 and var month
            && Number(text.Slice(space + 5, 4)) is >= 1900 and { } year
            && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && TimeOfDay(rest[..8]) is { } time
            ? new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) + time
            : null;
    }

    /// <summary>Up to nine digits; null for anything else.</summary>
    public static int? Number(ReadOnlySpan<byte> digits)
    {
        if (digits.Length is 0 or > 9)
        {
            return null;
        }

        var number = 0;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return null;
            }

            number = (number * 10) + (digit - '0');
        }

        return number;
    }

    private static TimeSpan? TimeOfDay(ReadOnlySpan<byte> text) =>
        text is [_, _, (byte)':', _, _, (byte)':', _, _]
        && Number(text[..2]) is < 24 and { } hours
        && Number(text[3..5]) is < 60 and { } minutes
        && Number(text[6..]) is < 60 and { } seconds
            ? new TimeSpan(hours, minutes, seconds)
            : null;

    private static int Month(ReadOnlySpan<byte> name)
    {
        var at = Months.IndexOf(name);
        return at >= 0 && at % 3 == 0 ? (at / 3) + 1 : 0;
    }
}
