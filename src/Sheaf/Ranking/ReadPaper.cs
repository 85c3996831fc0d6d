using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Ranking;

/// <summary>A paper of the history in numbers.</summary>
/// <param name="Identifier">Of the paper.</param>
/// <param name="Month">Of the identifier, counted from the year 0: time is counted in these.</param>
/// <param name="Title">Words, to be read by <see cref="WordReader"/>.</param>
/// <param name="Abstract">Words alike; empty where it is not known.</param>
/// <param name="Authors">Empty where they are not known.</param>
/// <param name="Categories">Empty where they are not known.</param>
/// <param name="Pick">Null where it was passed over.</param>
internal sealed record ReadPaper(
    ArxivIdentifier Identifier, int Month, byte[] Title, byte[] Abstract, int[] Authors, int[] Categories, Pick? Pick)
{
    public byte[] Title { get; private set; } = Title;

    public byte[] Abstract { get; private set; } = Abstract;

    /// <summary>Whether a service listed it in time for its month.</summary>
    public bool Listed { get; init; }

    /// <summary>A starred pick counts as two.</summary>
    public double Weight => Pick is { Starred: true } ? 2 : 1;

    public static ReadPaper Of(TastePaper paper, Pick? pick, Lexicon lexicon, bool learns = true) => new(
        paper.Identifier,
        Number(paper.Identifier.AnnouncedIn),
        lexicon.Read(paper.Title, learns),
        lexicon.Read(paper.Abstract, learns),
        lexicon.ReadAuthors(paper.Authors, learns),
        lexicon.ReadCategories(paper.Categories, learns),
        pick);

    /// <summary>Lets go of title and abstract, which take most of the memory.</summary>
    public void ForgetWords() => (Title, Abstract) = ([], []);

    public static int Number(Month month) => (month.Year * 12) + month.Number - 1;

    /// <summary>The month that <see cref="Number"/> counts.</summary>
    public static Month MonthOf(int number) => new(number / 12, (number % 12) + 1);
}
