namespace Sheaf.Ranking;

/// <summary>Gives each word or name a number, in the order in which they are met.</summary>
internal sealed class NumberedNames
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly List<string> _names = [];

    public NumberedNames() => _lookup = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _names.Count;

    public string this[int number] => _names[number];

    /// <summary>The number it has, or gets now.</summary>
    public int Add(ReadOnlySpan<char> name)
    {
        if (!_lookup.TryGetValue(name, out var number))
        {
            number = _names.Count;
            var kept = name.ToString();
            _numbers.Add(kept, number);
            _names.Add(kept);
        }

        return number;
    }

    /// <summary>The number it has; -1 for none.</summary>
    public int Find(ReadOnlySpan<char> name) => _lookup.TryGetValue(name, out var number) ? number : -1;
}
