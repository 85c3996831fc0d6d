using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using Sheaf.Replica.Faults;
using static Sheaf.Replica.Tests.ReplicaVisit;

namespace Sheaf.Replica.Tests;

public sealed class OaiListsOfTheReplica
{
    private const string First = "/oai?verb=ListRecords&metadataPrefix=arXivRaw";

    private static readonly XNamespace s_oai = "http://www.openarchives.org/OAI/2.0/";

    [Fact]
    public async Task A_list_on_one_page_has_no_token_and_the_last_of_several_an_empty_one()
    {
        await using var visit = await ToAsync(new ReplicaOptions { RecordsPerPage = 4 }, Papers(6));

        var (names, token) = await PageAsync(visit, First);
        var (rest, last) = await PageAsync(visit, Next(token));
        var (_, none) = await PageAsync(visit, First + "&from=2024-05-05");

        Assert.Equal(["2405.00001", "2405.00002", "2405.00003", "2405.00004"], names);
        Assert.Equal(["2405.00005", "2405.00006"], rest);
        Assert.Equal("verb%3DListRecords%26metadataPrefix%3DarXivRaw%26from%3D2024-05-02%26skip%3D2", token);
        Assert.Equal(("", null), (last, none));
    }

    [Fact]
    public async Task A_set_holds_cross_lists_and_other_names_and_the_sets_below_it()
    {
        var papers = Papers(3);
        papers[0] = papers[0] with { Categories = ["math.NA"] };
        papers[1] = papers[1] with { Categories = ["hep-th", "cs.LG"] };
        papers[2] = papers[2] with { Categories = ["stat.ML"] };
        await using var visit = await ToAsync(new ReplicaOptions(), papers);

        Assert.Equal(["2405.00001"], (await PageAsync(visit, First + "&set=cs:cs:NA")).Names);
        Assert.Equal(["2405.00001", "2405.00002"], (await PageAsync(visit, First + "&set=cs")).Names);
        Assert.Equal(["2405.00002"], (await PageAsync(visit, First + "&set=physics:hep-th")).Names);
    }

    [Fact]
    public async Task A_token_is_good_until_midnight()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 23, 59, 59, TimeSpan.Zero));
        await using var visit = await ToAsync(new ReplicaOptions { RecordsPerPage = 1, Time = time }, Papers(3));
        var (_, token) = await PageAsync(visit, First);
        var (names, _) = await PageAsync(visit, Next(token));

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(["2405.00002"], names);
        Assert.Contains("code='badResumptionToken'", await visit.TextAsync(Next(token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_edited_meanwhile_moves_to_the_end_and_another_slips_through()
    {
        await using var visit = await ToAsync(
            new ReplicaOptions { RecordsPerPage = 1, Faults = [new(FaultKind.Moved) { Nth = 2 }] }, Papers(4));
        var names = new List<string>();
        var (page, token) = await PageAsync(visit, First);
        names.AddRange(page);
        while (token is { Length: > 0 })
        {
            (page, token) = await PageAsync(visit, Next(token));
            names.AddRange(page);
        }

        Assert.Equal(["2405.00001", "2405.00003", "2405.00004", "2405.00001"], names);
    }

    [Fact]
    public async Task Headers_are_listed_alone()
    {
        await using var visit = await ToAsync(new ReplicaOptions { IdentifiersPerPage = 2 }, Papers(3));

        var (names, token) = await PageAsync(visit, "/oai?verb=ListIdentifiers&metadataPrefix=arXiv");

        Assert.Equal(["2405.00001", "2405.00002"], names);
        Assert.StartsWith("verb%3DListIdentifiers", token, StringComparison.Ordinal);
    }

    private static string Next(string? token) => $"/oai?verb=ListRecords&resumptionToken={Uri.EscapeDataString(token!)}";

    // Two a day from the first of May on.
    private static CorpusPaper[] Papers(int count) =>
    [
        .. Enumerable.Range(1, count).Select(number => InventedCorpus.Plain with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"2405.{number:D5}"),
            LastModified = new DateTimeOffset(2024, 5, (number + 1) / 2, 12, number, 0, TimeSpan.Zero),
        }),
    ];

    private static async Task<(List<string> Names, string? Token)> PageAsync(ReplicaVisit visit, string target)
    {
        var page = XElement.Parse(await visit.TextAsync(target));
        var names = page.Descendants(s_oai + "header")
            .Select(header => header.Element(s_oai + "identifier")!.Value["oai:arXiv.org:".Length..]).ToList();
        return (names, page.Descendants(s_oai + "resumptionToken").SingleOrDefault()?.Value);
    }
}
