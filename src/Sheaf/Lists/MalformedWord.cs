using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists;

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
    /// <param name="text">The text of an item, a line or a cell.</param>
    /// <param name="beforeReference">Whether a true reference stands behind.</param>
    /// <param name="isHead">Whether it stands where an identifier is likely: then a number that lost digits is one, too.</param>
    public static ReferenceMark? Find(string text, bool beforeReference, bool isHead = false)
    {
        var start = text.AsSpan().IndexOfAnyExcept(ReferenceMark.Wrapping);
        if (start < 0)
        {
            return null;
        }

        var length = text.AsSpan(start).IndexOfAny(Blanks);
        var word = text.AsSpan(start, length < 0 ? text.Length - start : length).TrimEnd(Trailing).ToString();
        return (IdentifierFinder.ReadWord(word) ?? Damaged(word)) is { Reference: null } found && !IsDay(word, beforeReference)
            ? new(start, start + word.Length, found with { Index = start }, null)
            : isHead && !beforeReference && IdentifierFinder.ReadHead(text, start) is { } head ? new(start, start + head.Length, head, null)
            : null;
    }

    /// <summary>
    /// The first word behind others that is as long as an identifier and damaged: <c>Cogs (2404.1100O)</c>. Only of an entry.
    /// </summary>
    public static ReferenceMark? FindBehindWords(string text)
    {
        foreach (var word in Within().EnumerateMatches(text))
        {
            if (Damaged(text.Substring(word.Index, word.Length)) is { } found)
            {
                return new ReferenceMark(word.Index, word.Index + word.Length, found with { Index = word.Index }, null);
            }
        }

        return null;
    }

    /// <summary>
    /// A word of the length of an identifier, with a letter for a digit, a comma for the point or a digit too many: <c>2404.O0004</c>,
    /// <c>2404,00003</c>. Shorter ones, <c>2404.5</c>, may be any number wherever no entry begins.
    /// </summary>
    private static FoundReference? Damaged(string word) =>
        Alike().IsMatch(word) && IdentifierFinder.ReadToken(word) is { Reference: null, MayMean.Count: > 0 } damaged ? damaged : null;

    private static bool IsDay(string word, bool beforeReference) =>
        Day().IsMatch(word) && (beforeReference || ImpossibleMonth().IsMatch(word));

    [GeneratedRegex(@"^[0-9OolI]{4}[.,][0-9OolI]{5,6}(v[0-9]{1,3})?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Alike();

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}./:,_-])[0-9OolI]{4}[.,][0-9OolI]{5}(v[0-9]{1,3})?(?![\p{L}\p{N}/%_-]|[.,][\p{L}\p{N}])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Within();

    [GeneratedRegex(@"^(19|20)[0-9]{2}\.(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])\z")]
    private static partial Regex Day();

    /// <summary>The first four digits, read as an identifier's year and month, name no month.</summary>
    [GeneratedRegex("^[0-9]{2}(00|1[3-9]|[2-9][0-9])")]
    private static partial Regex ImpossibleMonth();
}
