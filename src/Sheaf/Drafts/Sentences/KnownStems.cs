namespace Sheaf.Drafts.Sentences;

/// <summary>The stems of words that have come before: abstracts share most of their words, and looking one up takes a tenth of stemming it.</summary>
internal static class KnownStems
{
    /// <summary>More different words than these are not kept.</summary>
    private const int Most = 1 << 15;

    [ThreadStatic]
    private static Dictionary<string, string>? _known;

    /// <inheritdoc cref="PorterStem.Shorten"/>
    public static int Shorten(Span<char> letters, int length)
    {
        var known = (_known ??= []).GetAlternateLookup<ReadOnlySpan<char>>();
        ReadOnlySpan<char> word = letters[..length];
        if (known.TryGetValue(word, out var stem))
        {
            stem.CopyTo(letters);
            return stem.Length;
        }

        var whole = _known.Count < Most ? word.ToString() : null;
        length = PorterStem.Shorten(letters, length);
        if (whole is not null)
        {
            _known.Add(whole, letters[..length].ToString());
        }

        return length;
    }
}
