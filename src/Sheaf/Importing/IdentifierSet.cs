using System.Globalization;

namespace Sheaf.Importing;

/// <summary>
/// Identifiers as bits: the whole of arXiv in less than a megabyte, where a set of texts would take hundreds.
/// </summary>
internal sealed class IdentifierSet
{
    private const int LengthOfMonth = 5;
    private const int OldDigits = 3;

    private readonly Dictionary<string, byte[]> _groups = new(StringComparer.Ordinal);

    /// <summary>What the identifiers that were given out together begin with: <c>2404.</c>, <c>hep-th/9901</c>.</summary>
    /// <param name="identifier">Canonical.</param>
    public static ReadOnlySpan<char> GroupOf(ReadOnlySpan<char> identifier) =>
        identifier.Contains('/') ? identifier[..^OldDigits] : identifier[..LengthOfMonth];

    /// <param name="identifier">Canonical.</param>
    public void Add(ReadOnlySpan<char> identifier)
    {
        var group = GroupOf(identifier);
        var number = NumberOf(identifier[group.Length..]);
        var groups = _groups.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!groups.TryGetValue(group, out var bits) || bits.Length <= number / 8)
        {
            Array.Resize(ref bits, Math.Max((number / 8) + 1, (bits?.Length ?? 0) * 2));
            groups[group] = bits;
        }

        bits[number / 8] |= (byte)(1 << (number % 8));
    }

    /// <inheritdoc cref="Add"/>
    public bool Contains(ReadOnlySpan<char> identifier)
    {
        var group = GroupOf(identifier);
        var number = NumberOf(identifier[group.Length..]);
        return _groups.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(group, out var bits)
            && number / 8 < bits.Length
            && (bits[number / 8] & (1 << (number % 8))) != 0;
    }

    private static int NumberOf(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
