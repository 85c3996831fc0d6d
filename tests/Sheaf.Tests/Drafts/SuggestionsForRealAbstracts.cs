using System.Text.Json;
using System.Text.RegularExpressions;
using Sheaf.Drafts.Sentences;
using Sheaf.Drafts.Text;

namespace Sheaf.Tests.Drafts;

/// <summary>What holds of every suggestion, over the abstracts of SciTLDR's development part and of the round-up of April 2024.</summary>
public sealed partial class SuggestionsForRealAbstracts
{
    private static readonly Lazy<IReadOnlyList<(string Text, string Suggestion)>> All = new(() => [.. Papers().Select(paper => (paper.Text, SuggestedSentence.Of(paper.Title, paper.Text)!))]);

    [Fact]
    public void Its_words_stand_in_the_abstract_in_their_order() =>
        Assert.All(All.Value, paper => Assert.Contains(Letters(paper.Suggestion), Letters(paper.Text), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void It_is_one_sentence() => Assert.All(All.Value, paper => Assert.Single(AbstractSentences.Of(paper.Suggestion)));

    [Fact]
    public void It_begins_with_no_link_to_what_came_before() => Assert.All(All.Value, paper => Assert.DoesNotMatch(Link(), paper.Suggestion));

    [Fact]
    public void Nearly_all_are_whole_and_of_a_length_to_be_read()
    {
        var inRange = All.Value.Count(paper => paper.Suggestion[^1] is '.' or '?' or '!' && Words(paper.Suggestion) is >= SafeTrim.Fewest and <= SafeTrim.Most);

        Assert.InRange(inRange, All.Value.Count * 98 / 100, All.Value.Count);
    }

    [Fact]
    public void Brackets_and_formulas_are_closed_where_the_abstract_closes_them() => Assert.All(
        All.Value.Where(paper => IsBalanced(paper.Text)),
        paper => Assert.True(IsBalanced(paper.Suggestion), paper.Suggestion));

    private static IEnumerable<(string Title, string Text)> Papers() =>
        File.ReadLines(ReferenceData.PathOf("scitldr", "dev.jsonl")).Select(line => JsonElement.Parse(line))
            .Select(paper => (Text(paper, "title"), string.Join(' ', paper.GetProperty("source").EnumerateArray().Select(sentence => sentence.GetString()))))
            .Concat(File.ReadLines(ReferenceData.PathOf("articles", "april-2024.metadata.jsonl")).Select(line => JsonElement.Parse(line))
                .Select(paper => (Text(paper, "title"), Text(paper, "abstract"))));

    private static string Text(JsonElement paper, string name) => paper.GetProperty(name).GetString()!;

    private static bool IsBalanced(string text) =>
        text.Count(letter => letter == '(') == text.Count(letter => letter == ')') && text.Count(letter => letter == '[') == text.Count(letter => letter == ']')
        && text.Count(letter => letter == '{') == text.Count(letter => letter == '}') && text.Count(letter => letter == '$') % 2 == 0;

    private static int Words(string text) => Formula().Replace(text, "x").Split(' ').Length;

    /// <summary>Adverbs after "we" are dropped from within, so they do not count.</summary>
    private static string Letters(string text) => NoLetters().Replace(Adverb().Replace(PlainLine.Of(text), "we "), "");

    [GeneratedRegex(@"\bwe( (also|then|further|furthermore|therefore|thus|hence|first|firstly|finally|instead|next|additionally|moreover|here|now|consequently))+ ", RegexOptions.IgnoreCase)]
    private static partial Regex Adverb();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NoLetters();

    [GeneratedRegex(@"\$[^$]*\$")]
    private static partial Regex Formula();

    [GeneratedRegex("^(However|Moreover|Furthermore|In addition|Additionally|Specifically|Finally|Thus|Therefore|Hence|To this end),")]
    private static partial Regex Link();
}
