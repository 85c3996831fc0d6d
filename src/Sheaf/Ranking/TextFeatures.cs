namespace Sheaf.Ranking;

/// <summary>
/// What a paper says of itself, as one vector of three blocks: title, abstract and categories. Each block has its own length, so that a
/// long abstract is no stronger than a short one. A block that is not known counts as the mean of those that are: it neither raises nor
/// lowers.
/// </summary>
internal sealed class TextFeatures
{
    private const double TitleLength = 1;
    private const double AbstractLength = 1;
    private const double CategoryWeight = 1;
    private const double LargestShare = 0.15;

    /// <summary>The product of the words of a paper with title and abstract with themselves.</summary>
    public const double Whole = (TitleLength * TitleLength) + (AbstractLength * AbstractLength);

    private readonly Lexicon _lexicon;
    private readonly int[] _categories;

    /// <summary>Chooses the columns from the papers that are learnt from.</summary>
    public TextFeatures(IReadOnlyList<ReadPaper> papers, Lexicon lexicon)
    {
        _lexicon = lexicon;
        Titles = new TermColumns(0, TitleLength);
        var sieve = TermColumns.NewSieve();
        var words = lexicon.Words;
        Titles.Choose([.. papers.Select(paper => paper.Title)], words, fewest: Math.Clamp(papers.Count / 2000, 2, 4), share: 1, sieve);
        var abstracts = papers.Where(paper => paper.Abstract.Length > 0).Select(paper => paper.Abstract).ToList();
        Abstracts = new TermColumns(Titles.Count, AbstractLength);
        Abstracts.Choose(abstracts, words, fewest: Math.Clamp(abstracts.Count / 2000, 2, 15), LargestShare, sieve);
        _categories = CategoryColumns(papers, lexicon.Categories, fewest: Math.Clamp(papers.Count / 2000, 2, 10));
        Scale = [.. Titles.Idf, .. Abstracts.Idf, .. Enumerable.Repeat(CategoryWeight, Count - FirstCategory)];
    }

    public TermColumns Titles { get; }

    public TermColumns Abstracts { get; }

    /// <summary>Number of columns of all blocks.</summary>
    public int Count { get; private set; }

    /// <summary>What each column is weighed by in the vectors.</summary>
    public double[] Scale { get; }

    /// <summary>The first column of the categories.</summary>
    public int FirstCategory => Titles.Count + Abstracts.Count;

    /// <summary>The column of a category by its number; -1 for none.</summary>
    public int FindCategory(int number) => number < _categories.Length ? _categories[number] : -1;

    /// <summary>The vector of a paper.</summary>
    public TextRow Write(ReadPaper paper, RowWriter row)
    {
        row.Terms.Clear();
        var title = Titles.Write(paper.Title, row);
        var ofAbstract = row.Terms.Count;
        var whole = Abstracts.Write(paper.Abstract, row);
        var ofCategories = row.Terms.Count;
        foreach (var column in paper.Categories.Select(FindCategory).Where(column => column >= 0).Order())
        {
            row.Terms.Add(TextRow.Term(column, count: 1));
        }

        var missing = (paper.Abstract.Length == 0 ? MissingFields.Abstract : MissingFields.None)
            | (paper.Categories.Length == 0 ? MissingFields.Categories : MissingFields.None);
        return new TextRow([.. row.Terms], ofAbstract, ofCategories, title, whole, missing);
    }

    /// <summary>The numbers of those words that are in the lexicon of the history.</summary>
    public ReadPaper Read(TastePaper paper) => ReadPaper.Of(paper, pick: null, _lexicon, learns: false);

    private int[] CategoryColumns(IReadOnlyList<ReadPaper> papers, NumberedNames categories, int fewest)
    {
        var counts = new int[categories.Count];
        foreach (var category in papers.SelectMany(paper => paper.Categories))
        {
            counts[category]++;
        }

        Count = FirstCategory;
        var columns = new int[categories.Count];
        Array.Fill(columns, -1);
        foreach (var category in Enumerable.Range(0, columns.Length).Where(category => counts[category] >= fewest)
            .OrderBy(category => categories[category], StringComparer.Ordinal))
        {
            columns[category] = Count++;
        }

        return columns;
    }
}
