using System.Globalization;
using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

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
        var before = Sentences.Read(above + Last(textBefore));
        var after = Sentences.Read(First(textAfter) + Below(line)).TrimStart(Sentences.Closing).TrimEnd();
        var words = Sentences.Words(before);
        if (IsTakenFrom(before))
        {
            return true;
        }

        var isPointer = Pointer().IsMatch(before);
        var isTitle = above.Length == 0 && IsTitle(before);
        return GoesOn(after, words, isPointer, isTitle, before) || isPointer || EndsWith(before, after, words, isLowerLink)
            || (!(isLabelled && EntryPrefix.Read(First(textBefore)).IsTitled) && (words > LongestEntry || Sentences.CountIn(before) >= 2));
    }

    /// <summary>Whether a line that begins with a reference goes on a sentence of the line above.</summary>
    public bool GoesOnFromAbove(int line, string textAfter) =>
        line > 0 && page[line - 1].Text.TrimEnd() is { Length: >= NarrowestText } above && IsText(line - 1) && !Sentences.IsEnded(above)
            && Sentences.Words(Sentences.Read(above)) >= 4
        && First(textAfter).TrimStart(Sentences.Closing) is var after
        && (Sentences.IsOpenEnded(above) ? after.Length == 0 || Sentences.IsTerminal(after[0]) || Continuing(after) : Continuing(after)
            && Sentences.HasWord(Sentences.Read(above)));

    /// <summary>The sentence goes on: <c>We also liked LINK a lot.</c></summary>
    private static bool GoesOn(string after, int words, bool isPointer, bool isTitle, string before) =>
        Continuing(after)
        && (((words >= 2 || isPointer) && !isTitle && Sentences.IsEnded(after))
            || (Sentences.Begins(before) && Sentences.IsEnded(after))
            || (words >= 3 && Sentences.Words(after) >= 2
            && Sentences.HasWord(before)));

    /// <summary>The sentence ends with the reference: <c>We also liked this paper.</c></summary>
    private static bool EndsWith(string before, string after, int words, bool isLowerLink)
    {
        var bare = before.TrimEnd(Sentences.Opening);
        var isSetOff = bare.Length > 0 && ",;:|–—-→=.\uff1a\uff0c".Contains(bare[^1]);
        var isWide = bare.Length > 0 && "。!?".Contains(bare[^1]);
        var isEnd = after.Length > 0 && Sentences.IsTerminal(after[0]);
        return (isEnd && words >= 3 && !isSetOff && (Sentences.IsOpenEnded(bare) || isLowerLink || Sentences.HasWord(before)))
            || (isEnd && after[0] == '。' && words >= 3)
            || (isWide && words >= 4)
            || (words >= 4 && bare.EndsWith('.') && bare.Length < before.TrimEnd().Length && Sentences.HasWord(before));
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

        var (text, next) = (page[line].Text.TrimEnd(), page[line + 1].Text.TrimStart().TrimStart(Sentences.Opening));
        return text.Length >= NarrowestText && !Sentences.IsEnded(text) && !text.EndsWith('\\') && next.Length > 0
            && (char.IsLower(next[0]) || text.EndsWith(',') || Sentences.IsOpenEnded(text));
    }

    private bool IsText(int line) =>
        !page[line].IsWhiteSpace
            && !page[line].IsComment
            && !page.IsItem(line)
            && !page.IsRow(line)
            && page.HeadingLevel(line) is null
            && page.UnderlineLevel(line) is null;

    private static bool IsTakenFrom(string before) => TakenFrom().IsMatch(before) || Caption().IsMatch(before) || Owed().IsMatch(before);

    /// <summary>Whether a text goes on the sentence before it, and is no byline or venue.</summary>
    private static bool Continuing(string after)
    {
        var text = InParentheses().Replace(after, "", 1).TrimStart(Sentences.Closing).TrimStart(',', '\uff0c', ' ');
        return text.Length > 0 && !Byline().IsMatch(text)
            && (char.IsLower(text[0]) || (char.GetUnicodeCategory(text[0]) == UnicodeCategory.OtherLetter && Sentences.Words(text) >= 2));
    }

    private static bool IsTitle(string before) =>
        before.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 4 && char.IsLetter(word[0]))
            .ToList() is { Count: >= 1 } longer
        && longer.TrueForAll(word => char.IsUpper(word[0])) && !Sentences.HasWord(before) && Sentences.Words(before) <= 20;

    private static string Last(string text) => text.Length > Reach ? text[^Reach..] : text;

    private static string First(string text) => text.Length > Reach ? text[..Reach] : text;

    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // from the gear paper: LINK
    [GeneratedRegex(
        @"\b(from|aus|tirée? de)\s(\S{1,40}\s){0,6}(paper|article|preprint|report|work|study|artikel|arbeit)\W*\z|(来自|出自|摘自"
        + @"|取自)[^。]{0,30}(论文|文章)?\W*\z", AnyCase)]
    private static partial Regex TakenFrom();

    // Thanks to LINK for the idea. It extends LINK.
    [GeneratedRegex(
        @"^\W*(thanks? (go(es)? )?to|(it|this|that|which) (extends|follows|builds (up)?on|is based on|was based on)|(the )?slides (are"
        + @"|were) (based on|from|of)"
        + @"|based on|inspired by|(a )?follow-?up (to|of|on)|read more (in|at|on)|more (in|at|on))[\s(\[]*\z",
        AnyCase)]
    private static partial Regex Owed();

    [GeneratedRegex(
        @"^\W*(annotated |adapted |modified )?(figure|fig\.|image|picture|screenshot|diagram|chart|table|abbildung|quelle der abbildung"
        + @"|图)\b.{0,300}\b(from|source|adapted|taken|via|by|aus)\b", AnyCase)]
    private static partial Regex Caption();

    [GeneratedRegex(@"^\W*(see|see also|cf\.?|compare|siehe|vgl\.?|voir|ver|参见|详见|见)[\s(\[]*\z", AnyCase)]
    private static partial Regex Pointer();

    [GeneratedRegex(@"^\s*[(\uff08\[][^()\[\]\uff08\uff09]{0,80}[)\uff09\]]", Options)]
    private static partial Regex InParentheses();

    [GeneratedRegex(@"^(by|von|par|por|di|et al|v[0-9]|pp?\.|vol\.?|in:)(?!\p{L})", AnyCase)]
    private static partial Regex Byline();
}
