using System.Globalization;
using System.Text.RegularExpressions;

namespace Sheaf.Curation.Readers;

/// <summary>
/// Whether a reference stands in running prose: in a sentence that goes on behind it, or that ends with it and has the words that sentences
/// have. A line that is a title, a byline or a label with its links is none. In doubt it is none, too: an entry too many is seen by the
/// editor, a paper too few is not.
/// </summary>
internal sealed partial class RunningProse(ListPage page)
{
    /// <summary>How far a sentence is looked at on either side.</summary>
    private const int Reach = 400;

    /// <summary>No title, with its authors, has more words.</summary>
    private const int LongestEntry = 60;

    /// <summary>A shorter line is not broken by its width.</summary>
    private const int NarrowestText = 45;

    /// <param name="line">From 0.</param>
    /// <param name="textBefore">What stands before the reference on its line.</param>
    /// <param name="textAfter">What stands behind it there.</param>
    /// <param name="isLabelled">Whether the reference is a link on a label, as those at the end of an entry are.</param>
    /// <param name="isLowerLink">Whether the reference is a link on words like <c>this paper</c>.</param>
    public bool Holds(int line, string textBefore, string textAfter, bool isLabelled = false, bool isLowerLink = false)
    {
        var above = Above(line);
        var before = Shown(above + Last(textBefore));
        var after = Shown(First(textAfter) + Below(line)).TrimStart(Closing).TrimEnd();
        var words = Count(before);
        if (IsTakenFrom(before))
        {
            return true;
        }

        var isPointer = Pointer().IsMatch(before);
        var isTitle = above.Length == 0 && IsTitle(before);
        return GoesOn(after, words, isPointer, isTitle, before) || isPointer || EndsWith(before, after, words, isLowerLink)
            || (!(isLabelled && Decoration.Read(First(textBefore)).IsTitled) && (words > LongestEntry || Sentences(before) >= 2));
    }

    /// <summary>Whether a line that begins with a reference goes on a sentence of the line above.</summary>
    public bool GoesOnFromAbove(int line, string textAfter) =>
        line > 0 && page[line - 1].Text.TrimEnd() is { Length: >= NarrowestText } above && IsText(line - 1) && !EndsSentence(above) && Count(Shown(above)) >= 4
        && First(textAfter).TrimStart(Closing) is var after
        && (FunctionWord().IsMatch(above) ? after.Length == 0 || IsTerminal(after[0]) || Continuing(after) : Continuing(after) && HasSentenceWord(Shown(above)));

    /// <summary>The sentence goes on: <c>We also liked LINK a lot.</c></summary>
    private static bool GoesOn(string after, int words, bool isPointer, bool isTitle, string before) =>
        Continuing(after)
        && (((words >= 2 || isPointer) && !isTitle && EndsSentence(after)) || (words >= 3 && Count(after) >= 2 && HasSentenceWord(before)));

    /// <summary>The sentence ends with the reference: <c>We also liked this paper.</c></summary>
    private static bool EndsWith(string before, string after, int words, bool isLowerLink)
    {
        var bare = before.TrimEnd(Opening);
        var isSetOff = bare.Length > 0 && ",;:|–—-→=.\uff1a\uff0c".Contains(bare[^1]);
        var isWide = bare.Length > 0 && "。!?".Contains(bare[^1]);
        var isEnd = after.Length > 0 && IsTerminal(after[0]);
        return (isEnd && words >= 3 && !isSetOff && (FunctionWord().IsMatch(bare) || isLowerLink || HasSentenceWord(before)))
            || (isEnd && after[0] == '。' && words >= 3)
            || (isWide && words >= 4)
            || (words >= 4 && bare.EndsWith('.') && bare.Length < before.TrimEnd().Length && HasSentenceWord(before));
    }

    private string Above(int line)
    {
        var text = "";
        for (var at = line; at > 0 && text.Length < Reach && Wraps(at - 1); at--)
        {
            text = $"{Last(page[at - 1].Text).Trim()} {text}";
        }

        return text;
    }

    private string Below(int line)
    {
        var text = "";
        for (var at = line; text.Length < Reach && Wraps(at); at++)
        {
            text += $" {First(page[at + 1].Text).Trim()}";
        }

        return text;
    }

    /// <summary>Whether a line of a paragraph was broken by its width, within a sentence.</summary>
    private bool Wraps(int line)
    {
        if (line + 1 >= page.Count || !IsText(line) || !IsText(line + 1) || page[line].Text.EndsWith("  ", StringComparison.Ordinal))
        {
            return false;
        }

        var (text, next) = (page[line].Text.TrimEnd(), page[line + 1].Text.TrimStart().TrimStart(Opening));
        return text.Length >= NarrowestText && !EndsSentence(text) && !text.EndsWith('\\') && next.Length > 0
            && (char.IsLower(next[0]) || text.EndsWith(',') || FunctionWord().IsMatch(text));
    }

    private bool IsText(int line) =>
        !page[line].IsBlank && !page[line].IsComment && !page.IsItem(line) && !page.IsRow(line) && page.HeadingLevel(line) is null && page.UnderlineLevel(line) is null;

    private static bool IsTakenFrom(string before) => TakenFrom().IsMatch(before) || Caption().IsMatch(before);

    /// <summary>Whether a text goes on the sentence before it, and is no byline or venue.</summary>
    private static bool Continuing(string after)
    {
        var text = InParentheses().Replace(after, "", 1).TrimStart(Closing).TrimStart(',', '\uff0c', ' ');
        return text.Length > 0 && !Byline().IsMatch(text)
            && (char.IsLower(text[0]) || (char.GetUnicodeCategory(text[0]) == UnicodeCategory.OtherLetter && Count(text) >= 2));
    }

    private static bool IsTitle(string before) =>
        before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 4 && char.IsLetter(word[0])).ToList() is { Count: >= 1 } longer
        && longer.TrueForAll(word => char.IsUpper(word[0])) && !HasSentenceWord(before) && Count(before) <= 20;

    private static int Sentences(string before) => SentenceEnd().Split(before).Count(sentence => Count(sentence) >= 4 && HasSentenceWord(sentence));

    private static bool HasSentenceWord(string text) => SentenceWord().IsMatch(text) || OpeningWord().IsMatch(text);

    private static bool EndsSentence(string text) => text.TrimEnd(Closing) is { Length: > 0 } bare && IsTerminal(bare[^1]) && !Abbreviation().IsMatch(bare);

    private static bool IsTerminal(char character) => character is '.' or '!' or '?' or '。' or '\uff01' or '\uff1f' or '…';

    /// <summary>Words as they are read: without addresses and marks. Scripts without blanks have some two letters a word.</summary>
    private static int Count(string text)
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

    private static string Shown(string text) => Target().Replace(Address().Replace(text, ""), "]").Replace("*", "", StringComparison.Ordinal);

    private static string Last(string text) => text.Length > Reach ? text[^Reach..] : text;

    private static string First(string text) => text.Length > Reach ? text[..Reach] : text;

    private static readonly char[] Opening = [' ', '\t', '\u00a0', '(', '[', '<', '{', '"', '“', '‘', '\'', '*', '_', '`', '\uff08', '「', '《'];

    private static readonly char[] Closing = [' ', '\t', '\u00a0', ')', ']', '>', '}', '"', '”', '’', '\'', '*', '_', '`', '\uff09', '」', '》'];

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(https?://|www\.)[^\s()\[\]<>]{1,500}", AnyCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"\]\([^()\[\]]{0,500}\)")]
    private static partial Regex Target();

    // from the gear paper: LINK
    [GeneratedRegex(@"\b(from|aus|tirée? de)\s(\S{1,40}\s){0,6}(paper|article|preprint|report|work|study|artikel|arbeit)\W*\z|(来自|出自|摘自|取自)[^。]{0,30}(论文|文章)?\W*\z", AnyCase)]
    private static partial Regex TakenFrom();

    [GeneratedRegex(@"^\W*(annotated |adapted |modified )?(figure|fig\.|image|picture|screenshot|diagram|chart|table|abbildung|quelle der abbildung|图)\b.{0,300}\b(from|source|adapted|taken|via|by|aus)\b", AnyCase)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^\W*(see|see also|cf\.?|compare|siehe|vgl\.?|voir|ver|参见|详见|见)[\s(\[]*\z", AnyCase)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"(?<!\p{L})(in|of|by|see|from|with|the|a|an|and|as|for|on|via|is|are|was|this|that|these|called|paper|to|than|or|von|in|aus|der|die|das|dem|den|und|siehe|mit|dans|de|la|le|les|du|des|et|voir|en|el|los|y|del|con)[\s(\[]*\z", AnyCase)]
    private static partial Regex FunctionWord();

    [GeneratedRegex(@"(?<!\p{L})(we|our|us|my|they|their|its|this|these|those|which|who|was|were|has|have|had|been|also|see|however|there|would|should|could|did|does|liked|proposed|propose|introduced|showed|shown|recently|wir|ich|ist|sind|wurde|wurden|haben|hat|auch|dieses|diese|siehe|dass|nous|ils|elles|est|sont|cette|aussi|avons|nosotros|esta|este|también|hemos|também|são|anche|sono|questo|abbiamo|wij|ook|zijn)(?!\p{L})", Options)]
    private static partial Regex SentenceWord();

    [GeneratedRegex(@"(^\W*|[.!?]\s+)(We|I|They|It|This|These|Those|There|Here|Our|My|However|In|See|For|Recently|Wir|Ich|Siehe|Nous|Je|Voir|Il|Este|Esta)(?!\p{L})", Options)]
    private static partial Regex OpeningWord();

    [GeneratedRegex(@"(?<=[.!?])\s+(?=\p{Lu})|(?<=[。!?])", Options)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(\b(al|vs|cf|e\.g|i\.e|eds?|pp|vol|no|fig)|\b\p{Lu})\.\z", AnyCase)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"^\s*[(\uff08\[][^()\[\]\uff08\uff09]{0,80}[)\uff09\]]", Options)]
    private static partial Regex InParentheses();

    [GeneratedRegex(@"^(by|von|par|por|di|et al|v[0-9]|pp?\.|vol\.?|in:)(?!\p{L})", AnyCase)]
    private static partial Regex Byline();
}
