using System.Text.RegularExpressions;

namespace Sheaf.Drafts.Sentences;

/// <summary>Shortens a sentence of an abstract where it stays a whole sentence that says the same.</summary>
public static partial class SafeTrim
{
    /// <summary>A suggestion has no fewer words where that can be had.</summary>
    public const int Fewest = 12;

    /// <summary>A suggestion has no more words where that can be had.</summary>
    public const int Most = 40;

    /// <summary>"In this paper," "To this end," "However," one after the other.</summary>
    private const int MostOpenings = 4;

    /// <summary>
    /// Drops what only ties a sentence to its abstract (<c>However,</c> <c>In this paper,</c> <c>To address this issue,</c> <c>also</c>) and
    /// notes in brackets at its end. A sentence of more than <see cref="Most"/> words ends at the last border of clauses that leaves
    /// it whole, if there is one. Nothing is cut inside TeX, brackets and quotes.
    /// </summary>
    public static string Of(string sentence)
    {
        var whole = WithoutOpening(sentence, WithoutLink);
        var trimmed = WithoutOpening(Note().Replace(sentence, "", count: 1), WithoutLinkOrPlace);
        trimmed = WordCount.Of(trimmed) > Most && ClauseBorder.Cut(trimmed) is { } cut ? cut : trimmed;
        return WordCount.Of(trimmed) >= Fewest ? trimmed : whole;
    }

    private static string WithoutOpening(string sentence, Func<string, int, int> drop)
    {
        var start = 0;
        for (var opening = 0; opening < MostOpenings && drop(sentence, start) is var next && next > start; opening++)
        {
            start = next;
        }

        var rest = Adverb().Replace(sentence[start..], "$1 ", count: 1);
        return start == 0 ? rest : Capitalised(rest);
    }

    private static int WithoutLink(string sentence, int start) => Link().Match(sentence, start) is { Success: true } link ? start + link.Length : start;

    private static int WithoutLinkOrPlace(string sentence, int start) =>
        Place().Match(sentence, start) is { Success: true } place ? start + place.Length : WithoutLink(sentence, start);

    /// <summary>Only of a plain word: mBERT, k-means and $n$ stay as they are.</summary>
    private static string Capitalised(string sentence) =>
        PlainWord().IsMatch(sentence) ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : sentence;

    private const string Aim =
        "address|tackle|overcome|solve|alleviate|mitigate|remedy|bridge|fill|resolve|close|achieve|meet|handle|combat|circumvent|answer|facilitate|explore|test|verify|demonstrate|illustrate|investigate|study|do";

    private const string Linked =
        "However|Moreover|Furthermore|In addition|Additionally|Specifically|In particular|Finally|First|Firstly|Second|Secondly|Third|Thirdly|Lastly|Hence|Thus|"
        + "Therefore|Consequently|As a result|Besides|Also|Then|Next|Instead|In response|In contrast|On the other hand|On the one hand|Nevertheless|"
        + "Nonetheless|Notably|Importantly|Interestingly|Surprisingly|More specifically|More precisely|More importantly|Concretely|In short|In summary|Overall|"
        + "Accordingly|Meanwhile|Similarly|Indeed|In fact|To this end|To that end|To this aim|With this in mind|For this purpose|In this context|In this regard|"
        + "In this light|In doing so|To do so|To do this|Motivated by this|Inspired by this|As such|In turn|In general|For example|For instance|That is|In conclusion|"
        + "To summarize|In total|Further";

    private const string Works = "paper|work|article|study|letter|thesis|report|chapter|note|survey|manuscript|contribution|research|review|tutorial|technical report|position paper";

    [GeneratedRegex(
        $"\\G(({Linked}), |(Hence|Thus|Therefore|Then|Next|Finally|Furthermore|Moreover|Additionally|Specifically|First|Instead) (?=we )|(But|And|Yet) (?=(we|the|our|this|these|it|they) )"
        + $"|(In order to|To) ({Aim}) (this|these|that|those|such|the above|the aforementioned|it|them)( [A-Za-z-]+){{0,3}}, (?=we |this (paper|work|article|study) )"
        + "|(Motivated|Inspired|Guided|Driven) by (this|these|that|those|the above)( [A-Za-z-]+){0,2}, (?=we )"
        + "|(Based|Building) on (this|these|that|those|the above)( [A-Za-z-]+){0,2}, (?=we ))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    /// <summary>Kept where the sentence would have too few words without it.</summary>
    [GeneratedRegex(
        $"\\G((Here|Herein), |Here (?=we )|In (this|the present|our|the current) ([a-z]+ )?({Works})(, | (?=we )))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    [GeneratedRegex(
        "^(We|we) (?:also |then |further |furthermore |therefore |thus |hence |first |firstly |finally |instead |next |additionally |moreover |here |now |consequently )+(?=[a-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Adverb();

    [GeneratedRegex(@"^[a-z]+(?=[ ,:;])", RegexOptions.CultureInvariant)]
    private static partial Regex PlainWord();

    /// <summary>A citation, an address or a figure in brackets before the final stop.</summary>
    [GeneratedRegex(
        @"[ ~]\((?=[^()$]*(http|www\.|github|et al|[12][09][0-9][0-9]|code |Fig\.|Figure|Table|Section|Sec\.|see ))[^()$]*\)(?=[.!?]$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Note();
}
