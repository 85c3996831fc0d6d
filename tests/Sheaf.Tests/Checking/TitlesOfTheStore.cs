using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking;
using Sheaf.Checking.Titles;
using Sheaf.Tests.Store;

namespace Sheaf.Tests.Checking;

/// <summary>Looking titles up through the text index, which must find what a comparison with every title of the store finds.</summary>
public sealed class TitlesOfTheStore : IDisposable
{
    private static readonly string[] Vocabulary =
    [
        "Gears", "Sheaves", "Optimisation", "Optimization", "Behaviour", "Behavior", "Modelling", "Modeling",
        "Large Language Models", "LLMs", "Language Models", "Long-Context", "LongContext", "Retrieval", "Defence", "Defense",
        "Colour", "Analyses", "Analysis", "Studies",
        "$\\alpha$-Wheels", "Erd\u0151s", "H$_2$O", "GPT-4", "GPT 4", "Centre", "Center", "Levers", "Pulleys", "Caches", "of", "for",
        "Diffusion", "Attention", "Graphs", "Kernel's", "Bounds", "Mixture", "Sparse", "Robust",
    ];

    private readonly TemporaryStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void The_text_index_leads_to_the_papers_that_every_title_compared_would()
    {
        var random = new Random(16);
        var texts = Enumerable.Range(1, 1500).Select(_ => TitleOf(random)).ToList();
        Keep(texts);
        var reference = new TitleIndex();
        foreach (var (identifier, text) in texts.Select((text, at) => (IdentifierOf(at), text)))
        {
            reference.Add(identifier, Title.Read(text)!);
        }

        var found = 0;
        foreach (var claimed in Enumerable.Range(0, 400).Select(at => Title.Read(Changed(texts[at], random))).OfType<Title>())
        {
            Assert.Equal(reference.Same(claimed), Identifiers(Stored.Same(claimed, Token)));
            var expected = reference.Alike(claimed).Where(paper => claimed.MayName(paper.Title)).Select(paper => paper.Identifier).ToList();
            var named = Identifiers(Stored.Alike(claimed, Token).Where(paper => claimed.MayName(paper.Title)));
            Assert.True(expected.SequenceEqual(named), $"{claimed.Text}: {string.Join(' ', expected)}, not {string.Join(' ', named)}");
            found += expected.Count;
        }

        Assert.True(found > 300, $"{found}");
    }

    [Fact]
    public void A_paper_kept_a_moment_ago_is_found()
    {
        var stored = Stored;
        var title = Title.Read("Sparse Kernels for Long-Context Retrieval")!;
        Assert.Empty(stored.Same(title, Token));

        stored.Save([RecordOf(1, "Sparse kernels for LongContext retrieval")], Invented.Today);

        Assert.Equal([IdentifierOf(1)], Identifiers(stored.Same(title, Token)));
        Assert.Equal([IdentifierOf(1)], Identifiers(stored.Alike(title, Token)));
    }

    [Fact]
    public void A_paper_whose_title_has_changed_is_found_by_the_new_one_alone()
    {
        Keep(["Gears of Wood and Iron"]);
        Assert.Single(Stored.Same(Title.Read("Gears of Wood and Iron")!, Token));

        Keep(["Levers of Wood and Iron"]);

        Assert.Empty(Stored.Same(Title.Read("Gears of Wood and Iron")!, Token));
        Assert.Single(Stored.Same(Title.Read("Levers of Wood and Iron")!, Token));
    }

    [Fact]
    public void Looking_up_sixty_titles_takes_no_more_memory_in_a_store_four_times_as_large()
    {
        const int Few = 2000;
        var random = new Random(16);
        var texts = Enumerable.Range(1, 4 * Few).Select(_ => TitleOf(random)).ToList();
        Keep(texts[..Few]);
        var claims = Enumerable.Range(0, 60).Select(at => Title.Read(Changed(texts[at], random))!).ToList();
        LookUp(claims);
        var ofFew = Allocated(claims);

        Keep(texts);
        LookUp(claims);

        Assert.InRange(Allocated(claims), 0, ofFew * 5 / 4);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private StoredTitles Stored => field ??= _store.StoredTitles;

    private long Allocated(IReadOnlyList<Title> claims)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        LookUp(claims);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private void LookUp(IReadOnlyList<Title> claims)
    {
        foreach (var claim in claims)
        {
            Assert.True(Stored.Same(claim, Token).Count() + Stored.Alike(claim, Token).Count() > 0, claim.Text);
        }
    }

    private void Keep(IReadOnlyList<string> titles) => Stored.Save([.. titles.Select((title, at) => RecordOf(at, title))], Invented.Today);

    private static EprintRecord RecordOf(int number, string title) =>
        Invented.Atom(IdentifierOf(number).ToString()) with { Title = title };

    private static ArxivIdentifier IdentifierOf(int number) => Invented.Id($"2404.{number + 1:D5}");

    private static List<ArxivIdentifier> Identifiers(IEnumerable<(ArxivIdentifier Identifier, Title Title)> papers) =>
        [.. papers.Select(paper => paper.Identifier)];

    private static string TitleOf(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(3, 9)).Select(_ => Vocabulary[random.Next(Vocabulary.Length)]));

    /// <summary>As a list may give a title: whole, cut off, continued, in small letters, with a slip, or with a word less.</summary>
    private static string Changed(string title, Random random)
    {
        var words = title.Split(' ');
        return random.Next(7) switch
        {
            0 => string.Join(' ', words[..Math.Max(1, words.Length - 2)]),
            1 => $"{title}: Gears in Practice and Theory",
            2 => title.ToLowerInvariant(),
            3 => title.Replace("ti", "it", StringComparison.Ordinal),
            4 => string.Join(' ', words.Where((_, at) => at != 1)),
            5 => title.Replace('-', ' ').Replace(" 4", "4", StringComparison.Ordinal),
            _ => title,
        };
    }
}
