namespace Sheaf.Benchmarks;

/// <summary>Texts of papers that do not exist, as long as those of papers that do; the same at every run.</summary>
internal sealed class InventedText
{
    private static readonly string[] Words =
    [
        "gears", "widgets", "we", "of", "the", "turn", "a", "cogs", "and", "in", "bearings", "with", "$k$-fold", "to", "show", "spindles",
        "that",
        "for", "is", "lubricated", "on", "method", "Gauß", "which", "under", "load", "ratchets", "outperforms", "by", "$O(n^2)$", "teeth",
        "are",
    ];

    private static readonly string[] Names =
        ["Ada Specimen", "José van der Berg", "Bo Example", "Zoë Muster", "C. D. Placeholder", "Lin Sample"];

    private readonly Random _random = new(20240430);

    public string Title() => Sentence(9);

    /// <summary>Some 1,300 characters, as most abstracts have.</summary>
    public string Abstract() => string.Join(' ', Enumerable.Range(0, 8).Select(_ => Sentence(27) + "."));

    public IReadOnlyList<string> Authors() => [.. Enumerable.Range(0, 2 + _random.Next(5)).Select(_ => Names[_random.Next(Names.Length)])];

    /// <summary>True once in so many times.</summary>
    public bool OnceIn(int times) => _random.Next(times) == 0;

    private string Sentence(int words) =>
        $"The {string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[_random.Next(Words.Length)]))}";
}
