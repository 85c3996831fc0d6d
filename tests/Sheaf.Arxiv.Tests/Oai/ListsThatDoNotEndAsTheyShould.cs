using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Oai;

namespace Sheaf.Arxiv.Tests.Oai;

public sealed class ListsThatDoNotEndAsTheyShould
{
    private static readonly Uri Address = new("https://oaipmh.arxiv.org/oai?verb=ListRecords");

    private readonly List<OaiPosition> _asked = [];

    [Fact]
    public async Task An_answer_in_the_middle_without_a_token_is_asked_for_again()
    {
        var names = await ReadAsync(Page("a", 1, 2), Page(null, 3) with { HasTokenElement = false }, Page("b", 3, 4), Page(null, 5));

        Assert.Equal([1, 2, 3, 4, 5], names);
        Assert.Equal([null, "a", "a", "b"], _asked.Select(position => position.Token));
    }

    [Fact]
    public async Task A_list_of_one_page_has_no_token() =>
        Assert.Equal([1, 2], await ReadAsync(Page(null, 1, 2) with { HasTokenElement = false }));

    [Fact]
    public async Task A_token_that_stays_the_same_begins_the_list_anew_from_the_day_before()
    {
        var names = await ReadAsync(Page("a", 1, 2), Page("a", 1, 2), Page("a", 1, 2), Page("b", 2, 3), Page(null, 4));

        Assert.Equal([1, 2, 2, 3, 4], names);
        Assert.Equal(new OaiPosition(null, Day(2)), _asked[3]);
    }

    [Fact]
    public async Task A_token_that_leads_behind_the_last_row_begins_the_list_anew_from_the_day_before()
    {
        var names = await ReadAsync(Page("a", 1, 2), new OaiPage([], Token: null) { IsNothing = true }, Page("b", 2, 3), Page(null, 4));

        Assert.Equal([1, 2, 2, 3, 4], names);
        Assert.Equal(new OaiPosition(null, Day(2)), _asked[2]);
    }

    [Fact]
    public async Task An_expired_token_at_the_first_page_of_a_resumed_list_begins_it_anew()
    {
        var names = await ReadAsync(
            new OaiPosition("old", Day(7)), new OaiErrorException(OaiErrorException.BadResumptionToken, "", Address), Page(null, 7, 8));

        Assert.Equal([7, 8], names);
        Assert.Equal([new("old", Day(7)), new(null, Day(7))], _asked);
    }

    [Fact]
    public async Task Tokens_that_always_expire_end_the_list_with_an_error()
    {
        var expired = new OaiErrorException(OaiErrorException.BadResumptionToken, "", Address);

        await Assert.ThrowsAsync<OaiErrorException>(() => ReadAsync(
            Page("a", 1), expired, Page("a", 1), expired, Page("a", 1), expired, Page("a", 1), expired, Page("a", 1), expired));
    }

    [Fact]
    public async Task An_empty_page_in_the_middle_is_passed() =>
        Assert.Equal([1, 2], await ReadAsync(Page("a", 1), Page("b"), Page(null, 2)));

    private Task<List<int>> ReadAsync(params object[] answers) => ReadAsync(resume: null, answers);

    private async Task<List<int>> ReadAsync(OaiPosition? resume, params object[] answers)
    {
        var left = new Queue<object>(answers);
        var reader = new OaiListReader(new OaiList(OaiFormat.ArxivRaw), (_, position, _) =>
        {
            _asked.Add(position);
            return left.Dequeue() switch
            {
                OaiPage page => Task.FromResult(page),
                Exception failure => Task.FromException<OaiPage>(failure),
                _ => throw new InvalidOperationException(),
            };
        });
        var days = new List<int>();
        await foreach (var page in reader.ReadAsync(resume, TestContext.Current.CancellationToken))
        {
            days.AddRange(page.Items.Select(item => item.Datestamp!.Value.Day));
        }

        Assert.Empty(left);
        return days;
    }

    /// <summary>Records named by the day on which they last changed.</summary>
    private static OaiPage Page(string? token, params int[] days) => new([.. days.Select(Item)], token) { HasTokenElement = true };

    private static OaiItem Item(int day)
    {
        var identifier = ArxivIdentifier.Parse($"2405.000{day:D2}");
        return new(
            $"oai:arXiv.org:{identifier}", identifier, Day(day), new EprintRecord { Identifier = identifier, Source = RecordSource.Oai },
            Fault: null, IsDeleted: false);
    }

    private static DateOnly Day(int day) => new(2024, 5, day);
}
