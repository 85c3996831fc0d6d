using System.Text.RegularExpressions;

namespace Sheaf.Drafts.Sentences;

/// <summary>Shortens a sentence of an abstract where it stays a whole sentence that says the same.</summary>
internal static partial class SafeTrim
{
    /// <summary>Of a sentence with more words, a numbered list at its end is dropped.</summary>
    private const int Long = 40;

    /// <summary>"In this paper," "To this end," "However," one after the other.</summary>
    private const int MostOpenings = 4;

    /// <summary>
    /// Drops what only ties a sentence to its abstract (<c>However,</c> <c>In this paper,</c> <c>To address this issue,</c> <c>also</c>),
    /// notes in brackets at its end, and of a long one the items of a list. Nothing is cut inside TeX, brackets and quotes.
    /// </summary>
    public static string Of(string sentence)
    {
        var whole = WithoutOpening(sentence, WithoutLink);
        var trimmed = WithoutOpening(Note().Replace(sentence, "", count: 1), WithoutLinkOrPlace);
        trimmed = WordCount.Of(trimmed) > Long ? List().Replace(trimmed, ".", count: 1) : trimmed;
        return WordCount.Of(trimmed) >= SentenceModel.Fewest ? trimmed : whole;
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

    private static int WithoutLink(string sentence, int start) =>
        Link().Match(sentence, start) is { Success: true } link ? start + link.Length : start;

    private static int WithoutLinkOrPlace(string sentence, int start) =>
        Place().Match(sentence, start) is { Success: true } place ? start + place.Length : WithoutLink(sentence, start);

    /// <summary>Only of a plain word: mBERT, k-means and $n$ stay as they are.</summary>
    private static string Capitalised(string sentence) =>
        PlainWord().IsMatch(sentence) ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : sentence;

    /// <summary>They open a clause that says why, or by what; where they point back, the sentence is better off without it.</summary>
    private const string Grounds =
        "In order to|To|Motivated by|Inspired by|Guided by|Driven by|Informed by|Enlightened by|Encouraged by|Based on|Based "
        + "upon|Building on|Building upon|Drawing on|Drawing upon|Drawing inspiration from|Drawing "
        + "from|Using|Leveraging|Utilizing|Given|Following|From|Addressing|In response to|In light of|In view of|In contrast "
        + "to|Contrary to|Despite|Beyond|Apart from|Aside from|Besides|As an alternative to|Considering|Recognizing|Realizing|Unlike";

    private const string Linked =
        "However|Moreover|Furthermore|In addition|Additionally|Specifically|In "
        + "particular|Finally|First|Firstly|Second|Secondly|Third|Thirdly|Lastly|Hence|Thus|Therefore|Consequently|As a "
        + "result|Besides|Also|Then|Next|Instead|In response|In contrast|On the other hand|On the one "
        + "hand|Nevertheless|Nonetheless|Notably|Importantly|Interestingly|Surprisingly|More specifically|More precisely|More "
        + "importantly|Concretely|In short|In summary|Overall|Accordingly|Meanwhile|Similarly|Indeed|In fact|To this end|To that end|To "
        + "this aim|With this in mind|For this purpose|In this context|In this regard|In this light|In doing so|To do so|To do "
        + "this|Motivated by this|Inspired by this|As such|In turn|In general|For example|For instance|That is|In conclusion|To "
        + "summarize|In total|Further";

    private const string Works =
        "paper|work|article|study|letter|thesis|report|chapter|note|survey|manuscript|contribution|research|review|tutorial|technical "
        + "report|position paper";

    private const string Statement = $"(here |in this ([a-z]+ )?({Works}),? )?(we|I|our|this ({Works})) ";

    [GeneratedRegex(
        $"\\G((Background|Objectives?|Aims?|Purpose|Materials and "
        + $"Methods|Methods?|Approach|Findings|Results?|Conclusions?|Significance): |({Linked}), "
        + "|(Hence|Thus|Therefore|Then|Next|Finally|Furthermore|Moreover|Additionally|Specifically|First|Instead) (?=we )"
        + "|(But|And|Yet) (?=(we|the|our|this|these|it|they) )"
        + $"|({Grounds}) ([^,:;$(){{}}]{{1,80}} )?(this|these|those|such|the above|the aforementioned)\\b(?! (as|of)\\b)"
        + $"[^,:;$(){{}}]{{0,70}}, (?={Statement})"
        + "|(In order to|To) [a-z]+ (this|these|the above|such)( [a-z-]+){1,3}, "
        + $"|To [a-z]+ (it|them)( [a-z]+)?, (?={Statement}))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    /// <summary>Kept where the sentence would have too few words without it.</summary>
    [GeneratedRegex(
        $"\\G((Here|Herein), |Here (?=we )|In (this|the present|our|the current) ([a-z]+ )?({Works})(, | (?=we )))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    [GeneratedRegex(
        "^(We|we) (?:also |then |further |furthermore |therefore |thus |hence |first |firstly |finally |instead |next |additionally "
        + "|moreover |here |now |consequently )+(?=[a-z])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Adverb();

    [GeneratedRegex(@"^[a-z]+(?=[ ,:;])", RegexOptions.CultureInvariant)]
    private static partial Regex PlainWord();

    /// <summary>What is said before a numbered list says that there is one.</summary>
    [GeneratedRegex(@": ?\(?(i|I|1|a)\).*\z", RegexOptions.CultureInvariant)]
    private static partial Regex List();

    /// <summary>
    /// A citation, an address or a figure in brackets before the final stop; a purpose that only another sentence explains.
    /// </summary>
    [GeneratedRegex(
        @"[ ~]\((?=[^()$]*(http|www\.|github|et al|[12][09][0-9][0-9]|code |Fig\.|Figure|Table|Section|Sec\.|see ))[^()$]*\)(?=[.!?]$)"
        + @"|,?(?<!\b(are|were|be|[a-z]+s|and|or|not|how|able|designed|engineered|used|aim|seek|try|help|fail|need|necessary|way|them))"
        + @"( in order)? to (address|tackle|solve|overcome|mitigate|alleviate|resolve|bridge|fill|close) (this|these) [a-z]+(?=\.$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Note();
}
