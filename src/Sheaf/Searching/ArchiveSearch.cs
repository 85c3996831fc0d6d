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

    /// <summary>Brings the index up to date, as <see cref="SearchIndex.CatchUp"/>.</summary>
    public int CatchUp(IProgress<int>? progress, CancellationToken cancellationToken) =>
        index.CatchUp(WordsOf, progress, cancellationToken);

    /// <summary>The best papers, the best first; with filters alone, the newest.</summary>
    /// <param name="query">What is looked for; may ask for nothing.</param>
    /// <param name="filter">Where.</param>
    /// <param name="top">At most so many.</param>
    /// <exception cref="BadInputException">There is no such category, or the author's name is none.</exception>
    public IReadOnlyList<FoundPaper> Find(SearchQuery query, SearchFilter filter, int top)
    {
        var match = string.Join(" AND ", new[] { query.Match, CategoryOf(filter), AuthorOf(filter) }.OfType<string>());
        var page = index.Find(match.Length > 0 ? match : null, filter.From, filter.To, top);
        var papers = eprints.Find([.. page.Select(found => found.Identifier)]);
        return [.. page.Where(found => papers.ContainsKey(found.Identifier))
            .Select(found => Shown(papers[found.Identifier], found.Score, query))];
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
