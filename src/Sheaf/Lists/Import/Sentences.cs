using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>What tells a sentence from a title, in the languages that lists come in: its words, its end, how many words it has.</summary>
internal static partial class Sentences
{
    /// <summary>What may stand before the first letter of a text.</summary>
    public static readonly char[] Opening =
        [' ', '\t', '\u00a0', '(', '[', '<', '{', '"', '“', '‘', '\'', '*', '_', '`', '\uff08', '「', '《'];

    /// <summary>What may stand between a reference and what follows it.</summary>
    public static readonly char[] Closing =
        [' ', '\t', '\u00a0', ')', ']', '>', '}', '"', '”', '’', '\'', '*', '_', '`', '\uff09', '」', '》'];

    /// <summary>How many whole sentences a text has.</summary>
    public static int CountIn(string before) => SentenceEnd().Split(before).Count(sentence => Words(sentence) >= 4 && HasWord(sentence));

    /// <summary>Whether it has a word that sentences have and titles rarely do.</summary>
    public static bool HasWord(string text) => SentenceWord().IsMatch(text) || OpeningWord().IsMatch(text);

    /// <summary>Whether it ends as a sentence does.</summary>
    public static bool IsEnded(string text) => text.TrimEnd(Closing) is { Length: > 0 } bare && IsTerminal(bare[^1])
        && !Abbreviation().IsMatch(bare);

    public static bool IsTerminal(char character) => character is '.' or '!' or '?' or '。' or '\uff01' or '\uff1f' or '…';

    /// <summary>Words as they are read: without addresses and marks. Scripts without blanks have some two letters a word.</summary>
    public static int Words(string text)
    {
        var (count, wide, isInWord) = (0, 0, false);
        foreach (var character in text)
        {
            var isWide = character is >= '\u3040' and <= '\u9fff';
            wide += isWide ? 1 : 0;
            var isLetter = char.IsLetterOrDigit(character) && !isWide;
            count += isLetter && !isInWord ? 1 : 0;
            isInWord = isLetter || (isInWord && character is '-' or '\'' or '’' or '.');
        }

        return count + ((wide + 1) / 2);
    }

    /// <summary>A text as it is read: without addresses and bold print.</summary>
    public static string Read(string text) => Target().Replace(Address().Replace(text, ""), "]").Replace("*", "", StringComparison.Ordinal);

    /// <summary>Whether it ends with a word after which a sentence must go on.</summary>
    public static bool IsOpenEnded(string text) => FunctionWord().IsMatch(text);

    /// <summary>Whether it is only the word that joins a sentence to those before it: <c>Also LINK was mentioned.</c></summary>
    public static bool Begins(string text) => JoiningWord().IsMatch(text);

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(https?://|www\.)[^\s()\[\]<>]{1,500}", AnyCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\]\([^()\[\]]{0,500}\)")]
    private static partial Regex Target();

    [GeneratedRegex(
        @"(?<!\p{L})(in|of|by|see|from|with|the|a|an|and|as|for|on|via|is|are|was|this|that|these|called|paper|to|than"
            + @"|or|von|in|aus|der|die|das|dem|den|und|siehe|mit|dans|de|la|le|les|du|des|et|voir|en|el|los|y|del|con)[\s(\[]*\z",
        AnyCase)]
    private static partial Regex FunctionWord();

    [GeneratedRegex(
        @"(?<!\p{L})(we|our|us|my|they|their|its|this|these|those|which|who|was|were|has|have|had|been|also|see|however"
            + @"|there|would|should|could|did|does|liked|proposed|propose|introduced|showed|shown|recently|wir|ich|ist|sind"
            + @"|wurde|wurden|haben|hat|auch|dieses|diese|siehe|dass|nous|ils|elles|est|sont|cette|aussi|avons|nosotros|esta"
            + @"|este|también|hemos|também|são|anche|sono|questo|abbiamo|wij|ook|zijn)(?!\p{L})",
        Options)]
    private static partial Regex SentenceWord();

    [GeneratedRegex(
        @"(^\W*|[.!?]\s+)(We|I|They|It|This|These|Those|There|Here|Our|My|However|In|See|For|Recently|Wir|Ich|Siehe"
            + @"|Nous|Je|Voir|Il|Este|Esta)(?!\p{L})",
        Options)]
    private static partial Regex OpeningWord();

    [GeneratedRegex(
        @"^\W*(also|then|next|and|but|yet|so|now|today|yesterday|later|finally|moreover|meanwhile|similarly|likewise|again|further"
        + @"|furthermore"
            + @"|earlier|recently|however|maybe|perhaps|auch|dann|danach|ebenso|außerdem|gestern|heute|später|zuletzt|aussi|ensuite"
            + @"|puis|enfin|hier"
            + @"|también|luego|además|anche|poi|ook|daarna),?[\s(\[]*\z",
        AnyCase)]
    private static partial Regex JoiningWord();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})|(?<=[。!?])", Options)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(\b(al|vs|cf|e\.g|i\.e|eds?|pp|vol|no|fig)|\b\p{Lu})\.\z", AnyCase)]
    private static partial Regex Abbreviation();
}
