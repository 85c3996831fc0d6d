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
        Titles.Choose([.. papers.Select(paper => paper.Title)], fewest: Math.Clamp(papers.Count / 2000, 2, 4), share: 1);
        var abstracts = papers.Where(paper => paper.Abstract.Length > 0).Select(paper => paper.Abstract).ToList();
        Abstracts = new TermColumns(Titles.Count, AbstractLength);
        Abstracts.Choose(abstracts, fewest: Math.Clamp(abstracts.Count / 2000, 2, 15), LargestShare);
        _categories = CategoryColumns(papers, lexicon.Categories.Count, fewest: Math.Clamp(papers.Count / 2000, 2, 10));
    }

    public TermColumns Titles { get; }

    public TermColumns Abstracts { get; }

    /// <summary>Number of columns of all blocks.</summary>
    public int Count { get; private set; }

    /// <summary>The first column of the categories.</summary>
    public int FirstCategory => Titles.Count + Abstracts.Count;

    /// <summary>The column of a category by its number; -1 for none.</summary>
    public int FindCategory(int number) => number < _categories.Length ? _categories[number] : -1;

    /// <summary>Adds the vector of a paper.</summary>
    public void Write(ReadPaper paper, VectorWriter vector)
    {
        Titles.Write(paper.Title, vector);
        Abstracts.Write(paper.Abstract, vector);
        foreach (var column in paper.Categories.Select(FindCategory).Where(column => column >= 0).Order())
        {
            vector.Add(column, CategoryWeight);
        }
    }

    /// <summary>The numbers of those words that are in the lexicon of the history.</summary>
    public ReadPaper Read(TastePaper paper) => ReadPaper.Of(paper, pick: null, _lexicon, learns: false);

    private int[] CategoryColumns(IReadOnlyList<ReadPaper> papers, int categories, int fewest)
    {
        var counts = new int[categories];
        foreach (var category in papers.SelectMany(paper => paper.Categories))
        {
            counts[category]++;
        }

        Count = FirstCategory;
        return [.. counts.Select(count => count >= fewest ? Count++ : -1)];
    }
}
