using Microsoft.Extensions.DependencyInjection;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Oai;
using Sheaf.Replica;
using Sheaf.Replica.Faults;

namespace Sheaf.Arxiv.Tests.Oai;

/// <summary>The client as <see cref="ArxivServices.AddArxiv"/> makes it, over HTTP.</summary>
public sealed class AskingTheReplica : IAsyncLifetime
{
    private static readonly CorpusPaper Whole = InventedCorpus.ThreeVersions with
    {
        Title = @"Widgets & G\""odel gears in $x<y$",
        AuthorsRaw = @"Jos\'e van der Berg (Gear Inst.), Wei Li Jr. (Cog Lab)",
        Authors = [],
        Abstract = "We study widgets.\nAnd gears.",
        Categories = ["math.MP", "cs.LG"],
        Comment = "12 pages",
        JournalRef = "J. Gears 12 (2024) 1-9",
        Doi = ["10.1000/gears.2024.1", "10.1000/gears.2024.2"],
        ReportNumber = "GEAR-24-1",
        MscClass = "05C85",
        License = "http://creativecommons.org/licenses/by/4.0/",
    };

    private ReplicaServer _arxiv = null!;
    private ServiceProvider _services = null!;
    private FaultKind? _fault;

    private OaiClient Client => _services.GetRequiredService<OaiClient>();

    public async ValueTask InitializeAsync()
    {
        CorpusPaper[] papers = [Whole, InventedCorpus.WithdrawnInTheEnd, InventedCorpus.DeletedByArxiv, InventedCorpus.Old];
        _arxiv = await ReplicaServer.StartAsync(
            Corpus.Of(papers), new ReplicaOptions { Fault = _ => _fault }, TestContext.Current.CancellationToken);
        var services = new ServiceCollection().AddArxiv();
        services.AddLogging();
        services.Configure<ArxivOptions>(options =>
        {
            (options.ApiBase, options.OaiBase, options.SiteBase) = (_arxiv.ApiBase, _arxiv.OaiBase, _arxiv.SiteBase);
            options.ApiInterval = options.BackOff = TimeSpan.Zero;
        });
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _arxiv.DisposeAsync();
    }

    [Fact]
    public async Task The_record_is_the_paper()
    {
        var record = await FoundAsync(Whole, OaiFormat.ArxivRaw);

        Assert.Equal((Whole.Id, 3, 3, false), (record.Identifier.ToString(), record.Version, record.LatestVersion, record.Withdrawn));
        Assert.Equal(
            Whole.Versions.Select(version => new Submission(version.Version, version.Submitted, version.SizeKb, version.Withdrawn)),
            record.Versions);
        Assert.Equal((Whole.Versions[0].Submitted, Whole.Versions[2].Submitted), (record.FirstSubmitted, record.LastSubmitted));
        Assert.Equal((Whole.Title, Whole.AuthorsRaw, Whole.Abstract), (record.Title, record.AuthorsRaw, record.Abstract));
        Assert.Equal(
            ["José van der Berg/Gear Inst.", "Wei Li Jr./Cog Lab"],
            record.Authors!.Select(author => $"{author.Name}/{string.Join('+', author.Affiliations)}"));
        Assert.Equal(["math-ph", "cs.LG"], record.Categories);
        Assert.Equal((Whole.Comment, Whole.JournalRef, Whole.ReportNumber), (record.Comment, record.JournalRef, record.ReportNumber));
        Assert.Equal((Whole.MscClass, null, Whole.License), (record.MscClass, record.AcmClass, record.License));
        Assert.Equal(Whole.Doi, record.Dois);
    }

    [Theory]
    [InlineData(OaiFormat.Arxiv)]
    [InlineData(OaiFormat.DublinCore)]
    public async Task The_other_formats_tell_the_same_as_far_as_they_go(OaiFormat format)
    {
        var raw = await FoundAsync(Whole, OaiFormat.ArxivRaw);

        var record = await FoundAsync(Whole, format);

        Assert.Equal("Widgets & Gödel gears in $x<y$", record.Title);
        Assert.Equal(raw.Authors!.Select(author => author.Name), record.Authors!.Select(author => author.Name));
        Assert.Equal(raw.Categories, record.Categories);
        Assert.Equal(raw.Dois, record.Dois);
        Assert.Equal((raw.Abstract, raw.Comment, raw.JournalRef), (record.Abstract, record.Comment, record.JournalRef));
        Assert.Null(record.Versions);
    }

    [Fact]
    public async Task A_withdrawn_paper_is_told_as_such()
    {
        var record = await FoundAsync(InventedCorpus.WithdrawnInTheEnd, OaiFormat.ArxivRaw);

        Assert.True(record.Withdrawn);
        Assert.Equal([false, false, true], record.Versions!.Select(version => version.Withdrawn));
    }

    [Fact]
    public async Task An_old_identifier_goes_over_the_wire_as_it_is()
    {
        await FoundAsync(InventedCorpus.Old, OaiFormat.DublinCore);

        Assert.Equal(
            "/oai?verb=GetRecord&identifier=oai:arXiv.org:hep-th/9901001&metadataPrefix=oai_dc", Assert.Single(_arxiv.Requests).Target);
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_gone_are_answers()
    {
        Assert.EndsWith(
            "Nothing found for this ID", Assert.IsType<OaiAnswer.NotFound>(await AskAsync("2405.00001")).Reason, StringComparison.Ordinal);
        Assert.Equal(new OaiAnswer.Deleted(new DateOnly(2024, 5, 2)), await AskAsync(InventedCorpus.DeletedByArxiv.Id));
    }

    [Fact]
    public async Task The_most_telling_format_is_asked_for_and_no_other_while_it_is_available()
    {
        var answer = Assert.IsType<OaiAnswer.Found>(await AskAsync(Whole.Id));

        Assert.Equal(3, answer.Record.Versions!.Count);
        Assert.EndsWith("metadataPrefix=arXivRaw", Assert.Single(_arxiv.Requests).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_does_not_end_is_arxiv_being_unavailable()
    {
        _fault = FaultKind.Unavailable;

        await Assert.ThrowsAsync<ArxivUnavailableException>(() => AskAsync(Whole.Id));

        Assert.All(_arxiv.Requests, request => Assert.Equal((503, LoggedKind.Api), (request.Status, request.Kind)));
    }

    [Fact]
    public async Task A_403_is_told_as_such()
    {
        _fault = FaultKind.AccessDenied;

        await Assert.ThrowsAsync<ArxivForbiddenException>(() => AskAsync(Whole.Id));
    }

    private Task<OaiAnswer> AskAsync(string id) => Client.GetAsync(ArxivIdentifier.Parse(id), TestContext.Current.CancellationToken);

    private async Task<EprintRecord> FoundAsync(CorpusPaper paper, OaiFormat format) =>
        Assert.IsType<OaiAnswer.Found>(
            await Client.GetAsync(ArxivIdentifier.Parse(paper.Id), format, TestContext.Current.CancellationToken)).Record;
}
