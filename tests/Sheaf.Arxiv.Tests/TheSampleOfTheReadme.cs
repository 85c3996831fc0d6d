using Microsoft.Extensions.DependencyInjection;
using Sheaf.Arxiv;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Replica;

namespace Sheaf.Arxiv.Tests;

/// <summary>The sample in the library's README is the code of this test, and does what it says.</summary>
public sealed class TheSampleOfTheReadme
{
    [Fact]
    public async Task Prints_the_papers_of_a_text()
    {
        CorpusPaper[] papers = [InventedCorpus.Plain, InventedCorpus.Old];
        await using var arxiv = await ReplicaServer.StartAsync(
            Corpus.Of(papers), new ReplicaOptions(), TestContext.Current.CancellationToken);

        var services = new ServiceCollection()
            .Configure<ArxivOptions>(options => options.Contact = "you@example.org")
            .AddArxiv();

        services.Configure<ArxivOptions>(
            options => (options.ApiBase, options.OaiBase, options.SiteBase) = (arxiv.ApiBase, arxiv.OaiBase, arxiv.SiteBase));

        await using var provider = services.BuildServiceProvider();

        var found = IdentifierFinder.Find("Read https://arxiv.org/pdf/2405.99901v1 and hep-th/9901001.");
        var answer = await provider.GetRequiredService<AtomClient>()
            .GetAsync([.. found.Select(place => place.Reference!.Value.Identifier)], CancellationToken.None);

        foreach (var paper in answer.Records.Values.Select(record => Eprint.Merge([record])!))
        {
            Console.WriteLine($"{paper.Identifier}: {paper.Title} ({paper.FirstSubmitted:d MMM yyyy})");
        }

        Assert.Equal(["2405.99901: Widgets and gears (30 Apr 2024)", "hep-th/9901001: An old gear (1 Jan 1999)"], Console.Lines.Order());
    }

    [Fact]
    public void Is_the_code_above()
    {
        var own = Squeezed(File.ReadAllText(Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Arxiv.Tests", "TheSampleOfTheReadme.cs")));
        var readme = File.ReadAllText(Path.Combine(ReferenceData.Checkout, "src", "Sheaf.Arxiv", "README.md")).ReplaceLineEndings("\n");

        var sample = readme.Split("```csharp\n")[1].Split("```")[0];

        Assert.All(sample.Split("\n\n"), part => Assert.Contains(Squeezed(part), own, StringComparison.Ordinal));
    }

    private static string Squeezed(string code) => string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What the sample prints on.</summary>
    private static class Console
    {
        public static List<string> Lines { get; } = [];

        public static void WriteLine(string line) => Lines.Add(line);
    }
}
