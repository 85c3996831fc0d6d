using System.Numerics;

namespace Sheaf.Drafts.Sentences;

/// <summary>What tells how good a summary a sentence of an abstract would be.</summary>
public static class SentenceFeatures
{
    private static readonly int[] LengthsOver = [6, 10, 14, 18, 22, 27, 33, 40];

    private static readonly FeatureNames Names = new();

    private static readonly int Position = Names.Add("position", 9);
    private static readonly int Fifth = Names.Add("fifth", 5);
    private static readonly int FromEnd = Names.Add("from-end", 5);
    private static readonly int Part = Names.Add("part");
    private static readonly int Inverse = Names.Add("inverse-position");
    private static readonly int FromOwn = Names.Add("from-own", 9);
    private static readonly int FromStatement = Names.Add("from-statement", 9);

    private static readonly int Own = Names.AddCues("has");
    private static readonly int Before = Names.AddCues("after");
    private static readonly int After = Names.AddCues("before");
    private static readonly int First = Names.Add("first");
    private static readonly int Last = Names.Add("last");

    private static readonly int Length = Names.Add("length");
    private static readonly int Length2 = Names.Add("length-squared");
    private static readonly int LogLength = Names.Add("log-length");
    private static readonly int LengthOver = Names.Add("length-over", 8);
    private static readonly int LengthToMean = Names.Add("length-to-mean");

    private static readonly int Title = Names.Add("title-cosine");
    private static readonly int TitleAbove = Names.Add("title-cosine-above-mean");
    private static readonly int TitleBest = Names.Add("title-cosine-best");
    private static readonly int TitleRecall = Names.Add("title-recall");
    private static readonly int TitlePrecision = Names.Add("title-precision");
    private static readonly int TitlePairs = Names.Add("title-pairs");
    private static readonly int Centre = Names.Add("centrality");
    private static readonly int CentreAbove = Names.Add("centrality-above-mean");
    private static readonly int CentreBest = Names.Add("centrality-best");

    private static readonly int Common = Names.Add("common-words");
    private static readonly int Rarity = Names.Add("rarity");
    private static readonly int Frequency = Names.Add("frequency");
    private static readonly int Distinct = Names.Add("distinct");

    private static readonly int Expected = Names.Add("expected");
    private static readonly int ExpectedShort = Names.Add("expected-of-short");
    private static readonly int ExpectedLong = Names.Add("expected-of-long");
    private static readonly int ExpectedAbove = Names.Add("expected-above-mean");
    private static readonly int ExpectedBelow = Names.Add("expected-below-best");
    private static readonly int ExpectedRank = Names.Add("expected-rank", 4);
    private static readonly int ExpectedRecall = Names.Add("expected-recall");
    private static readonly int ExpectedPrecision = Names.Add("expected-precision");

    public static IReadOnlyList<string> All => Names.All;

    /// <summary>The features of one sentence.</summary>
    /// <param name="read">Its abstract.</param>
    /// <param name="likeness">How the sentences are like the title, each other, and the expected summary.</param>
    /// <param name="sentence">Its number.</param>
    /// <param name="row">Takes them.</param>
    public static void Write(ReadAbstract read, Likeness likeness, int sentence, FeatureRow row)
    {
        WritePosition(read, sentence, row);
        WriteCues(read, sentence, row);
        WriteLength(read, sentence, row);
        WriteTitle(read, likeness, sentence, row);
        WriteWords(read, sentence, row);
        WriteExpected(likeness, sentence, row);
    }

    private static void WritePosition(ReadAbstract read, int sentence, FeatureRow row)
    {
        var count = read.Sentences;
        row.Add(Position + Math.Min(sentence, 8));
        row.Add(Fifth + 5 * sentence / count);
        row.Add(FromEnd + Math.Min(count - 1 - sentence, 4));
        row.Add(Part, (double)sentence / Math.Max(1, count - 1));
        row.Add(Inverse, 1.0 / (1 + sentence));
        row.Add(FromOwn + Distance(sentence, read.FirstOwn));
        row.Add(FromStatement + Distance(sentence, read.FirstStatement));
    }

    private static int Distance(int sentence, int from) => from < 0 ? 8 : 3 + Math.Clamp(sentence - from, -3, 4);

    private static void WriteCues(ReadAbstract read, int sentence, FeatureRow row)
    {
        WriteCues(read.Cues(sentence), Own, row);
        row.AddIf(sentence == 0, First);
        row.AddIf(sentence == read.Sentences - 1, Last);
        if (sentence > 0)
        {
            WriteCues(read.Cues(sentence - 1), Before, row);
        }

        if (sentence < read.Sentences - 1)
        {
            WriteCues(read.Cues(sentence + 1), After, row);
        }
    }

    private static void WriteCues(ulong cues, int first, FeatureRow row)
    {
        for (; cues != 0; cues &= cues - 1)
        {
            row.Add(first + BitOperations.TrailingZeroCount(cues));
        }
    }

    private static void WriteLength(ReadAbstract read, int sentence, FeatureRow row)
    {
        var length = read.Sentence(sentence).Length;
        var all = 0;
        for (var number = 0; number < read.Sentences; number++)
        {
            all += read.Sentence(number).Length;
        }

        row.Add(Length, length / 20.0);
        row.Add(Length2, length / 20.0 * (length / 20.0));
        row.Add(LogLength, Logarithm.Of(1 + length));
        row.Add(LengthToMean, (double)length * read.Sentences / Math.Max(1, all));
        for (var over = 0; over < LengthsOver.Length; over++)
        {
            row.AddIf(length > LengthsOver[over], LengthOver + over);
        }
    }

    private static void WriteTitle(ReadAbstract read, Likeness likeness, int sentence, FeatureRow row)
    {
        var (title, centre) = (likeness.ToTitle, likeness.ToOthers);
        row.Add(Title, title[sentence]);
        row.Add(TitleAbove, title[sentence] - title.Average());
        row.AddIf(title[sentence] > 0 && title[sentence] == title.Max(), TitleBest);
        row.Add(Centre, centre[sentence]);
        row.Add(CentreAbove, centre[sentence] - centre.Average());
        row.AddIf(centre[sentence] == centre.Max(), CentreBest);
        row.Add(TitlePairs, TitleOverlap.Pairs(read, sentence));
        row.Add(TitleRecall, TitleOverlap.Recall(read, sentence));
        row.Add(TitlePrecision, TitleOverlap.Precision(read, sentence));
    }

    private static void WriteWords(ReadAbstract read, int sentence, FeatureRow row)
    {
        var (common, rarity, frequency, distinct) = (0, 0.0, 0.0, 0);
        var words = read.Sentence(sentence);
        for (var at = 0; at < words.Length; at++)
        {
            var word = read.Words[words[at]];
            distinct += words[..at].Contains(words[at]) ? 0 : 1;
            common += word.IsCommon ? 1 : 0;
            rarity += word.IsCommon ? 0 : word.Rarity;
            frequency += word.IsCommon ? 0 : Logarithm.Of(word.Count);
        }

        var others = Math.Max(1, words.Length - common);
        row.Add(Common, (double)common / Math.Max(1, words.Length));
        row.Add(Rarity, rarity / others / 5);
        row.Add(Frequency, frequency / others);
        row.Add(Distinct, (double)distinct / Math.Max(1, words.Length));
    }

    private static void WriteExpected(Likeness likeness, int sentence, FeatureRow row)
    {
        var expected = likeness.ToSummary;
        var own = expected[sentence];
        row.Add(Expected, 5 * own);
        row.Add(ExpectedShort, 5 * likeness.ToShortSummary[sentence]);
        row.Add(ExpectedLong, 5 * likeness.ToLongSummary[sentence]);
        row.Add(ExpectedAbove, 5 * (own - expected.Average()));
        row.Add(ExpectedBelow, 5 * (own - expected.Max()));
        row.Add(ExpectedRank + Math.Min(3, expected.Count(other => other > own)));
        row.Add(ExpectedRecall, 3 * likeness.Recall[sentence]);
        row.Add(ExpectedPrecision, 5 * likeness.Precision[sentence]);
    }
}
