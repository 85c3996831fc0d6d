using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Curation;

/// <summary>
/// The first word of an entry that is no reference but was evidently meant as one: a mistake to be reported, not text to be skipped.
/// </summary>
internal static partial class MalformedWord
{
    private const string Blanks = " \t\u00a0|";
    private const string Trailing = ".,;:*_`>)]}\"'”’★";

    /// <summary>
    /// Finds it; null where the first word is anything else. A day written <c>2024.0501</c> is no reference (field guide 1.5);
    /// <c>2010.0501</c> may also be an identifier that lost a digit, and is taken for a day only beside a true reference.
    /// </summary>
    public static ReferenceMark? Find(string text, bool beforeReference)
    {
        var start = text.AsSpan().IndexOfAnyExcept(ReferenceMark.Wrapping);
        if (start < 0)
        {
            return null;
        }

        var length = text.AsSpan(start).IndexOfAny(Blanks);
        var word = text.AsSpan(start, length < 0 ? text.Length - start : length).TrimEnd(Trailing).ToString();
        return IdentifierFinder.ReadWord(word) is { Reference: null } found && !IsDay(word, beforeReference)
            ? new(start, start + word.Length, found with { Index = start }, null)
            : null;
    }

    private static bool IsDay(string word, bool beforeReference) =>
        Day().IsMatch(word) && (beforeReference || ImpossibleMonth().IsMatch(word));

    [GeneratedRegex(@"^(19|20)[0-9]{2}\.(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])\z")]
    private static partial Regex Day();

    /// <summary>The first four digits, read as an identifier's year and month, name no month.</summary>
    [GeneratedRegex("^[0-9]{2}(00|1[3-9]|[2-9][0-9])")]
    private static partial Regex ImpossibleMonth();
}
