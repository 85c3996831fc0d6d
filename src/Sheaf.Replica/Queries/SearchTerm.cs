using System.Text.RegularExpressions;

namespace Sheaf.Replica.Queries;

/// <summary>One term of a search query: a field and what it must hold.</summary>
internal static partial class SearchTerm
{
    private static readonly string[] s_textFields = ["ti", "au", "abs", "co", "jr", "rn"];

    /// <summary>What a paper has to fulfil; null where the term cannot be read.</summary>
    public static Condition? Parse(string term)
    {
        var match = Term().Match(term);
        var field = match.Groups["field"].Success ? match.Groups["field"].Value : "all";
        var value = match.Groups["value"].Value;

        // lastUpdatedDate is silently taken for submittedDate over there.
        if (field is "submittedDate" or "lastUpdatedDate")
        {
            return Submitted(value);
        }

        value = value.Trim('"').Trim();
        if (value.Length == 0 || value[0] is '*' or '?')
        {
            return null;
        }

        return Holding(field, value) is { } matches ? new Condition(matches) : null;
    }

    private static Func<Found, bool>? Holding(string field, string value) => field switch
    {
        "cat" => found => InCategory(found, value),
        "id" => found => IsCalled(found, value),
        "all" => found => IsCalled(found, value) || InCategory(found, value) || s_textFields.Any(text => InText(text, value)(found)),
        _ when s_textFields.Contains(field) => InText(field, value),
        _ => null,
    };

    private static Func<Found, bool> InText(string field, string value)
    {
        var isPrefix = value.EndsWith('*');
        var phrase = SearchableText.WordsOf(value.Replace('_', ' ').TrimEnd('*'));
        return phrase.Count == 0 ? _ => false : found => found.Text.Has(field, phrase, isPrefix);
    }

    private static bool InCategory(Found found, string value) => found.Categories.Any(category =>
        value.EndsWith('*') ? category.StartsWith(value[..^1], StringComparison.Ordinal) : category == value);

    private static bool IsCalled(Found found, string value) => found.Paper.Id == value || found.Name == value;

    private static Condition Submitted(string value)
    {
        if (Range().Match(value) is not { Success: true } range)
        {
            throw QueryRefusedException.Breakdown();
        }

        var from = PartialDate.First(range.Groups["from"].Value);
        var to = PartialDate.Last(range.Groups["to"].Value);
        return new Condition(found => found.History.First.Submitted is var day && day >= from && day <= to) { From = from, To = to };
    }

    [GeneratedRegex(@"\A(?:(?<field>[A-Za-z]+):)?(?<value>.*)\z", RegexOptions.Singleline)]
    private static partial Regex Term();

    [GeneratedRegex(@"\A\[\s*(?<from>[0-9]+)\s+TO\s+(?<to>[0-9]+)\s*\]\z")]
    private static partial Regex Range();
}
