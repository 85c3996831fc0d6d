namespace Sheaf.Drafts.Sentences;

/// <summary>How common the words of abstracts are.</summary>
/// <param name="papers">How many abstracts were counted.</param>
/// <param name="words">The stems, and how many of the abstracts have them.</param>
public sealed class Lexicon(int papers, IReadOnlyList<(string Stem, int Abstracts)> words)
{
    private static readonly HashSet<string> Common =
    [
        .. ("a an the of in on at by for to from with and or but as is are was were be been being this that these those it its we our they "
            + "their which who whom where when while can could may might must shall should will would not no nor do does did done have has had "
            + "than then thus so such also both each more most other some any all only very too into onto over under between through during "
            + "without within via per i e g et al s t there here how what why if however using use used based").Split(' '),
    ];

    private readonly Dictionary<string, int> _numbers = words.Select((word, number) => (word.Stem, number)).ToDictionary();
    private readonly double[] _rarities = [.. words.Select(word => Rarity(papers, word.Abstracts))];
    private readonly double _rarityOfOthers = Rarity(papers, 0);

    public int Papers => papers;

    public IReadOnlyList<(string Stem, int Abstracts)> Words => words;

    /// <summary>A word of an abstract that is being read.</summary>
    public ReadWord Find(ReadOnlySpan<char> stem)
    {
        if (_numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(stem, out var number))
        {
            var known = words[number].Stem;
            return new ReadWord(known, number, Common.Contains(known), _rarities[number]);
        }

        var text = stem.ToString();
        return new ReadWord(text, -1, Common.Contains(text), _rarityOfOthers);
    }

    private static double Rarity(int papers, int abstracts) => Math.Log((papers + 1.0) / (abstracts + 1.0));
}
