namespace Sheaf.TestKit.Sentences;

/// <summary>
/// The stem of an English word, by Porter's suffix stripping (1980) with the departures that today's scorers of summaries have made
/// common: <c>dies</c> keeps its e, <c>enjoy</c> its y, <c>-logy</c> goes with <c>-log</c>, and a dozen irregular words.
/// </summary>
public static class PorterStem
{
    /// <summary>Longer words are no English words, and stay as they are.</summary>
    private const int LongestWord = 40;

    private static readonly Dictionary<string, string> Irregular =
        ("sky:sky skies:sky dying:die lying:lie tying:tie news:news innings:inning inning:inning outings:outing outing:outing "
            + "cannings:canning canning:canning howe:howe proceed:proceed exceed:exceed succeed:succeed").Split(' ')
            .Select(pair => pair.Split(':'))
        .ToDictionary(pair => pair[0], pair => pair[1]);

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> IrregularBySpan =
        Irregular.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (string Suffix, string Instead)[] Second =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("fulli", "ful"),
    ];

    private static readonly (string Suffix, string Instead)[] Third =
        [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

    private static readonly string[] Fourth =
    [
        "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive",
        "ize",
    ];

    /// <summary>The stem of a word.</summary>
    /// <param name="word">In small letters.</param>
    public static string Of(string word)
    {
        Span<char> letters = stackalloc char[LongestWord + 1];
        return word.Length > LongestWord || !word.TryCopyTo(letters) ? word : new string(letters[..Shorten(letters, word.Length)]);
    }

    /// <summary>Turns a word into its stem where it stands.</summary>
    /// <param name="letters">The word in small letters, and room for one more.</param>
    /// <param name="length">The word's length.</param>
    /// <returns>The stem's length.</returns>
    internal static int Shorten(Span<char> letters, int length)
    {
        if (length is <= 2 or > LongestWord)
        {
            return length;
        }

        if (IrregularBySpan.TryGetValue(letters[..length], out var stem))
        {
            stem.CopyTo(letters);
            return stem.Length;
        }

        var word = new Word(letters, length);
        word.DropPlural();
        word.DropPast();
        word.TurnFinalY();
        word.Replace(Second, again: true);
        word.Replace(Third, again: false);
        word.DropFourth();
        word.DropFinalE();
        return word.Length;
    }

    private ref struct Word(Span<char> letters, int length)
    {
        private readonly Span<char> _letters = letters;

        public int Length { get; private set; } = length;

        private readonly ReadOnlySpan<char> Text => _letters[..Length];

        public void DropPlural()
        {
            if (Text.EndsWith("ies"))
            {
                Length -= Length == 4 ? 1 : 2;
            }
            else if (Text.EndsWith("sses"))
            {
                Length -= 2;
            }
            else if (Text.EndsWith("s") && !Text.EndsWith("ss"))
            {
                Length--;
            }
        }

        public void DropPast()
        {
            if (Text.EndsWith("ied"))
            {
                Length -= Length == 4 ? 1 : 2;
            }
            else if (Text.EndsWith("eed"))
            {
                Length -= Measure(Length - 3) > 0 ? 1 : 0;
            }
            else if ((Text.EndsWith("ed") && HasVowel(Length - 2)) || (Text.EndsWith("ing") && HasVowel(Length - 3)))
            {
                Length -= Text[^1] == 'd' ? 2 : 3;
                Mend();
            }
        }

        /// <summary>y after a consonant that is not the first letter.</summary>
        public readonly void TurnFinalY()
        {
            if (Length > 2 && Text[^1] == 'y' && IsConsonant(Length - 2))
            {
                _letters[Length - 1] = 'i';
            }
        }

        public void Replace((string Suffix, string Instead)[] rules, bool again)
        {
            if (again && Text.EndsWith("alli") && Measure(Length - 4) > 0)
            {
                Length -= 2;
            }

            foreach (var (suffix, instead) in rules)
            {
                if (Text.EndsWith(suffix))
                {
                    Put(instead, Length - suffix.Length);
                    return;
                }
            }

            if (again && Text.EndsWith("logi") && Measure(Length - 3) > 0)
            {
                Length--;
            }
        }

        public void DropFourth()
        {
            foreach (var suffix in Fourth)
            {
                if (Text.EndsWith(suffix))
                {
                    var stem = Length - suffix.Length;
                    Length = Measure(stem) > 1 && (suffix != "ion" || _letters[stem - 1] is 's' or 't') ? stem : Length;
                    return;
                }
            }
        }

        public void DropFinalE()
        {
            if (Text.EndsWith("e") && (Measure(Length - 1) > 1 || (Measure(Length - 1) == 1 && !EndsShort(Length - 1))))
            {
                Length--;
            }

            if (Text.EndsWith("ll") && Measure(Length - 1) > 1)
            {
                Length--;
            }
        }

        private void Mend()
        {
            if (Text.EndsWith("at") || Text.EndsWith("bl") || Text.EndsWith("iz"))
            {
                _letters[Length++] = 'e';
            }
            else if (Length >= 2 && Text[^1] == Text[^2] && IsConsonant(Length - 1))
            {
                Length -= Text[^1] is 'l' or 's' or 'z' ? 0 : 1;
            }
            else if (Measure(Length) == 1 && EndsShort(Length))
            {
                _letters[Length++] = 'e';
            }
        }

        private void Put(string instead, int stem)
        {
            if (Measure(stem) > 0)
            {
                instead.CopyTo(_letters[stem..]);
                Length = stem + instead.Length;
            }
        }

        /// <summary>How often a consonant follows a vowel before <paramref name="end"/>.</summary>
        private readonly int Measure(int end)
        {
            var count = 0;
            var wasConsonant = true;
            for (var at = 0; at < end; at++)
            {
                var isConsonant = IsConsonantAfter(wasConsonant, at);
                count += isConsonant && !wasConsonant ? 1 : 0;
                wasConsonant = isConsonant;
            }

            return count;
        }

        private readonly bool HasVowel(int end)
        {
            for (var at = 0; at < end; at++)
            {
                if (!IsConsonant(at))
                {
                    return true;
                }
            }

            return false;
        }

        private readonly bool IsConsonant(int place)
        {
            var isConsonant = true;
            for (var at = 0; at <= place; at++)
            {
                isConsonant = IsConsonantAfter(isConsonant, at);
            }

            return isConsonant;
        }

        private readonly bool IsConsonantAfter(bool wasConsonant, int at) => _letters[at] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => false,
            'y' => at == 0 || !wasConsonant,
            _ => true,
        };

        /// <summary>Consonant, vowel, consonant, as in <c>hop</c>; or vowel and consonant alone.</summary>
        private readonly bool EndsShort(int end) => end switch
        {
            >= 3 => IsConsonant(end - 3) && !IsConsonant(end - 2) && IsConsonant(end - 1) && _letters[end - 1] is not ('w' or 'x' or 'y'),
            2 => !IsConsonant(0) && IsConsonant(1),
            _ => false,
        };
    }
}
