using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Sheaf.Names;

namespace Sheaf.Lists.Import;

/// <summary>Authors as a list names them: <c>Liu, Wang, Vaidya, et al.</c>, <c>Hu and Lu</c>.</summary>
/// <param name="Names">As printed, in their order.</param>
/// <param name="EtAl">Whether more are said to exist.</param>
internal sealed partial record NameList(IReadOnlyList<string> Names, bool EtAl)
{
    private static readonly SearchValues<char> InNoName = SearchValues.Create("0123456789:?!/=<>[]{}()“”");

    /// <summary>Reads a text that is names and nothing else; null for any other text.</summary>
    public static NameList? Read(string text)
    {
        var (names, etAl) = WithoutEtAl(text);
        var parts = Separator().Split(names).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        return parts.Count > 0 && parts.TrueForAll(part => IsName(part, mostWords: 5)) ? new(parts, etAl) : null;
    }

    /// <summary>
    /// Divides a title and the names that follow it without <c>by</c>: <c>Title, An, Ma, Lin et al.</c> Titles have lists in them too
    /// (<c>Imagination, Searching, and Criticizing</c>): so there must be an <c>et al.</c>, or after <paramref name="hasDay"/> a list that
    /// is complete in itself.
    /// </summary>
    /// <returns>Null where no names are certain.</returns>
    public static (string Title, NameList Names)? DivideFromTitle(string text, bool hasDay)
    {
        var (rest, etAl) = WithoutEtAl(text);
        var parts = rest.Split(',');
        var first = parts.Length;
        while (first > 1 && IsListPart(parts[first - 1]))
        {
            first--;
        }

        var count = parts.Length - first;
        var isSerial = count > 0 && LeadingAnd().IsMatch(parts[^1]);
        var isComplete = hasDay && (isSerial ? count >= 3 : count >= 2 && Ands().IsMatch(parts[^1]));
        return count > 0 && (etAl || isComplete) && Read(string.Join(',', parts[first..])) is { } names
            ? (string.Join(',', parts[..first]), names with { EtAl = etAl })
            : null;
    }

    private static (string Names, bool EtAl) WithoutEtAl(string text)
    {
        var trimmed = text.Trim(' ', ',', ';', '\uff0c', '\u00a0');
        var match = EtAlAtEnd().Match(trimmed);
        return match.Success ? (trimmed[..match.Index].TrimEnd(' ', ',', ';'), true) : (trimmed, false);
    }

    private static bool IsListPart(string part) =>
        Ands().Split(LeadingAnd().Replace(part.Trim(), "")).All(name => IsName(name.Trim(), mostWords: 2));

    /// <summary>
    /// One to a few words, none of them with a digit, each with a capital (or of a script that has none) but for particles.
    /// </summary>
    private static bool IsName(string name, int mostWords)
    {
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        // Le is a surname too.
        var own = words.Where((word, at) => at == words.Length - 1 || !(Surname.IsParticle(word) || word is "and")).ToList();
        return name.Length <= 60 && own.Count >= 1 && own.Count <= mostWords && own.TrueForAll(IsNameWord);
    }

    private static bool IsNameWord(string word)
    {
        var letters = word.TrimStart('\'', '’', '(', '"');
        return letters.Length > 0
            && (char.IsUpper(letters[0])
                || char.GetUnicodeCategory(letters[0]) == UnicodeCategory.OtherLetter
                || LowerThenUpper().IsMatch(letters))
            && !letters.AsSpan().ContainsAny(InNoName);
    }

    [GeneratedRegex(
        @"[,;]?\s*\(?\b(et|at)\.?\s?al\b[.,)]*\z|[,;]?\s(and|&)\s(others|colleagues|co-authors)\.?\z|\s(и|та)\s(др|ін)\.?\z"
        + @"|\s?等人?\z|\s?ほか\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EtAlAtEnd();

    [GeneratedRegex(@"\s*[,;\uff0c\uff1b、]\s*((and|&|und|et|y)\s+)?|\s+(and|&|und|et|和)\s+", RegexOptions.ExplicitCapture)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^\s*(and|&)\s+", RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingAnd();

    [GeneratedRegex(@"\s(?:and|&)\s")]
    private static partial Regex Ands();

    [GeneratedRegex(@"^\p{Ll}{1,3}['’-]?\p{Lu}")]
    private static partial Regex LowerThenUpper();
}
