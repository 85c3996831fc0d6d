using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.Identifiers;

/// <summary>Identifiers in names of files: <c>Lu2024_2405.00208.pdf</c>, <c>2405.00208v2_final.pdf</c>.</summary>
internal static partial class FileName
{
    private const int ShortestIdentifier = 9;

    /// <summary>What begins here and goes on to the end of such a name.</summary>
    public static CandidateSpan? At(string text, int at)
    {
        if (at + ShortestIdentifier >= text.Length || text[at + 4] != '.' || !char.IsAsciiDigit(text[at]) || !MayFollow(text, at))
        {
            return null;
        }

        return Name().Match(text, at) is { Success: true } name
            && IdentifierGrammar.ReadKnown(name.Groups["id"].Value, out var reference) is null
            ? CandidateSpan.Of(reference, at..(at + name.Groups["id"].Length), at + name.Length)
            : null;
    }

    private static bool MayFollow(string text, int at) =>
        at == 0
            || text[at - 1] is '_' or '-'
            || (text[at - 1] == '.' && at > 1 && char.IsLetter(text[at - 2]))
            || WordBoundary.IsBefore(text, at);

    [GeneratedRegex(
        @"\G(?<id>[0-9]{4}\.[0-9]{4,5}(v[0-9]{1,3})?)([_-][\p{L}\p{N}_.()+-]{0,120})?\.(pdf|ps|djvu|epub|mobi|tex|zip|tar|t?gz|txt|md"
        + @"|html?|bib|ris|docx?|pptx?|odt)"
            + @"(?![\p{L}\p{N}_-])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
