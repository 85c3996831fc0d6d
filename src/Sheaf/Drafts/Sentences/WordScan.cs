namespace Sheaf.Drafts.Sentences;

/// <summary>The words of a text as summaries are compared by: runs of ASCII letters and digits, in small letters, stemmed where longer than three.</summary>
/// <param name="text">The text.</param>
/// <param name="letters">Holds the word; <see cref="Room"/> long.</param>
public ref struct WordScan(ReadOnlySpan<char> text, Span<char> letters)
{
    /// <summary>Of a longer run only the beginning counts, less one.</summary>
    public const int Room = 64;

    private readonly ReadOnlySpan<char> text = text;
    private readonly Span<char> letters = letters;
    private int at;
    private int length;

    /// <summary>The stem; overwritten by the next.</summary>
    public readonly ReadOnlySpan<char> Stem => letters[..length];

    /// <summary>Whether a letter after the first is a capital.</summary>
    public bool IsAcronym { get; private set; }

    /// <summary>Moves to the next word; false at the end of the text.</summary>
    public bool MoveNext()
    {
        while (at < text.Length && !char.IsAsciiLetterOrDigit(text[at]))
        {
            at++;
        }

        if (at == text.Length)
        {
            return false;
        }

        IsAcronym = false;
        for (length = 0; at < text.Length && char.IsAsciiLetterOrDigit(text[at]); at++)
        {
            IsAcronym |= length > 0 && char.IsAsciiLetterUpper(text[at]);
            if (length < Room - 1)
            {
                letters[length++] = char.ToLowerInvariant(text[at]);
            }
        }

        length = length > 3 ? KnownStems.Shorten(letters, length) : length;
        return true;
    }
}
