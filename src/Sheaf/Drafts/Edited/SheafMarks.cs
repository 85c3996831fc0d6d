using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Drafts.Merging;
using Sheaf.Markdown;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// What Sheaf puts into drafts for their editor alone: comments behind suggested sentences and where words are to be written, and the one
/// in which a base remembers what was deleted. They are read however a formatter has broken them over lines.
/// </summary>
internal static partial class SheafMarks
{
    private const string Open = "<!--";
    private const string Close = "-->";

    /// <summary>
    /// The text without the marks and what they alone take up: a line of their own with the blank lines before it, the <c>&lt;br></c> in
    /// a table's row. Every other character stays. In code a mark is text. What stands in a comment of the editor's stays as it is, but
    /// that a mark there ends the comment and has no more words.
    /// </summary>
    public static string Without(string text)
    {
        var marks = new List<(int Start, int End)>();
        var start = 0;
        foreach (var block in MarkdownOutlineParser.Read<EditedIndex>(text).Blocks)
        {
            start += block.Gap.Length;
            if (block.Kind is not (BlockKind.Code or BlockKind.FrontMatter))
            {
                marks.AddRange(Find(block).Select(mark => (start + mark.Start, start + mark.End)));
            }

            start += block.Text.Length;
        }

        return marks.Count == 0 ? text : Cut(text, marks);
    }

    /// <summary>The marks of a block; of one that ends a comment of the editor's, all but its end.</summary>
    private static IEnumerable<(int Start, int End)> Find(Block block)
    {
        var text = block.Text;
        var (code, span, close) = (CodeOf(text), 0, 0);
        for (var at = Next(text, Open, 0); at >= 0; at = Next(text, Open, at))
        {
            while (span < code.Count && code[span].End <= at)
            {
                span++;
            }

            if (span < code.Count && code[span].Start <= at)
            {
                at = code[span].End;
            }
            else if (Mark().Match(text, at) is { Success: true } mark)
            {
                yield return (at, at + mark.Length);
                at += mark.Length;
            }
            else if (CloseAfter(at + Open.Length) && IsComment(block, at, close))
            {
                var end = close + Close.Length;
                if (EndOfMark().Match(text, at, end - at) is { Success: true } inside)
                {
                    yield return (inside.Index, close);
                }

                at = end;
            }
            else
            {
                at += Open.Length;
            }
        }

        // One that has been found is not sought again: foreign text may open a thousand and close one.
        bool CloseAfter(int from)
        {
            close = close >= 0 && close < from ? Next(text, Close, from) : close;
            return close >= 0;
        }
    }

    private static int Next(string text, string sign, int from) =>
        from >= text.Length ? -1 : text.IndexOf(sign, from, StringComparison.Ordinal);

    /// <summary>A comment within a line ends with its paragraph; one that begins a line goes on over blank lines.</summary>
    private static bool IsComment(Block block, int at, int close) =>
        block.Text.AsSpan(0, at).TrimEnd(" \t") is [] or [.., '\n' or '\r'] || !BlankLine().IsMatch(block.Text.AsSpan(at, close - at));

    /// <summary>Code in a block: between fences, and between backticks, which a paragraph's end leaves open.</summary>
    private static List<(int Start, int End)> CodeOf(string text)
    {
        var code = new List<(int, int)>();
        if (!text.AsSpan().ContainsAny('`', '~'))
        {
            return code;
        }

        (CodeFence Fence, int Start)? open = null;
        var paragraph = 0;
        foreach (var line in MarkdownLine.Split(text))
        {
            if (open is { } fenced)
            {
                if (line.Fence?.Closes(fenced.Fence) ?? false)
                {
                    code.Add((fenced.Start, line.End));
                    (open, paragraph) = (null, line.Next);
                }
            }
            else if (line.Fence is { } fence)
            {
                code.AddRange(SpansOf(text, paragraph, line.Start));
                open = (fence, line.Start);
            }
            else if (line.IsBlank)
            {
                code.AddRange(SpansOf(text, paragraph, line.Start));
                paragraph = line.Next;
            }
        }

        code.AddRange(open is { } unclosed ? [(unclosed.Start, text.Length)] : SpansOf(text, paragraph, text.Length));
        return code;
    }

    private static IEnumerable<(int Start, int End)> SpansOf(string text, int from, int to)
    {
        var last = new Dictionary<int, int>();
        var runs = new List<(int Start, int Length)>();
        for (var at = from; at < to;)
        {
            var run = text.AsSpan(at, to - at).IndexOfAnyExcept('`') is >= 0 and var length ? length : to - at;
            if (run > 0)
            {
                last[run] = at;
                runs.Add((at, run));
            }

            var next = text.AsSpan(at + run, to - at - run).IndexOf('`');
            at = next < 0 ? to : at + run + next;
        }

        var end = from;
        for (var at = 0; at < runs.Count; at++)
        {
            var run = runs[at];
            if (run.Start >= end && last[run.Length] > run.Start)
            {
                var close = runs.FindIndex(at + 1, other => other.Length == run.Length);
                end = runs[close].Start + run.Length;
                yield return (run.Start, end);
                at = close;
            }
        }
    }

    private static string Cut(string text, List<(int Start, int End)> marks)
    {
        var lines = MarkdownLine.Split(text);
        var rest = new StringBuilder(text.Length);
        var (written, at) = (0, 0);
        for (var mark = 0; mark < marks.Count; mark++)
        {
            var (start, end) = marks[mark];
            while (mark + 1 < marks.Count && text.AsSpan(end, marks[mark + 1].Start - end).IndexOfAnyExcept(" \t") < 0)
            {
                end = marks[++mark].End;
            }

            while (at + 1 < lines.Count && lines[at].Next <= start)
            {
                at++;
            }

            (start, end) = Taking(text, lines, at, start, end);
            rest.Append(text, written, Math.Max(0, start - written));
            written = Math.Max(written, end);
        }

        return rest.Append(text, written, text.Length - written).ToString();
    }

    /// <summary>What goes with marks.</summary>
    /// <param name="first">The line that they begin on.</param>
    private static (int Start, int End) Taking(string text, List<MarkdownLine> lines, int first, int start, int end)
    {
        var last = first;
        while (lines[last].Next < end)
        {
            last++;
        }

        if (start < lines[first].Start || text.AsSpan(lines[first].Start, start - lines[first].Start).IndexOfAnyExcept(" \t") >= 0
            || (end <= lines[last].End && text.AsSpan(end, lines[last].End - end).IndexOfAnyExcept(" \t") >= 0))
        {
            return (WithBlanksBefore(text, lines[first].Start, start, end), end);
        }

        var (isAfterBlank, isBeforeBlank) = (first == 0 || lines[first - 1].IsBlank, last + 1 == lines.Count || lines[last + 1].IsBlank);
        if (isAfterBlank && isBeforeBlank)
        {
            while (first > 0 && lines[first - 1].IsBlank)
            {
                first--;
            }

            return first == 0 ? (lines[0].Start, lines[last].Next) : (lines[first - 1].End, lines[last].End);
        }

        // What would run on without the mark between is kept apart by a blank line.
        return isAfterBlank || (!isBeforeBlank && (lines[last + 1].IsItem || lines[last + 1].HeadingLevel > 0))
            ? (lines[first].Start, lines[last].Next)
            : isBeforeBlank ? (lines[first - 1].End, lines[last].End)
            : (lines[first].Start, lines[last].End);
    }

    /// <summary>Two words are not to become one.</summary>
    private static int WithBlanksBefore(string text, int line, int start, int end)
    {
        if (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] != '|')
        {
            return start;
        }

        var rest = text.AsSpan(line, start - line).TrimEnd(" \t");
        return line + (rest.EndsWith("<br>", StringComparison.OrdinalIgnoreCase) ? rest[..^4].TrimEnd(" \t") : rest).Length;
    }

    [GeneratedRegex(
        @"\G<!--\s*(suggested|write\s+here|left\s+to\s+the\s+editor:[^;<>]*;\s+in\s+depth:[^;<>]*?)\s*-->",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();

    [GeneratedRegex(@"<!--\s*(suggested|write\s+here)\s*-->$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex EndOfMark();

    [GeneratedRegex(@"(\r\n?|\n)[ \t]*[\r\n]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BlankLine();
}
