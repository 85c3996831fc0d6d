using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv;
using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Lists.Import;
using Sheaf.Tests.Store;

namespace Sheaf.Tests.Checking;

/// <summary>
/// The titles of 3,300 entries of real lists against the records of those papers. The records have the titles of today and no earlier
/// ones, so every renamed paper must be told from a wrong link by its abstract alone.
/// </summary>
public sealed class TitlesOfRealLists
{
    [Fact]
    public async Task The_wrong_links_are_found_with_the_paper_that_was_meant_and_next_to_nothing_else()
    {
        var claims = RealLists.Curated().Concat(RealLists.Published()).ToList();
        using var store = new TemporaryStore();
        store.Eprints.Save(RealLists.Papers(claims.Select(claim => claim.Id).ToHashSet()), Invented.Today);
        await using var nobody = await Workbench.StartAsync([]);
        await using var services = Services(nobody);
        var resolver = new TitleResolver(
            new TitleSearch(
                services.GetRequiredService<AtomClient>(), store.StoredTitles, store.Titles, TimeProvider.System,
                NullLogger<TitleSearch>.Instance),
            new VersionResolver(services.GetRequiredService<AbstractPageClient>(), store.Titles, NullLogger<VersionResolver>.Instance),
            NullLogger<TitleResolver>.Instance);

        var wrong = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        var known = 0;
        foreach (var claim in claims)
        {
            if (store.Eprints.Find(ArxivIdentifier.Parse(claim.Id)) is not { } linked || ClaimedTitle.Read(ClaimOf(claim)) is not { } title)
            {
                continue;
            }

            known++;
            if (await resolver.SettleAsync(title, linked, TestContext.Current.CancellationToken) is TitleVerdict.Wrong verdict)
            {
                wrong[$"{claim.Id} {claim.Title[..12]}"] = verdict.Suggestion?.Identifier.ToString();
            }
        }

        Assert.True(known > 3300, $"{known}");
        string[] expected =
        [
            "2402.07610 Aya Model: A: 2402.07827",
            "2404.02151 Direct Nash : 2404.03715",
            "2404.14662 A Survey on : 2404.14387",

            // The one false alarm: renamed, and its abstract rewritten. Where arXiv can be asked, its first version settles it.
            "2405.04325 Deception in: none",
            "2405.13800 Offline Regu: 2405.19107",

            // A wrong link that the list's keepers have not noticed.
            "2408.05109 Scaling LLM : 2408.03314",
        ];
        Assert.Equal(string.Join('\n', expected), string.Join('\n', wrong.Select(one => $"{one.Key}: {one.Value ?? "none"}")));
    }

    private static Claim ClaimOf(RealClaim claim) =>
        new(
            new FoundReference(0, claim.Id.Length, claim.Id, EprintReference.Parse(claim.Id), Problem: null), 1,
            IsEntry: true)
        { Title = claim.Title, Surnames = claim.Surnames };

    private static ServiceProvider Services(Workbench bench) => new ServiceCollection().AddLogging()
        .AddSingleton(Options.Create(new ArxivOptions
        {
            ApiBase = bench.Arxiv.ApiBase,
            SiteBase = bench.Arxiv.SiteBase,
            ApiInterval = TimeSpan.FromMilliseconds(1),
            PageInterval = TimeSpan.FromMilliseconds(1),
        }))
        .AddArxiv().BuildServiceProvider();
}
