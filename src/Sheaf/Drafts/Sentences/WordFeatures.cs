namespace Sheaf.Drafts.Sentences;

/// <summary>What tells whether a word of an abstract would be in its summary.</summary>
public static class WordFeatures
{
    private static readonly FeatureNames Names = new();

    private static readonly int Always = Names.Add("always");
    private static readonly int Acronym = Names.Add("acronym");
    private static readonly int Digits = Names.Add("digits");
    private static readonly int SentencesInAll = Names.Add("sentences", 11);

    /// <summary>Common words and others differ in all that follows, so each has these twice.</summary>
    private static readonly (Kind Common, Kind Other) Kinds = (new Kind("common"), new Kind("other"));

    public static IReadOnlyList<string> All => Names.All;

    /// <summary>The features of a word that the abstract has, without that of being this word.</summary>
    public static void Write(ReadAbstract read, ReadWord word, FeatureRow row)
    {
        row.Add(Always);
        row.AddIf(word.IsAcronym, Acronym);
        row.AddIf(!word.Stem.AsSpan().ContainsAnyExceptInRange('0', '9'), Digits);
        row.Add(SentencesInAll + Math.Min(read.Sentences, 10));
        (word.IsCommon ? Kinds.Common : Kinds.Other).Write(read, word, row);
    }

    private sealed class Kind(string name)
    {
        private readonly int _kind = Names.Add(name);
        private readonly int _count = Names.Add($"{name}-log-count");
        private readonly int _counts = Names.Add($"{name}-count-over", 3);
        private readonly int _sentences = Names.Add($"{name}-log-sentences");
        private readonly int _share = Names.Add($"{name}-share-of-sentences");
        private readonly int _rarity = Names.Add($"{name}-rarity");
        private readonly int _rarity2 = Names.Add($"{name}-rarity-squared");
        private readonly int _first = Names.Add($"{name}-first", 5);
        private readonly int _firstPart = Names.Add($"{name}-first-part");
        private readonly int _lastPart = Names.Add($"{name}-last-part");
        private readonly int _length = Names.Add($"{name}-length", 9);
        private readonly int _afterVerb = Names.Add($"{name}-after-verb", 10);
        private readonly int _followsTitle = Names.Add($"{name}-follows-title");
        private readonly int _leadsToTitle = Names.Add($"{name}-leads-to-title");
        private readonly int _title = Names.Add($"{name}-title");
        private readonly int _titleCount = Names.Add($"{name}-title-log-count");
        private readonly int _titleRarity = Names.Add($"{name}-title-rarity");
        private readonly int _titlePlace = Names.Add($"{name}-title-place");
        private readonly int _titleFirst = Names.Add($"{name}-title-first");
        private readonly int _titleHead = Names.Add($"{name}-title-before-colon");
        private readonly int _titleTail = Names.Add($"{name}-title-after-colon");
        private readonly int _statement = Names.Add($"{name}-in-statement");
        private readonly int _statementCount = Names.Add($"{name}-in-statement-log-count");
        private readonly int _noStatement = Names.Add($"{name}-no-statement");
        private readonly int _somewhere = Names.AddCues($"{name}-somewhere");
        private readonly int _mostly = Names.AddCues($"{name}-mostly");

        public void Write(ReadAbstract read, ReadWord word, FeatureRow row)
        {
            row.Add(_kind);
            WriteCounts(read, word, row);
            WritePlaces(read, word, row);
            WriteTitle(read, word, row);
            WriteCues(read, word, row);
        }

        private void WriteCounts(ReadAbstract read, ReadWord word, FeatureRow row)
        {
            row.Add(_count, Logarithm.Of(word.Count));
            for (var over = 0; over < 3; over++)
            {
                row.AddIf(word.Count > over + 1, _counts + over);
            }

            row.Add(_sentences, Logarithm.Of(word.Sentences.Count));
            row.Add(_share, (double)word.Sentences.Count / read.Sentences);
            row.Add(_rarity, word.Rarity / 5);
            row.Add(_rarity2, word.Rarity * word.Rarity / 25);
            row.Add(_length + Math.Min(word.Stem.Length, 8));
        }

        private void WritePlaces(ReadAbstract read, ReadWord word, FeatureRow row)
        {
            row.Add(_first + Math.Min(word.Sentences[0], 4));
            row.Add(_firstPart, (double)word.Sentences[0] / read.Sentences);
            row.Add(_lastPart, (double)word.Sentences[^1] / read.Sentences);
            row.Add(_afterVerb + (word.AfterVerb <= 5 ? word.AfterVerb : 5 + Math.Min(4, (word.AfterVerb - 2) / 4)));
            row.AddIf(word.FollowsTitleWord, _followsTitle);
            row.AddIf(word.LeadsToTitleWord, _leadsToTitle);
        }

        private void WriteTitle(ReadAbstract read, ReadWord word, FeatureRow row)
        {
            if (word.TitlePlace < 0)
            {
                return;
            }

            row.Add(_title);
            row.Add(_titleCount, Logarithm.Of(word.Count));
            row.Add(_titleRarity, word.Rarity / 5);
            row.Add(_titlePlace, (double)word.TitlePlace / read.Title.Length);
            row.AddIf(word.TitlePlace == 0, _titleFirst);
            if (read.TitleBeforeColon > 0)
            {
                row.Add(word.TitlePlace < read.TitleBeforeColon ? _titleHead : _titleTail);
            }
        }

        private void WriteCues(ReadAbstract read, ReadWord word, FeatureRow row)
        {
            if (read.FirstStatement < 0)
            {
                row.Add(_noStatement);
            }
            else if (word.Sentences.Contains(read.FirstStatement))
            {
                row.Add(_statement);
                row.Add(_statementCount, Logarithm.Of(word.Count));
            }

            var any = 0UL;
            foreach (var sentence in word.Sentences)
            {
                any |= read.Cues(sentence);
            }

            for (; any != 0; any &= any - 1)
            {
                var cue = System.Numerics.BitOperations.TrailingZeroCount(any);
                var having = 0;
                foreach (var sentence in word.Sentences)
                {
                    having += (int)((read.Cues(sentence) >> cue) & 1);
                }

                row.Add(_somewhere + cue);
                row.Add(_mostly + cue, (double)having / word.Sentences.Count);
            }
        }
    }
}
