using System.Text.RegularExpressions;
using Sheaf.Desk.Pages;

namespace Sheaf.Desk;

/// <summary>The reasons of a ranking as links to what they are about.</summary>
internal static partial class ReasonLinks
{
    private const string WordsBefore = "words: ";

    /// <param name="reason">As the ranking kept it.</param>
    /// <param name="paper">The paper that it speaks for.</param>
    public static ReasonLink Of(string reason, string paper) =>
        CloseTo().Match(reason) is { Success: true } close
            ? Link(close, "title", Query(close.Groups["title"].Value.TrimEnd('…', ' ')))
        : Authors().Match(reason) is { Success: true } authors
            ? Link(authors, "names", $"/search?author={Uri.EscapeDataString(authors.Groups["names"].Value.Split(',')[0])}")
        : Listed().Match(reason) is { Success: true } listed
            ? Link(listed, "list", $"https://huggingface.co/papers/{paper}")
        : WordsOf(reason) is [_, ..] words
            ? new(WordsBefore, reason[WordsBefore.Length..], Query(string.Join(" OR ", words.Select(word => $"\"{word}\""))), "")
        : new("", reason, null, "");

    /// <summary>The words that a reason names; none where it is of another kind.</summary>
    public static IReadOnlyList<string> WordsOf(string reason) => reason.StartsWith(WordsBefore, StringComparison.Ordinal)
        ? reason[WordsBefore.Length..].Split(", ", StringSplitOptions.RemoveEmptyEntries)
        : [];

    private static string Query(string text) => $"/search?q={Uri.EscapeDataString(text)}";

    private static ReasonLink Link(Match match, string group, string path)
    {
        var (text, linked) = (match.Value, match.Groups[group]);
        return new(text[..linked.Index], linked.Value, path, text[(linked.Index + linked.Length)..]);
    }

    [GeneratedRegex("^on (?<list>Hugging Face's daily list).*$")]
    private static partial Regex Listed();

    [GeneratedRegex("^close to '(?<title>.+)', which you (picked|starred)$")]
    private static partial Regex CloseTo();

    [GeneratedRegex(@"^picked its authors [^(]+ \((?<names>[^)]+)\)$")]
    private static partial Regex Authors();
}
