using System.Collections.Frozen;

namespace Sheaf.Languages;

/// <summary>The languages that there are, and what is found in a text of any of them.</summary>
internal static class DraftLanguages
{
    /// <summary>English first.</summary>
    public static IReadOnlyList<DraftLanguage> All { get; } =
    [
        EnglishWords.Language, GermanWords.Language, FrenchWords.Language, SpanishWords.Language, ChineseWords.Language,
        JapaneseWords.Language,
    ];

    private static readonly FrozenDictionary<string, DraftPart> Parts = All
        .SelectMany(
            language => new[]
            {
                (language.Headings.InDepth, DraftPart.InDepth), (language.Headings.Papers, DraftPart.Papers),
                (language.Headings.LateArrivals, DraftPart.LateArrivals), (language.Headings.MayHaveMissed, DraftPart.MayHaveMissed),
            })
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    public static DraftLanguage English => EnglishWords.Language;

    /// <summary>Finds one by its code, in capital or small letters; null where there is none.</summary>
    public static DraftLanguage? Find(string code) =>
        All.FirstOrDefault(language => language.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The part of a draft that a heading is written over, in whatever language; null for any other heading.</summary>
    /// <param name="heading">Its words.</param>
    public static DraftPart? PartUnder(string? heading) =>
        heading is not null && Parts.TryGetValue(heading, out var part) ? part : null;

    /// <summary>
    /// What stands before a fact of a paper in depth, as one name for all languages; null for any other word.
    /// </summary>
    public static string? LabelOf(string word)
    {
        foreach (var labels in All.Select(language => language.Labels))
        {
            var own = word == labels.Code ? nameof(labels.Code)
                : word == labels.Project ? nameof(labels.Project)
                : word == labels.PublishedIn ? nameof(labels.PublishedIn)
                : word == labels.Tags ? nameof(labels.Tags)
                : null;
            if (own is not null)
            {
                return own;
            }
        }

        return null;
    }

    /// <summary>
    /// The languages other than English that write a day just so, with its year or without: what stands around it is in one of them.
    /// </summary>
    /// <param name="day">The day, in any year where the text has none.</param>
    /// <param name="text">As written.</param>
    public static IEnumerable<DraftLanguage> ThatWrite(DateOnly day, string text) => All.Skip(1)
        .Where(language => language.Days.ShortOn(day) == text || language.Days.ShortInYear(day) == text);
}

/// <summary>A part of a draft that is Sheaf's own, by its heading.</summary>
internal enum DraftPart
{
    InDepth,
    Papers,
    LateArrivals,
    MayHaveMissed,
}
