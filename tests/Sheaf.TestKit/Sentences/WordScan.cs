namespace Sheaf.TestKit.Sentences;

/// <summary>
/// The words of a text as summaries are compared by: runs of ASCII letters and digits, in small letters, stemmed where longer than three.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="letters">Holds the word; <see cref="Room"/> long.</param>
public ref struct WordScan(ReadOnlySpan<char> text, Span<char> letters)
{
    /// <summary>Of a longer run only the beginning counts, less one.</summary>
    public const int Room = 64;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _letters = letters;
    private int _at;
    private int _length;

    /// <summary>The stem; overwritten by the next.</summary>
    public readonly ReadOnlySpan<char> Stem => _letters[.._length];

    /// <summary>Whether a letter after the first is a capital.</summary>
    public bool IsAcronym { get; private set; }

    /// <summary>Moves to the next word; false at the end of the text.</summary>
    public bool MoveNext()
    {
        while (_at < _text.Length && !char.IsAsciiLetterOrDigit(_text[_at]))
        {
            _at++;
        }

        if (_at == _text.Length)
        {
            return false;
        }

        IsAcronym = false;
        for (_length = 0; _at < _text.Length && char.IsAsciiLetterOrDigit(_text[_at]); _at++)
        {
            IsAcronym |= _length > 0 && char.IsAsciiLetterUpper(_text[_at]);
            if (_length < Room - 1)
            {
                _letters[_length++] = char.ToLowerInvariant(_text[_at]);
            }
        }

        _length = _length > 3 ? PorterStem.Shorten(_letters, _length) : _length;
        return true;
    }
}
