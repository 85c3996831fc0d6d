using Sheaf.Arxiv.Identifiers;
using Sheaf.Checking.Titles;

namespace Sheaf.TestKit;

/// <summary>Titles of many papers in memory, to find one by: what the look-up through the text index is compared with.</summary>
internal sealed class TitleIndex
{
    private const int MostCandidates = 50;

    private readonly List<(ArxivIdentifier Identifier, Title Title)> _papers = [];
    private readonly Dictionary<string, List<int>> _byKey = [];
    private readonly Dictionary<string, List<int>> _byWord = [];
    private readonly HashSet<ArxivIdentifier> _known = [];

    /// <summary>Enters a paper, unless it is there.</summary>
    public void Add(ArxivIdentifier identifier, Title title)
    {
        if (!_known.Add(identifier))
        {
            return;
        }

        var number = _papers.Count;
        _papers.Add((identifier, title));
        Enter(_byKey, title.Key, number);
        foreach (var word in title.Telling)
        {
            Enter(_byWord, word, number);
        }
    }

    /// <summary>The papers of the same title.</summary>
    public IEnumerable<ArxivIdentifier> Same(Title title) =>
        _byKey.GetValueOrDefault(title.Key, []).Select(number => _papers[number].Identifier);

    /// <summary>Papers whose titles share at least half of its telling words, those that share most first.</summary>
    public IEnumerable<(ArxivIdentifier Identifier, Title Title)> Alike(Title title)
    {
        var shared = new Dictionary<int, int>();
        foreach (var number in title.Telling.SelectMany(word => _byWord.GetValueOrDefault(word, [])))
        {
            shared[number] = shared.GetValueOrDefault(number) + 1;
        }

        return shared.Where(pair => pair.Value * 2 >= title.Telling.Count)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => Math.Abs(_papers[pair.Key].Title.Telling.Count - title.Telling.Count))
            .ThenBy(pair => pair.Key)
            .Take(MostCandidates)
            .Select(pair => _papers[pair.Key]);
    }

    private static void Enter(Dictionary<string, List<int>> index, string key, int number)
    {
        if (!index.TryGetValue(key, out var numbers))
        {
            index.Add(key, numbers = []);
        }

        numbers.Add(number);
    }
}
