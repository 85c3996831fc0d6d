using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Arxiv.Tex;
using Sheaf.Checking.Titles;
using Sheaf.Store.Eprints;
using Sheaf.Store.Search;

namespace Sheaf.Searching;

/// <summary>Finds papers by their words, in the store alone.</summary>
internal sealed class ArchiveSearch(EprintStore eprints, SearchIndex index)
{
    /// <summary>Among so many papers at most a title is looked for, so that looking takes the same memory in every store.</summary>
    private const int MostTitles = 500;

    /// <summary>Most windows are full with so many.</summary>
    private const int NamedTogether = 200;

    /// <summary>Brings the index up to date, as <see cref="SearchIndex.CatchUp"/>.</summary>
    public int CatchUp(IProgress<int>? progress, CancellationToken cancellationToken) =>
        index.CatchUp(WordsOf, progress, cancellationToken);

    /// <summary>The best papers, the best first; with filters alone, the newest.</summary>
    /// <param name="query">What is looked for; may ask for nothing.</param>
    /// <param name="filter">Where.</param>
    /// <param name="top">At most so many.</param>
    /// <exception cref="BadInputException">There is no such category, or the author's name is none.</exception>
    public IReadOnlyList<FoundPaper> Find(SearchQuery query, SearchFilter filter, int top) =>
        Window(query, filter, new SearchWindow(top) { IsCounted = false }).Papers;

    /// <summary>Whether more papers have this than are compared, so that only the newest of them are.</summary>
    /// <inheritdoc cref="Find"/>
    public bool IsBounded(SearchQuery query, SearchFilter filter) =>
        ScopeOf(query, filter) is { Match: not null } scope
            && index.ByDay(scope, isRising: false, _ => true, SearchIndex.MostRanked + 1).Count > SearchIndex.MostRanked;

    /// <summary>A window of what is found: the best first, or with filters alone, or where that is asked for, the newest.</summary>
    /// <inheritdoc cref="Find"/>
    public FoundWindow Window(SearchQuery query, SearchFilter filter, SearchWindow window)
    {
        var scope = ScopeOf(query, filter);
        if (window.Among is { } among)
        {
            // The paper where the window begins may be none of them by now.
            scope = scope.Within(index.NumbersOf(
                [.. among, .. new[] { window.Behind, window.Before }.OfType<ArxivIdentifier>().Except(among)]));
        }

        var best = scope.Match is null || window.IsNewestFirst ? null : index.Best(scope);
        var before = window.Before is { } end ? Take(isBack: true, end) : [];
        var isBack = before.Count > window.Take;
        var found = isBack ? before : Take(isBack: false, window.Before is null ? window.Behind : null);
        var shown = found.Take(window.Take);
        return new(
            Shown([.. isBack ? shown.Reverse() : shown], query),
            window.IsCounted ? index.ByDay(scope, isRising: false, window.Has, FoundWindow.MostCounted + 1).Count : found.Count)
        {
            HasBefore = isBack || window is { Before: null, Behind: not null },
            HasMore = isBack || found.Count > window.Take,
            IsBounded = best?.Count == SearchIndex.MostRanked,
        };

        IReadOnlyList<(ArxivIdentifier Paper, double Score)> Take(bool isBack, ArxivIdentifier? from) =>
            best is null ? ByDay(scope, isBack, from, window) : ByScore(best, isBack, from, window);
    }

    /// <summary>One paper more than the window takes, so that it is known whether others follow.</summary>
    private List<(ArxivIdentifier Paper, double Score)> ByDay(
        SearchScope scope, bool isBack, ArxivIdentifier? from, SearchWindow window)
    {
        var begin = from is { } paper ? index.NumbersOf([paper]) : [];
        var part = (begin, isBack) switch
        {
            ([], _) => scope,
            ([var number], true) => scope with { First = Math.Max(scope.First, number + 1) },
            ([var number, ..], _) => scope with { Last = Math.Min(scope.Last, number - 1) },
        };
        return [.. index.ByDay(part, isBack, window.Has, window.Take + 1).Select(found => (found, 0.0))];
    }

    /// <inheritdoc cref="ByDay"/>
    private List<(ArxivIdentifier Paper, double Score)> ByScore(
        IReadOnlyList<(long Number, double Score)> best, bool isBack, ArxivIdentifier? from, SearchWindow window)
    {
        var begin = from is { } paper && index.NumbersOf([paper]) is [var number] ? best.Index().FirstOrDefault(
            found => found.Item.Number == number, (-1, default)).Index : -1;
        var found = new List<(ArxivIdentifier, double)>();
        foreach (var some in (isBack ? best.Take(begin).Reverse() : best.Skip(begin + 1)).Chunk(NamedTogether))
        {
            var names = index.Names(some.Select(one => one.Number));
            found.AddRange(some.Where(one => names.TryGetValue(one.Number, out var name) && window.Has(name))
                .Select(one => (names[one.Number], one.Score)));
            if (found.Count > window.Take)
            {
                return found[..(window.Take + 1)];
            }
        }

        return found;
    }

    private List<FoundPaper> Shown(IReadOnlyList<(ArxivIdentifier Paper, double Score)> found, SearchQuery query)
    {
        var papers = eprints.Find([.. found.Select(one => one.Paper)]);
        return [.. found.Where(one => papers.ContainsKey(one.Paper)).Select(one => Shown(papers[one.Paper], one.Score, query))];
    }

    private static SearchScope ScopeOf(SearchQuery query, SearchFilter filter)
    {
        var match = string.Join(" AND ", new[] { query.Match, CategoryOf(filter), AuthorOf(filter) }.OfType<string>());
        return SearchScope.Of(match.Length > 0 ? match : null, filter.From, filter.To);
    }

    /// <summary>The papers of the index that have a title, the oldest first; a rare one among them may have another title.</summary>
    public IReadOnlyList<(ArxivIdentifier Identifier, string Title)> OfTitle(Title title) =>
        index.FindTitles([FilterTokens.OfTitle(title.Key)], MostTitles);

    /// <summary>The papers whose titles have telling words of a title, in any spelling, those that have most of them first.</summary>
    public IReadOnlyList<(ArxivIdentifier Identifier, string Title)> WithWordsOf(Title title) => index.FindTitles(
        [
            .. title.Words.Where(word => !word.IsLittle && !word.IsDamaged).DistinctBy(word => word.Stem)
                .Select(word => string.Join(" OR ", word.Spellings.Select(SearchText.Fold).Distinct().Select(FilterTokens.Quoted)))
                .Select(spellings => $"title : ({spellings})"),
        ],
        MostTitles);

    /// <summary>What the index is given of a paper.</summary>
    public static IndexedWords WordsOf(SearchedPaper paper) => new(
        SearchText.Fold(paper.Title),
        SearchText.Fold(paper.Abstract),
        SearchText.Fold(string.Join("\n", paper.Authors)),
        FilterTokens.Of(paper));

    /// <summary>A paper with what of it is shown.</summary>
    public static FoundPaper Shown(Eprint paper, double score, SearchQuery query) => new(
        paper,
        score,
        Excerpt.Whole(TexText.ToUnicode(paper.Title), query.Terms.Where(term => term.Column is null or "title")),
        Excerpt.Best(
            TexText.ToUnicode(paper.Abstract.Replace('\n', ' ')), [.. query.Terms.Where(term => term.Column is null or "abstract")]));

    private static string? CategoryOf(SearchFilter filter) => filter.Category is not { } category ? null
        : FilterTokens.OfFilter(category)
            ?? throw new BadInputException($"'{category}' is no category of arXiv: write one as cs.LG, or cs.* for all of an archive.");

    private static string? AuthorOf(SearchFilter filter) => filter.Author is not { } author ? null
        : FilterTokens.OfAuthor(author)
            ?? throw new BadInputException($"'{author}' is no name: write a surname, or a name as Ada Specimen.");
}

/// <summary>A paper that a search found.</summary>
/// <param name="Paper">The paper.</param>
/// <param name="Score">The higher, the better it fits; of one search only comparable with others of it.</param>
/// <param name="Title">In Unicode, with what was looked for.</param>
/// <param name="Excerpt">Of the abstract; empty where it has none.</param>
internal sealed record FoundPaper(Eprint Paper, double Score, IReadOnlyList<ExcerptPart> Title, IReadOnlyList<ExcerptPart> Excerpt);
