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
        private readonly int kind = Names.Add(name);
        private readonly int count = Names.Add($"{name}-log-count");
        private readonly int counts = Names.Add($"{name}-count-over", 3);
        private readonly int sentences = Names.Add($"{name}-log-sentences");
        private readonly int share = Names.Add($"{name}-share-of-sentences");
        private readonly int rarity = Names.Add($"{name}-rarity");
        private readonly int rarity2 = Names.Add($"{name}-rarity-squared");
        private readonly int first = Names.Add($"{name}-first", 5);
        private readonly int firstPart = Names.Add($"{name}-first-part");
        private readonly int lastPart = Names.Add($"{name}-last-part");
        private readonly int length = Names.Add($"{name}-length", 9);
        private readonly int afterVerb = Names.Add($"{name}-after-verb", 10);
        private readonly int followsTitle = Names.Add($"{name}-follows-title");
        private readonly int leadsToTitle = Names.Add($"{name}-leads-to-title");
        private readonly int title = Names.Add($"{name}-title");
        private readonly int titleCount = Names.Add($"{name}-title-log-count");
        private readonly int titleRarity = Names.Add($"{name}-title-rarity");
        private readonly int titlePlace = Names.Add($"{name}-title-place");
        private readonly int titleFirst = Names.Add($"{name}-title-first");
        private readonly int titleHead = Names.Add($"{name}-title-before-colon");
        private readonly int titleTail = Names.Add($"{name}-title-after-colon");
        private readonly int statement = Names.Add($"{name}-in-statement");
        private readonly int statementCount = Names.Add($"{name}-in-statement-log-count");
        private readonly int noStatement = Names.Add($"{name}-no-statement");
        private readonly int somewhere = Names.AddCues($"{name}-somewhere");
        private readonly int mostly = Names.AddCues($"{name}-mostly");

        public void Write(ReadAbstract read, ReadWord word, FeatureRow row)
        {
            row.Add(kind);
            WriteCounts(read, word, row);
            WritePlaces(read, word, row);
            WriteTitle(read, word, row);
            WriteCues(read, word, row);
        }

        private void WriteCounts(ReadAbstract read, ReadWord word, FeatureRow row)
        {
            row.Add(count, Logarithm.Of(word.Count));
            for (var over = 0; over < 3; over++)
            {
                row.AddIf(word.Count > over + 1, counts + over);
            }

            row.Add(sentences, Logarithm.Of(word.Sentences.Count));
            row.Add(share, (double)word.Sentences.Count / read.Sentences);
            row.Add(rarity, word.Rarity / 5);
            row.Add(rarity2, word.Rarity * word.Rarity / 25);
            row.Add(length + Math.Min(word.Stem.Length, 8));
        }

        private void WritePlaces(ReadAbstract read, ReadWord word, FeatureRow row)
        {
            row.Add(first + Math.Min(word.Sentences[0], 4));
            row.Add(firstPart, (double)word.Sentences[0] / read.Sentences);
            row.Add(lastPart, (double)word.Sentences[^1] / read.Sentences);
            row.Add(afterVerb + (word.AfterVerb <= 5 ? word.AfterVerb : 5 + Math.Min(4, (word.AfterVerb - 2) / 4)));
            row.AddIf(word.FollowsTitleWord, followsTitle);
            row.AddIf(word.LeadsToTitleWord, leadsToTitle);
        }

        private void WriteTitle(ReadAbstract read, ReadWord word, FeatureRow row)
        {
            if (word.TitlePlace < 0)
            {
                return;
            }

            row.Add(title);
            row.Add(titleCount, Logarithm.Of(word.Count));
            row.Add(titleRarity, word.Rarity / 5);
            row.Add(titlePlace, (double)word.TitlePlace / read.Title.Length);
            row.AddIf(word.TitlePlace == 0, titleFirst);
            if (read.TitleBeforeColon > 0)
            {
                row.Add(word.TitlePlace < read.TitleBeforeColon ? titleHead : titleTail);
            }
        }

        private void WriteCues(ReadAbstract read, ReadWord word, FeatureRow row)
        {
            if (read.FirstStatement < 0)
            {
                row.Add(noStatement);
            }
            else if (word.Sentences.Contains(read.FirstStatement))
            {
                row.Add(statement);
                row.Add(statementCount, Logarithm.Of(word.Count));
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

                row.Add(somewhere + cue);
                row.Add(mostly + cue, (double)having / word.Sentences.Count);
            }
        }
    }
}
