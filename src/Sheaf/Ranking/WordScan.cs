namespace Sheaf.Ranking;

/// <summary>
/// The words of a title, an abstract or a name, the same whatever source it came from: small ASCII letters and digits, without accents,
/// TeX commands and braces, ligatures, possessive endings, and whatever kind of dash, quote or space there is between them.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="room">Holds the word; a longer one is cut there.</param>
internal ref struct WordScan(ReadOnlySpan<char> text, Span<char> room)
{
    public const int Room = 48;

    /// <summary>U+00C0 to U+017F without their accents; a space where it is no letter.</summary>
    private const string Bare =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
        + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private readonly ReadOnlySpan<char> _text = text;
    private readonly Span<char> _room = room;
    private int _at;
    private int _length;

    /// <summary>The word as it is compared; overwritten by the next.</summary>
    public readonly ReadOnlySpan<char> Word => _room[.._length];

    /// <summary>Where it begins in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends in the text, exclusive.</summary>
    public int End { get; private set; }

    /// <summary>Moves to the next word; false at the end of the text.</summary>
    public bool MoveNext()
    {
        _length = 0;
        while (_at < _text.Length && !TakesStep())
        {
        }

        return _length > 0;
    }

    /// <summary>Reads on by one sign or command; true where a word ended.</summary>
    private bool TakesStep()
    {
        var sign = _text[_at];
        if (char.IsAsciiLetterOrDigit(sign))
        {
            TakeRun();
        }
        else if (IsSilent(sign))
        {
            _at += sign == '\\' ? Command() : 1;
        }
        else if (IsPossessive())
        {
            _at += 2;
        }
        else if (_length > 0
            && sign == '.'
            && char.IsAsciiDigit(_room[_length - 1])
            && _at + 1 < _text.Length
            && char.IsAsciiDigit(_text[_at + 1]))
        {
            Take('.');
        }
        else
        {
            return !TakesForeign(sign) && Passes();
        }

        return false;
    }

    private bool Passes()
    {
        _at++;
        return _length > 0;
    }

    private bool TakesForeign(char sign)
    {
        if (sign is >= 'À' and <= 'ſ' && Bare[sign - 'À'] is var bare and not ' ')
        {
            Take(bare);
            return true;
        }

        return sign is >= '\uFB00' and <= '\uFB04' && TakesLigature(sign);
    }

    private bool TakesLigature(char sign)
    {
        var letters = (sign - '\uFB00') switch { 0 => "ff", 1 => "fi", 2 => "fl", 3 => "ffi", _ => "ffl" };
        foreach (var letter in letters)
        {
            Take(letter);
            _at--;
        }

        End = ++_at;
        return true;
    }

    /// <summary>Braces, dollars and commands do not end a word: <c>Poincar\'{e}</c>.</summary>
    private static bool IsSilent(char sign) => sign is '\\' or '{' or '}' or '$' or '^' or (>= '\u0300' and <= '\u036F') or '\u00AD';

    /// <summary>Length of a TeX command: the backslash with the letters, or the one sign, after it.</summary>
    private readonly int Command()
    {
        var end = _at + 1;
        while (end < _text.Length && char.IsAsciiLetter(_text[end]))
        {
            end++;
        }

        return Math.Max(end - _at, Math.Min(2, _text.Length - _at));
    }

    private readonly bool IsPossessive() =>
        _length > 0
            && _text[_at] is '\'' or '\u2019'
            && _at + 1 < _text.Length
            && _text[_at + 1] is 's' or 'S'
            && (_at + 2 == _text.Length || !char.IsAsciiLetter(_text[_at + 2]));

    /// <summary>All ASCII letters and digits from here on; the bit that makes letters small is set in digits anyway.</summary>
    private void TakeRun()
    {
        Start = _length == 0 ? _at : Start;
        do
        {
            if (_length < _room.Length)
            {
                _room[_length++] = (char)(_text[_at] | 0x20);
            }

            _at++;
        }
        while (_at < _text.Length && char.IsAsciiLetterOrDigit(_text[_at]));
        End = _at;
    }

    private void Take(char letter)
    {
        if (_length == 0)
        {
            Start = _at;
        }

        if (_length < _room.Length)
        {
            _room[_length++] = letter;
        }

        _at++;
        End = _at;
    }
}
