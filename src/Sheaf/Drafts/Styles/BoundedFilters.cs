using System.Collections;
using System.Globalization;
using DotLiquid;

namespace Sheaf.Drafts.Styles;

/// <summary>Liquid's filters that make more text than they are given, in place of the library's own: what they would make is reckoned before it is made.</summary>
internal static class BoundedFilters
{
    /// <summary>Parts of a text are many times as large in memory as the text.</summary>
    private const int LongestSplit = 1 << 20;

    public static string? Append(Context context, string? input, string? @string)
    {
        Check(context, input?.Length ?? 0, @string?.Length ?? 0);
        return StandardFilters.Append(input, @string);
    }

    public static string? Prepend(Context context, string? input, string? @string)
    {
        Check(context, input?.Length ?? 0, @string?.Length ?? 0);
        return StandardFilters.Prepend(input, @string);
    }

    public static string? Replace(Context context, string? input, string? @string, string? replacement = "")
    {
        if (input is not null && @string is { Length: > 0 } && (replacement?.Length ?? 0) > @string.Length)
        {
            Check(context, input.Length, (long)Occurrences(input, @string) * replacement!.Length);
        }

        return StandardFilters.Replace(context, input, @string, replacement);
    }

    public static string? ReplaceFirst(Context context, string? input, string? @string, string? replacement = "")
    {
        Check(context, input?.Length ?? 0, replacement?.Length ?? 0);
        return StandardFilters.ReplaceFirst(context, input, @string, replacement);
    }

    public static string? Join(Context context, IEnumerable? input, string? glue = " ")
    {
        foreach (var length in (input?.Cast<object?>() ?? []).Select(part => Convert.ToString(part, CultureInfo.InvariantCulture)?.Length ?? 0).Select(Total(glue)))
        {
            Check(context, length, 0);
        }

        return StandardFilters.Join(input, glue);
    }

    public static string[]? Split(Context context, string? input, string? pattern)
    {
        _ = context;
        return input?.Length > LongestSplit
            ? throw new TooMuchTextException($"The template splits a text of more than {LongestSplit >> 20} million characters")
            : StandardFilters.Split(input, pattern);
    }

    private static Func<int, long> Total(string? glue)
    {
        var total = 0L;
        return length => total += length + (glue?.Length ?? 0);
    }

    private static void Check(Context context, long one, long other) => TextBudget.Of(context).Check(one + other);

    private static int Occurrences(string text, string part)
    {
        var count = 0;
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + part.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }
}
