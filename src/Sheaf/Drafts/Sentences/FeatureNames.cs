namespace Sheaf.Drafts.Sentences;

/// <summary>Gives features their numbers, and keeps the names under which the weights file has them.</summary>
public sealed class FeatureNames
{
    private readonly List<string> _names = [];

    public IReadOnlyList<string> All => _names;

    /// <summary>The number of a new feature.</summary>
    public int Add(string name)
    {
        _names.Add(name);
        return _names.Count - 1;
    }

    /// <summary>The first of several numbers in a row, for <c>name-0</c>, <c>name-1</c> and so on.</summary>
    public int Add(string name, int count)
    {
        for (var number = 0; number < count; number++)
        {
            _names.Add($"{name}-{number}");
        }

        return _names.Count - count;
    }

    /// <summary>The first of numbers in a row, one for each cue.</summary>
    public int AddCues(string name)
    {
        foreach (var cue in Enum.GetNames<Cue>())
        {
            _names.Add($"{name}-{cue}");
        }

        return _names.Count - Enum.GetValues<Cue>().Length;
    }
}
