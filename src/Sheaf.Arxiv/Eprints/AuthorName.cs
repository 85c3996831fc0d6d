using System.Buffers;
using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Eprints;

/// <summary>
/// Names as arXiv's own parser leaves them (field guide 10), put right: brackets and braces without a partner, a word that joins names,
/// spaces between initials that belong together. Every source of authors ends here.
/// </summary>
public static partial class AuthorName
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("(){}\\,;:&");

    /// <summary>The name; null where nothing of one is left: punctuation, a stray bracket, "et al.".</summary>
    public static string? Tidy(string name)
    {
        var tidy = MetadataText.OneLine(WithoutBraces(name));
        if (IsTidy(tidy))
        {
            return tidy;
        }

        tidy = MetadataText.OneLine(Brackets().Replace(tidy, " "));
        tidy = Others().Replace(tidy, "");
        tidy = Joining().Replace(tidy, "");
        tidy = HyphenAfterInitial().Replace(tidy, ".-");
        tidy = SuffixComma().Replace(tidy, " $1");
        tidy = Acronym().Replace(tidy, match => match.Value.Replace(" ", "", StringComparison.Ordinal)).Trim(' ', ',');
        return tidy.AsSpan().Trim(":;,. ").IsEmpty ? null : tidy;
    }

    /// <summary>The same for a whole list: what is no name is left out.</summary>
    internal static List<Author> Tidy(IEnumerable<Author> authors)
    {
        var tidy = new List<Author>();
        foreach (var author in authors)
        {
            if (Tidy(author.Name) is not { } name)
            {
                continue;
            }

            if (tidy is [.., var before] && Suffix().IsMatch(name))
            {
                // Of suffixes behind a comma arXiv's parser knows one only, and takes the others for persons.
                tidy[^1] = before with { Name = $"{before.Name} {name}" };
            }
            else
            {
                tidy.Add(name == author.Name ? author : author with { Name = name });
            }
        }

        return tidy;
    }

    /// <summary>Whether a list of authors says that there are others whom it does not name: "et al." in one spelling or another.</summary>
    /// <param name="line">Names, or a whole author line; null: it says nothing.</param>
    public static bool SpeaksOfOthers(string? line) =>
        line is not null && line.Contains("al", StringComparison.OrdinalIgnoreCase)
            | line.Contains("others", StringComparison.OrdinalIgnoreCase)
        && OthersAnywhere().IsMatch(Brackets().Replace(WithoutBraces(line), " "));

    // Most are: a few looks then are all that it costs.
    private static bool IsTidy(string name) =>
        name.Length > 0 && char.IsLetter(name[0]) && char.IsLetter(name[^1])
        && !name.AsSpan().ContainsAny(Marks)
        && !name.Contains(" -", StringComparison.Ordinal)
        && !name.Contains(" et", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("et", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("and ", StringComparison.Ordinal) && !name.EndsWith(" and", StringComparison.Ordinal)
        && !name.Equals("others", StringComparison.OrdinalIgnoreCase)
        && !(name.Contains(". ", StringComparison.Ordinal) && Group().IsMatch(name));

    // What TeX left between dollars is a formula, whose braces are part of it.
    private static string WithoutBraces(string name)
    {
        if (name.AsSpan().IndexOfAny('{', '}', '\\') < 0)
        {
            return name;
        }

        var parts = name.Split('$');
        for (var at = 0; at < parts.Length; at++)
        {
            var isFormula = at % 2 == 1 && at < parts.Length - 1;
            parts[at] = isFormula ? parts[at] : Braces().Replace(FontCommand().Replace(parts[at], ""), "");
        }

        return string.Join('$', parts);
    }

    /// <summary>The command in <c>{\it et al.}</c> and <c>\textsc{Example}</c>; accents have been read before.</summary>
    [GeneratedRegex(@"\\[A-Za-z]{2,}\s*(?=\{)|(?<=\{)\s*\\[A-Za-z]{2,}\s+")]
    private static partial Regex FontCommand();

    [GeneratedRegex(@"^(?:[JS]r\.?|I{2,3}|IV)\z")]
    private static partial Regex Suffix();

    [GeneratedRegex("Collaboration|Consortium|Group|Team")]
    private static partial Regex Group();

    [GeneratedRegex("[{}]")]
    private static partial Regex Braces();

    [GeneratedRegex(@"\([^()]*\)|[()]")]
    private static partial Regex Brackets();

    [GeneratedRegex(
        @"(?:^|[\s,;:]+)(?:et(?:\.\s*|\s+)al|etal|et\s+alii)\b[\s.,;:]*\z|^others\.?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Others();

    [GeneratedRegex(
        @"(?:^|[\s,;:])(?:et(?:\.\s*|\s+)al|etal|et\s+alii|(?:and|&)\s+others)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OthersAnywhere();

    [GeneratedRegex(@"^(?:(?:and|&)\s+)+|\s+(?:and|&)\z|^(?:and|&)\z")]
    private static partial Regex Joining();

    [GeneratedRegex(@"\.\s+-\s*(?=\p{L})")]
    private static partial Regex HyphenAfterInitial();

    [GeneratedRegex(@"\s*,\s*([JS]r\.?|I{2,3}|IV)\z")]
    private static partial Regex SuffixComma();

    // Initials without a surname: H. E. S. S., alone or before the word for a group.
    [GeneratedRegex(
        @"(?<![\p{L}.] |\p{L}|\.)(?:\p{Lu}\. ?){2,}\p{Lu}\.(?=\z)"
        + @"|(?<!\p{L}|\.)(?:\p{Lu}\. ?)+\p{Lu}\.(?=\s+(?:Collaborations?|Consortium|Groups?|Teams?)\b)")]
    private static partial Regex Acronym();
}
