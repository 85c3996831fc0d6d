using System.Text;
using System.Text.Json;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Signals;

namespace Sheaf.Tests.Signals;

/// <summary>Answers of the service: what is there is read, and what is not as it should be is named.</summary>
public sealed class ReadingDailyPapers
{
    [Fact]
    public void Every_recorded_answer_is_read_to_the_last_paper_whatever_fields_it_has()
    {
        var files = Directory.GetFiles(ReferenceData.PathOf("signals", "huggingface", "raw"), "*.json");

        Assert.Equal(10, files.Length);
        foreach (var file in files)
        {
            var body = File.ReadAllBytes(file);
            using var document = JsonDocument.Parse(body);
            var expected = document.RootElement.EnumerateArray().Select(entry => entry.GetProperty("paper"))
                .ToDictionary(
                    paper => ArxivIdentifier.Parse(paper.GetProperty("id").GetString()!),
                    paper => (int?)paper.GetProperty("upvotes").GetInt32());

            var page = DailyPapersParser.Read(body);

            Assert.Equal((expected.Count, true), (page.Count, page.IsWhole));
            Assert.Empty(page.Problems);
            Assert.Equal(expected, page.Papers);
        }
    }

    [Theory]
    [InlineData("""[{"paper":{"id":"2405.00001","upvotes":"many"}}]""", "entry 1: its votes are no number")]
    [InlineData("""[{"paper":{"id":"2405.00001","upvotes":-3}}]""", "entry 1: its votes are no number")]
    [InlineData("""[{"paper":{"id":"2405.00001","upvotes":3.5}}]""", "entry 1: its votes are no number")]
    [InlineData("""[{"paper":{"id":"2405.00001"}},{"paper":{"id":17}}]""", "entry 2 names no paper")]
    [InlineData("""[{"paper":{"id":"2405.00001"}},{"paper":[]}]""", "entry 2 names no paper")]
    [InlineData("""[{"paper":{"id":"2405.00001"}},null,{"paper":null}]""", "entry 2 names no paper", "entry 3 names no paper")]
    [InlineData("""[{"paper":{"id":"2405.00001"}},{"paper":{"id":"none-such"}}]""", "entry 2: 'none-such' is not an arXiv identifier")]
    public void What_is_of_the_wrong_kind_is_named_and_the_rest_is_read(string body, params string[] problems)
    {
        var page = Read(body);

        Assert.True(page.IsWhole);
        Assert.Equal(problems, page.Problems);
        Assert.Equal([ArxivIdentifier.Parse("2405.00001")], page.Papers.Keys);
        Assert.Null(page.Papers.Values.Single());
    }

    [Theory]
    [InlineData("""[{"paper":{"id":"2405.00001","upvotes":3}},{"paper":{"id":"2405.0""", 1, "it breaks off after entry 1")]
    [InlineData("""[{"paper":{"id":"2405.00001","upvotes":3}}""", 1, "it breaks off after entry 1")]
    [InlineData("""[{"paper":{"id":"2405.00001","upvotes":3}}] and more""", 1, "it breaks off after entry 1")]
    [InlineData("""{"error":"out of order"}""", 0, "it is not a list")]
    [InlineData("", 0, "it is not JSON")]
    [InlineData("""[{"paper":{"id":"\ud800"}}]""", 0, "it breaks off after entry 1")]
    public void What_is_cut_off_or_is_no_list_is_not_whole_and_what_came_before_is_read(string body, int papers, string problem)
    {
        var page = Read(body);

        Assert.False(page.IsWhole);
        Assert.Equal((papers, problem), (page.Papers.Count, Assert.Single(page.Problems)));
    }

    [Fact]
    public void A_list_within_lists_without_end_is_no_answer() => Assert.False(Read(new string('[', 1_000_000)).IsWhole);

    [Fact]
    public void An_empty_day_is_whole() => Assert.True(Read("[]") is { Count: 0, IsWhole: true, Problems: [] });

    [Fact]
    public void Of_a_paper_that_is_there_twice_the_more_votes_count() => Assert.Equal(
        5, Read(SignalServer.ListOf(("2405.00001", 5), ("2405.00001", 3))).Papers[ArxivIdentifier.Parse("2405.00001")]);

    private static DailyPapersPage Read(string body) => DailyPapersParser.Read(Encoding.UTF8.GetBytes(body));
}
