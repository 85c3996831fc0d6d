using System.Text.RegularExpressions;

namespace Sheaf.Checking;

/// <summary>The lines of a draft, and which of them are Sheaf's own and which a person's words.</summary>
internal sealed partial class DraftLines(TextLines lines)
{
    /// <summary>Ends a sentence that Sheaf took from an abstract.</summary>
    public const string SuggestionMark = "<!-- suggested -->";

    /// <summary>Stands where a person is to write.</summary>
    public const string WriteHere = "<!-- write here -->";

    public IReadOnlyList<TextLine> All => lines.All;

    public static bool IsQuoted(TextLine line) => line.Text.TrimStart().StartsWith('>');

    /// <summary>
    /// Whether the entry on this line is a title, names and a link, and nothing below it belongs to it. Lists by day and title (<c>8 Feb, Title,
    /// link</c>) have no words, and what a person puts into other shapes is their own affair.
    /// </summary>
    public bool IsBareEntry(int number) => lines.At(number) is { } line
        && (Row().IsMatch(line) ? !line.Contains("<br>", StringComparison.Ordinal) : Item().IsMatch(line) && !Day().IsMatch(line) && !HasWordsBelow(number));

    /// <summary>Whether the section around this line, up to the next heading, has anything that Sheaf does not put there itself.</summary>
    public bool HasWordsInSection(int number)
    {
        for (var at = number + 1; lines.At(at) is { } line && !line.StartsWith('#'); at++)
        {
            if (!string.IsNullOrWhiteSpace(line) && !Own().IsMatch(line))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Indented text below, whoever wrote it: a suggestion is found by its mark.</summary>
    private bool HasWordsBelow(int number)
    {
        var at = number + 1;
        while (lines.At(at) is { } line && string.IsNullOrWhiteSpace(line))
        {
            at++;
        }

        return lines.At(at) is [' ' or '\t', ..] || (at == number + 1 && lines.At(at) is { } next && !Beginning().IsMatch(next));
    }

    /// <summary>An entry that ends with its link.</summary>
    [GeneratedRegex(@"^ {0,3}[-*+] .*\) *,? *<?https?://(\S*\.)?arxiv\.org/abs/\S+?>? *$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();

    [GeneratedRegex(@"^ {0,3}\| *[0-9]+\) .*\| *<?https?://(\S*\.)?arxiv\.org/abs/\S+ *\|\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"^ {0,3}[-*+] [0-9]{1,2} [A-Z][a-z]{2}( [0-9]{4})?, ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    /// <summary>What begins a block of its own without a blank line before it.</summary>
    [GeneratedRegex(@"^ {0,3}([-*+] |[0-9]{1,9}[.)] |#|\||<!--)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^ {0,3}(>|<!--|Version [0-9]+( of [0-9]|, withdrawn| · )|(Code|Project|Published in|Tags): )", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Own();
}
