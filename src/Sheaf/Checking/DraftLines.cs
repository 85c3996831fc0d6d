using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Files;
using Sheaf.Languages;
using Sheaf.Markdown;

namespace Sheaf.Checking;

/// <summary>
/// The lines of a draft, and which of them are Sheaf's own and which a person's words. Formatters may have wrapped any of them: a line that
/// follows another without a blank one between goes on with what that one began.
/// </summary>
internal sealed partial class DraftLines(TextLines lines)
{
    /// <summary>A day as a draft of any language has it in an entry: <c>30 Apr</c>, <c>1er avr. 2020</c>, <c>4月30日</c>.</summary>
    private const string DayPattern =
        @"(([0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日|[0-9]{1,2}(er|\.)?[ \u00a0]\p{L}{3,5}\.?( [0-9]{4})?)";

    private readonly int[] _firsts = Firsts(lines);

    public IReadOnlyList<MarkdownLine> All => lines.All;

    /// <summary>
    /// The marks that a person is to take away, broken over lines or not: the line of each, and whether it ends a sentence taken from an
    /// abstract.
    /// </summary>
    public IEnumerable<(int Line, bool IsSuggestion)> Marks()
    {
        var text = string.Join('\n', lines.All.Select(line => line.Text));
        return Mark().Matches(text).Select(mark => (text.AsSpan(0, mark.Index).Count('\n') + 1, mark.Groups["suggested"].Success));
    }

    /// <summary>
    /// The change that takes away the mark behind a sentence; null where it is broken over lines, and a person must do it.
    /// </summary>
    public LineFix? Accepted(int number)
    {
        var line = lines.At(number)!;
        return WholeMark().Matches(line) is not [var mark] ? null
            : line.Trim() == mark.Value.Trim() ? new LineFix(line, null)
            : new LineFix(mark.Value, "");
    }

    /// <summary>Whether the line is a heading, a quotation, a byline or an entry's own line: what arXiv wrote, and not a person.</summary>
    public bool IsSheafs(int number) =>
        lines.Line(number) is { } line && (line.HeadingLevel > 0 || Link().IsMatch(line.Text) || IsQuotation(lines.Line(FirstOf(number))!));

    /// <summary>
    /// The text with each block whose link a formatter has wrapped onto a later line on its first line, and blank lines in place of the
    /// others, so that lines keep their numbers. Null where no link is wrapped, and where there is code, which has its own lines.
    /// </summary>
    public string? Unwrapped()
    {
        var text = lines.All.Select(line => line.Text).ToList();
        var isWrapped = false;
        for (int first = 1, next; first <= text.Count; first = next)
        {
            (var whole, next) = lines.Line(first) is { IsWhiteSpace: true } or { HeadingLevel: > 0 } ? ("", first + 1) : Whole(first);
            if (Enumerable.Range(first + 1, next - first - 1).Any(number => Link().IsMatch(text[number - 1])))
            {
                isWrapped = true;
                text[first - 1] = text[first - 1][..^text[first - 1].AsSpan().TrimStart(" \t").Length] + whole;
                Enumerable.Range(first, next - first - 1).ToList().ForEach(at => text[at] = "");
            }
        }

        return isWrapped && lines.All.All(line => line.Fence is null) ? string.Join('\n', text) : null;
    }

    /// <summary>
    /// Whether the entry on this line is a title, names, a day and a link, and nothing below it belongs to it. Lists by day and title
    /// (<c>8 Feb, Title, link</c>) have no words, and what a person puts into other shapes is their own affair.
    /// </summary>
    /// <param name="number">The line, from 1.</param>
    /// <param name="withMark">Whether it is bare even where a place for words is marked below it.</param>
    public bool IsBareEntry(int number, bool withMark = true)
    {
        var first = FirstOf(number);
        var (whole, next) = Whole(first);
        return Row().IsMatch(whole) ? !whole.Contains("<br>", StringComparison.Ordinal) || (withMark && EmptyCell().IsMatch(whole))
            : lines.Line(first)?.Marker is not null && Entry().IsMatch(whole) && !Day().IsMatch(whole) && !IsIndentedBelow(next, withMark);
    }

    /// <summary>Whether a mark on this line is below an entry's line, or in its row: those of papers in depth begin their lines.</summary>
    public bool IsOfEntry(int number) => lines.At(number) is [' ' or '\t' or '|', ..];

    /// <summary>
    /// Whether the section around this line, up to the next heading of its level, has anything that Sheaf does not put there itself.
    /// </summary>
    public bool HasWordsInSection(int number)
    {
        for (var at = Whole(FirstOf(number)).Next; lines.Line(at) is { HeadingLevel: not (1 or 2 or 3) } line;)
        {
            if (line is { IsWhiteSpace: false, HeadingLevel: 0, IsBreak: false, IsQuote: false, IsHtmlComment: false }
                && !IsOwn(line.Text))
            {
                return true;
            }

            at = line.IsWhiteSpace ? at + 1 : Whole(at).Next;
        }

        return false;
    }

    /// <summary>The line with which the block around a line begins.</summary>
    private int FirstOf(int number) => number <= _firsts.Length ? _firsts[number - 1] : number;

    private static int[] Firsts(TextLines lines)
    {
        var firsts = new int[lines.All.Count];
        for (var at = 0; at < firsts.Length; at++)
        {
            var goesOn = at > 0 && !Begins(lines.All[at]) && lines.All[at - 1] is { IsWhiteSpace: false, HeadingLevel: 0 };
            firsts[at] = goesOn ? firsts[at - 1] : at + 1;
        }

        return firsts;
    }

    /// <summary>The lines of a block as one, and the number of the line after it.</summary>
    private (string Text, int Next) Whole(int first)
    {
        var next = first + 1;
        while (lines.Line(next) is { IsWhiteSpace: false } line
            && (!Begins(line) || (IsQuotation(line) && IsQuotation(lines.Line(first)!))))
        {
            next++;
        }

        return (string.Join(' ', Enumerable.Range(first, next - first).Select(number => lines.At(number)!.Trim())), next);
    }

    /// <summary>Whether a block of its own begins here without a blank line before it.</summary>
    private static bool Begins(MarkdownLine line) =>
        line.Interrupts || line.IsItem || (line.IsRow && line.Indent <= MarkdownLine.MostIndent);

    /// <summary>Whether it is quoted, also within a list item.</summary>
    private static bool IsQuotation(MarkdownLine line) => line.Trimmed is ['>', ..];

    private bool IsIndentedBelow(int number, bool withMark)
    {
        while (lines.Line(number) is { } line && (line.IsWhiteSpace || (withMark && Empty().IsMatch(line.Text))))
        {
            number++;
        }

        return lines.At(number) is [' ' or '\t', ..];
    }

    [GeneratedRegex(@"<!--\s*((?<suggested>suggested)|write\s+here)\s*-->", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[ \t]+<!--\s*write\s+here\s*-->\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Empty();

    [GeneratedRegex(@"<br>\s*<!--\s*write\s+here\s*-->\s*\|", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyCell();

    [GeneratedRegex(@"[ \t]*<!--[ \t]*suggested[ \t]*-->", RegexOptions.CultureInvariant)]
    private static partial Regex WholeMark();

    /// <summary>An entry that ends with its link, or links its title and ends with its day.</summary>
    [GeneratedRegex(
        @"(\) *,? *<?https?://(\S*\.)?arxiv\.org/abs/\S+?>?"
            + $@"|\]\(<?https?://(\S*\.)?arxiv\.org/abs/[^)\s]+\).*\([^()]*?{DayPattern}\))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    [GeneratedRegex(
        @"^\| *[0-9]+\) .*\| *<?https?://(\S*\.)?arxiv\.org/abs/\S+ *\|$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex($@"^[-*+] {DayPattern}, ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Day();

    [GeneratedRegex(@"https?://(\S*\.)?arxiv\.org/abs/", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    /// <summary>Whether a line says of a paper in depth what Sheaf says there, in any language: its version, or a labelled fact.</summary>
    private static bool IsOwn(string text)
    {
        var line = text.AsSpan().TrimStart(' ');
        if (text.Length - line.Length > MarkdownLine.MostIndent)
        {
            return false;
        }

        foreach (var words in DraftLanguages.All.Select(language => language.Labels))
        {
            if (BeginsVersion(line, words) || BeginsFact(line, words))
            {
                return true;
            }
        }

        return false;
    }

    private static bool BeginsFact(ReadOnlySpan<char> line, LanguageLabels words) =>
        Follows(line, words.Code, $"{words.Colon}<http") || Follows(line, words.Project, $"{words.Colon}<http")
        || Follows(line, words.PublishedIn, words.Colon) || Follows(line, words.Tags, words.Colon);

    private static bool BeginsVersion(ReadOnlySpan<char> line, LanguageLabels words)
    {
        var (before, after) = words.Version.Split("{n}") is [var first, var last] ? (first, last) : (words.Version, "");
        if (!line.StartsWith(before, StringComparison.Ordinal))
        {
            return false;
        }

        var rest = line[before.Length..];
        var behind = rest.TrimStart("0123456789");
        return behind.Length < rest.Length && behind.StartsWith(after, StringComparison.Ordinal)
            && (Follows(behind, after, " · ") || Follows(behind, after, words.Withdrawn)
                || (words.OfDay.Split("{day}")[0] is var ofDay && Follows(behind, after, ofDay)
                    && behind[(after.Length + ofDay.Length)..] is [>= '0' and <= '9', ..]));
    }

    private static bool Follows(ReadOnlySpan<char> line, string word, string next) =>
        line.StartsWith(word, StringComparison.Ordinal) && line[word.Length..].StartsWith(next, StringComparison.Ordinal);
}

/// <summary>A file as lines that can be changed one by one, every other byte staying as it is.</summary>
internal sealed class TextLines
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<MarkdownLine> _lines;

    private TextLines(string text) => _lines = MarkdownLine.Split(text);

    public IReadOnlyList<MarkdownLine> All => _lines;

    /// <summary>Null where the bytes are not UTF-8: such a file is not to be changed.</summary>
    public static TextLines? Of(ReadOnlyMemory<byte> content)
    {
        try
        {
            return new TextLines(Strict.GetString(content.Span));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The line of a number; null where there is none.</summary>
    public MarkdownLine? Line(int number) => number >= 1 && number <= _lines.Count ? _lines[number - 1] : null;

    /// <summary>As <see cref="Line"/>, without its ending.</summary>
    public string? At(int number) => Line(number)?.Text;

    /// <summary>Whether the line after it is indented: then it belongs to it.</summary>
    public bool IsContinued(int number) => At(number + 1) is [' ' or '\t', ..] next && !string.IsNullOrWhiteSpace(next);

    /// <summary>The number of the line that says this; null where there is none, or more than one.</summary>
    public int? OnlyLine(string text) => _lines.Where(line => line.Text == text).Take(2).ToList() is [var only] ? only.Number : null;

    /// <summary>The change to the text; null where what it speaks of does not stand on the line exactly once.</summary>
    public Splice? Splice(int number, LineFix fix)
    {
        if (At(number) is not { } text || text.IndexOf(fix.Old, StringComparison.Ordinal) is var at
            && (at < 0 || text.IndexOf(fix.Old, at + 1, StringComparison.Ordinal) >= 0))
        {
            return null;
        }

        var line = _lines[number - 1];
        return fix.New is null ? new(line.Start, line.Next - line.Start, "") : new(line.Start + at, fix.Old.Length, fix.New);
    }
}
