namespace Sheaf.Drafts.Sentences;

/// <summary>An abstract and its title, word by word.</summary>
public sealed class ReadAbstract
{
    private readonly List<ReadWord> _words = [];
    private readonly int[][] _sentences;
    private readonly ulong[] _cues;
    private readonly int[] _title;

    /// <param name="title">Of the paper.</param>
    /// <param name="sentences">The abstract's.</param>
    /// <param name="lexicon">Says how common the words are.</param>
    public ReadAbstract(string title, IReadOnlyList<string> sentences, Lexicon lexicon)
    {
        var numbers = new Dictionary<string, int>();
        _sentences = [.. sentences.Select(sentence => Read(sentence, numbers, lexicon))];
        for (var number = 0; number < sentences.Count; number++)
        {
            Count(number);
        }

        _title = Read(title, numbers, lexicon);
        for (var place = _title.Length - 1; place >= 0; place--)
        {
            _words[_title[place]].TitlePlace = place;
        }

        _cues = [.. sentences.Select((sentence, number) => CuesOf(sentence, _sentences[number]))];
        for (var number = 0; number < sentences.Count; number++)
        {
            SeeNeighbours(number);
        }

        CommonWords = (double)_words.Sum(word => word.IsCommon ? word.Count : 0) / Math.Max(1, _words.Sum(word => word.Count));
        FirstOwn = Array.FindIndex(_cues, own => (own & OwnCues) != 0);
        FirstStatement = Array.FindIndex(_cues, own => (own & StatementCues) != 0);
        TitleBeforeColon = title.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? WordsIn(title.AsSpan(0, colon)) : 0;
    }

    private static readonly ulong OwnCues = CuePhrases.Bit(Cue.We) | CuePhrases.Bit(Cue.ThisPaper);
    private static readonly ulong StatementCues = CuePhrases.Bit(Cue.WePropose) | CuePhrases.Bit(Cue.InThisPaper) | CuePhrases.Bit(Cue.ThisPaper);

    /// <summary>Each word once, those of the title that the abstract lacks at the end.</summary>
    public IReadOnlyList<ReadWord> Words => _words;

    public int Sentences => _sentences.Length;

    public ReadOnlySpan<int> Title => _title;

    /// <summary>The share of common words in the abstract.</summary>
    public double CommonWords { get; }

    /// <summary>How many words of the title come before its colon; 0 without one.</summary>
    public int TitleBeforeColon { get; }

    /// <summary>The first sentence that speaks of the authors or their paper; -1 without one.</summary>
    public int FirstOwn { get; }

    /// <summary>The first sentence that says what the paper does; -1 without one.</summary>
    public int FirstStatement { get; }

    /// <summary>The words of a sentence, as places in <see cref="Words"/>.</summary>
    public ReadOnlySpan<int> Sentence(int number) => _sentences[number];

    public bool Has(int sentence, Cue cue) => (_cues[sentence] & CuePhrases.Bit(cue)) != 0;

    public ulong Cues(int sentence) => _cues[sentence];

    private static int WordsIn(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var scan = new WordScan(text, stackalloc char[WordScan.Room]); scan.MoveNext();)
        {
            count++;
        }

        return count;
    }

    private int[] Read(string text, Dictionary<string, int> numbers, Lexicon lexicon)
    {
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var read = new List<int>(text.Length / 5);
        for (var scan = new WordScan(text, stackalloc char[WordScan.Room]); scan.MoveNext();)
        {
            if (!lookup.TryGetValue(scan.Stem, out var number))
            {
                var word = lexicon.Find(scan.Stem);
                number = _words.Count;
                numbers.Add(word.Stem, number);
                _words.Add(word);
            }

            _words[number].IsAcronym |= scan.IsAcronym;
            read.Add(number);
        }

        return [.. read];
    }

    private void Count(int sentence)
    {
        foreach (var number in _sentences[sentence])
        {
            var word = _words[number];
            word.Count++;
            if (word.Sentences.Count == 0 || word.Sentences[^1] != sentence)
            {
                word.Sentences.Add(sentence);
            }
        }
    }

    private ulong CuesOf(string sentence, int[] read)
    {
        var stems = new string[read.Length];
        for (var at = 0; at < read.Length; at++)
        {
            stems[at] = _words[read[at]].Stem;
        }

        var found = Marks(sentence);
        for (var at = 0; at < stems.Length; at++)
        {
            found |= CuePhrases.At(stems, at);
        }

        return found;
    }

    private static ulong Marks(string sentence)
    {
        var end = sentence.Length > 0 ? sentence[^1] : ' ';
        return If(sentence.AsSpan().ContainsAnyInRange('0', '9'), Cue.Number)
            | If(end == '?', Cue.Question)
            | If(end is not ('.' or '?' or '!'), Cue.NoStop)
            | If(sentence.Contains(':', StringComparison.Ordinal), Cue.Colon)
            | If(sentence.Contains('(', StringComparison.Ordinal), Cue.Bracket)
            | If(sentence.Contains(';', StringComparison.Ordinal), Cue.Semicolon);
    }

    private static ulong If(bool has, Cue cue) => has ? CuePhrases.Bit(cue) : 0;

    /// <summary>What comes before and after the words of a sentence.</summary>
    private void SeeNeighbours(int sentence)
    {
        var read = _sentences[sentence];
        var speaks = (_cues[sentence] & OwnCues) != 0;
        var sinceVerb = 0;
        for (var at = 0; at < read.Length; at++)
        {
            var word = _words[read[at]];
            if (sinceVerb > 0)
            {
                word.AfterVerb = word.AfterVerb == 0 ? sinceVerb : Math.Min(word.AfterVerb, sinceVerb);
                sinceVerb++;
            }
            else if (speaks && CuePhrases.IsReporting(word.Stem))
            {
                sinceVerb = 1;
            }

            word.FollowsTitleWord |= at > 0 && IsOfTitle(_words[read[at - 1]]);
            word.LeadsToTitleWord |= at + 1 < read.Length && IsOfTitle(_words[read[at + 1]]);
        }
    }

    private static bool IsOfTitle(ReadWord word) => word.TitlePlace >= 0 && !word.IsCommon;
}
