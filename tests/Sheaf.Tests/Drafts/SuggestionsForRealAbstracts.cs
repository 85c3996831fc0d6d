using System.Text.Json;
using System.Text.RegularExpressions;
using Sheaf.Drafts.Sentences;
using Sheaf.TestKit.Sentences;
using Sheaf.Text;

namespace Sheaf.Tests.Drafts;

/// <summary>What holds of every suggestion, over the abstracts of SciTLDR's development part and of the round-up of April 2024.</summary>
public sealed partial class SuggestionsForRealAbstracts
{
    private static readonly Lazy<IReadOnlyList<(string Text, string Suggestion)>> All = new(() =>
    [
        .. from paper in Papers()
           let suggestion = SuggestedSentence.Of(paper.Title, paper.Text)
           where suggestion is not null
           select (paper.Text, suggestion),
    ]);

    [Fact]
    public void Its_words_stand_in_the_abstract_in_their_order() =>
        Assert.All(All.Value, paper => Assert.Contains(Letters(paper.Suggestion), Letters(paper.Text), StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void It_is_one_sentence() => Assert.All(All.Value, paper => Assert.Single(AbstractSentences.Of(paper.Suggestion)));

    [Fact]
    public void It_begins_with_no_link_to_what_came_before() =>
        Assert.All(All.Value, paper => Assert.DoesNotMatch(Link(), paper.Suggestion));

    [Fact]
    public void All_are_whole_and_of_a_length_to_be_read() => Assert.All(All.Value, paper =>
        Assert.True(
            paper.Suggestion[^1] is '.' or '!' && Words(paper.Suggestion) is >= SentenceModel.Fewest and <= SentenceModel.Most,
            paper.Suggestion));

    /// <summary>Some of SciTLDR's abstracts have line breaks within their sentences.</summary>
    [Fact]
    public void Nearly_every_abstract_has_one() => Assert.InRange(All.Value.Count, Papers().Count() * 97 / 100, Papers().Count());

    [Fact]
    public void Two_readers_would_print_nearly_all()
    {
        var papers = LabelledAbstract.ReadOpen(Path.GetDirectoryName(ReferenceData.PathOf("sentences"))!);
        var readers = papers.Select(
            paper => (Paper: paper, Number: SentenceModel.ReadShipped().Choose(paper.Title, paper.Sentences)?.Number))
            .Select(chosen => (chosen.Paper.IsAcceptedBy(0, chosen.Number), chosen.Paper.IsAcceptedBy(1, chosen.Number))).ToList();

        Assert.InRange(readers.Count(accepts => accepts.Item1 || accepts.Item2) / (double)papers.Count, 0.93, 1);
        Assert.InRange(readers.Count(accepts => accepts.Item1 && accepts.Item2) / (double)papers.Count, 0.89, 1);
    }

    [Fact]
    public void They_have_what_peoples_summaries_have()
    {
        var papers = SummarizedPaper.Read(ReferenceData.PathOf("scitldr", "dev.jsonl"));
        var share = papers.Sum(
            paper => Rouge.Best(SuggestedSentence.Of(paper.Title, string.Join(' ', paper.Sentences)) ?? "", paper.Summaries))
            / papers.Sum(paper => paper.Scores.Max());

        Assert.InRange(share, 0.86, 1);
    }

    [Fact]
    public void Brackets_and_formulas_are_closed_where_the_abstract_closes_them() => Assert.All(
        All.Value.Where(paper => IsBalanced(paper.Text)),
        paper => Assert.True(IsBalanced(paper.Suggestion), paper.Suggestion));

    private static IEnumerable<(string Title, string Text)> Papers() =>
        File.ReadLines(ReferenceData.PathOf("scitldr", "dev.jsonl")).Select(line => JsonElement.Parse(line))
            .Select(
                paper =>
                    (Text(paper, "title"), string.Join(
                        ' ', paper.GetProperty("source").EnumerateArray().Select(sentence => sentence.GetString()))))
            .Concat(File.ReadLines(ReferenceData.PathOf("articles", "april-2024.metadata.jsonl")).Select(line => JsonElement.Parse(line))
                .Select(paper => (Text(paper, "title"), Text(paper, "abstract"))));

    private static string Text(JsonElement paper, string name) => paper.GetProperty(name).GetString()!;

    private static bool IsBalanced(string text) =>
        text.Count(letter => letter == '(') == text.Count(letter => letter == ')')
            && text.Count(letter => letter == '[') == text.Count(letter => letter == ']')
            && text.Count(letter => letter == '{') == text.Count(letter => letter == '}') && text.Count(letter => letter == '$') % 2 == 0;

    private static int Words(string text) => Formula().Replace(text, "x").Split(' ').Length;

    /// <summary>Adverbs after "we" are dropped from within, so they do not count.</summary>
    private static string Letters(string text) => NoLetters().Replace(Adverb().Replace(PlainLine.Of(text), "we "), "");

    [GeneratedRegex(
        @"\bwe( (also|then|further|furthermore|therefore|thus|hence|first|firstly|finally|instead|next|additionally|moreover|here|now"
        + @"|consequently))+ ", RegexOptions.IgnoreCase)]
    private static partial Regex Adverb();

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex NoLetters();

    [GeneratedRegex(@"\$[^$]*\$")]
    private static partial Regex Formula();

    [GeneratedRegex("^(However|Moreover|Furthermore|In addition|Additionally|Specifically|Finally|Thus|Therefore|Hence|To this end),")]
    private static partial Regex Link();
}
