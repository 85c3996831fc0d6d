using System.Text.RegularExpressions;
using Sheaf.Drafts.Text;

namespace Sheaf.Drafts.Sentences;

/// <summary>Where a sentence that is too long can end sooner and still be one.</summary>
internal static partial class ClauseBorder
{
    /// <summary>
    /// The sentence up to the last border that leaves no more words than <see cref="SafeTrim.Most"/>, closed by a full stop; null where no
    /// border leaves at least <see cref="SafeTrim.Fewest"/> words and a clause that is whole.
    /// </summary>
    public static string? Cut(string sentence)
    {
        string? best = null;
        foreach (var border in Borders(sentence))
        {
            var head = sentence[..border].TrimEnd();
            var words = WordCount.Of(head);
            if (words > SafeTrim.Most)
            {
                break;
            }

            best = words >= SafeTrim.Fewest && IsWhole(head, sentence.AsSpan(border)) ? $"{head}." : best;
        }

        return best;
    }

    /// <summary>The commas and semicolons outside TeX, brackets and quotes.</summary>
    private static IEnumerable<int> Borders(string text)
    {
        var (depth, isQuoted) = (0, false);
        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\':
                    at++;
                    break;
                case '$':
                    at = (TexMath.EndOf(text, at) ?? at + 1) - 1;
                    break;
                case '(' or '[' or '{' or '“' or '«':
                    depth++;
                    break;
                case ')' or ']' or '}' or '”' or '»':
                    depth--;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' or ';' when depth == 0 && !isQuoted:
                    yield return at;
                    break;
            }
        }
    }

    /// <summary>A clause of the authors' own before a border that begins another clause; before a semicolon any that does not depend on another.</summary>
    private static bool IsWhole(string head, ReadOnlySpan<char> tail) =>
        !Enumeration().IsMatch(head)
        && (OwnClause().IsMatch(head) ? NextClause().IsMatch(tail) : !Dependent().IsMatch(head) && NextMainClause().IsMatch(tail));

    /// <summary>(i) without (ii), "both", "first": what was begun would miss its other half.</summary>
    [GeneratedRegex(@"\(?\b(i|1|a)\)|\b(both|either|neither|not only|first|firstly|following|two|three|four)\b|:", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Enumeration();

    [GeneratedRegex(
        @"^(We|I) [a-z]|, we [a-z]|^(This|Our) (paper|work|article|study|approach|method|framework|model|analysis|algorithm|survey) [a-z]+s ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnClause();

    [GeneratedRegex(
        @"^(; |, (which|where|while|whereas|but|so that|such that|thereby|thus|including|leading to|resulting in|achieving|showing|demonstrating|outperforming|enabling|allowing|"
        + @"providing|yielding|making|improving|reducing|suggesting|indicating|giving|surpassing|revealing|ensuring|and (we|it|this|they|the|our|show|demonstrate|prove|find|use|then|thus)) )",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NextClause();

    [GeneratedRegex(@"^(; |, (while|whereas|but|and (we|it|this|they)) )", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NextMainClause();

    [GeneratedRegex(
        @"^(While|Although|Though|If|When|Whenever|Since|Because|Despite|Given|As|For|By|In|With|Without|Unlike|To|Under|Through|Using|Motivated|Inspired|Based|Building|After|Before|Even|From|On|At|Instead|Rather|Beyond|Where|Whether|Leveraging)\b",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dependent();
}
