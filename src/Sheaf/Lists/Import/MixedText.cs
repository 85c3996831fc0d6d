using System.Text.RegularExpressions;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Markdown;

namespace Sheaf.Lists.Import;

/// <summary>
/// A text in which formats are mixed: a list with entries of BibTeX in it, a bibliography with records of RIS behind it, a table in notes.
/// It is divided into blocks of whole lines, each in one format.
/// </summary>
internal sealed partial class MixedText
{
    private readonly List<MarkdownLine> _lines;
    private readonly ListFormat[] _formats;
    private readonly bool[] _isCode;

    private MixedText(ListFormat main, string text)
    {
        _lines = MarkdownLine.Split(text);
        _formats = [.. Enumerable.Repeat(main, _lines.Count)];
        _isCode = new bool[_lines.Count];
    }

    /// <summary>A part of the text.</summary>
    /// <param name="Format">What it is written in.</param>
    /// <param name="Text">Its lines.</param>
    /// <param name="LinesBefore">How many lines of the text stand before it.</param>
    internal sealed record Block(ListFormat Format, string Text, int LinesBefore);

    /// <summary>
    /// The blocks in other formats, and the text with empty lines in their place. Code is no block: whoever prints it shows how to cite.
    /// </summary>
    public static (IReadOnlyList<Block> Blocks, string Around) Divide(ListFormat main, string text)
    {
        if (main is not (ListFormat.Text or ListFormat.Bibtex or ListFormat.Ris))
        {
            return ([], text);
        }

        var mixed = new MixedText(main, text);
        mixed.Mark(main);
        var blocks = mixed.Blocks(main).ToList();
        return (blocks, blocks.Count == 0 ? text
            : string.Join('\n', mixed._lines.Select((line, at) => mixed._formats[at] == main ? line.Text : "")));
    }

    private void Mark(ListFormat main)
    {
        if (main == ListFormat.Text)
        {
            Array.Fill(_isCode, true);
            foreach (var line in FencedCode.Without(_lines))
            {
                _isCode[line.Number - 1] = false;
            }
        }

        var isRecord = new bool[_lines.Count];
        for (var line = 0; line < _lines.Count; line++)
        {
            var (format, end) = _isCode[line] ? (main, line)
                : Entry().IsMatch(_lines[line].Text) ? (ListFormat.Bibtex, EndOfEntry(line))
                : RisReader.BeginsRecord(_lines[line].Text) ? (ListFormat.Ris, EndOfRis(line))
                : main == ListFormat.Text && BeginsTable(line) ? (ListFormat.Csv, EndOfTable(line))
                : (main, line);
            if (end > line)
            {
                line = format == ListFormat.Ris ? BeginOfRis(line) : line;
                Array.Fill(_formats, format, line, end - line);
                Array.Fill(isRecord, true, line, end - line);
                line = end - 1;
            }
        }

        if (main != ListFormat.Text && Array.IndexOf(isRecord, true) >= 0)
        {
            MarkLists(isRecord);
        }
    }

    /// <summary>What stands between records and has items that name papers is a list.</summary>
    private void MarkLists(bool[] isRecord)
    {
        for (var line = 0; line < _lines.Count; line++)
        {
            var end = line;
            while (end < _lines.Count && !isRecord[end])
            {
                end++;
            }

            var lines = _lines.GetRange(line, end - line);
            if (lines.Exists(NamesPaper) && !lines.Exists(one => BeginsField().IsMatch(one.Text)))
            {
                Array.Fill(_formats, ListFormat.Text, line, end - line);
            }

            line = end;
        }
    }

    private static bool NamesPaper(MarkdownLine line) =>
        line.IsMarkdownItem && line.Indent <= MarkdownLine.MostIndent && IdentifierFinder.Find(line.ItemText!).Count > 0;

    private IEnumerable<Block> Blocks(ListFormat main)
    {
        for (var line = 0; line < _lines.Count;)
        {
            // Nothing but empty lines divides blocks of one format: what the first entry abbreviates, the second may use.
            var (format, begin, end) = (_formats[line], line, line);
            for (; line < _lines.Count && (_formats[line] == format || format != main && _lines[line].IsWhiteSpace); line++)
            {
                end = _formats[line] == format ? line + 1 : end;
            }

            line = end;
            if (format != main)
            {
                yield return new(format, string.Join('\n', _lines.Skip(begin).Take(end - begin).Select(one => one.Text)), begin);
            }
        }
    }

    /// <summary>
    /// Behind the line in which its braces are closed; where they are not, before the next entry or the first empty line.
    /// </summary>
    private int EndOfEntry(int begin)
    {
        var (depth, empty) = (0, _lines.Count);
        for (var line = begin; line < _lines.Count && (line == begin || !Entry().IsMatch(_lines[line].Text)); line++)
        {
            depth += _lines[line].Text.AsSpan().Count('{') + _lines[line].Text.AsSpan().Count('(')
                - _lines[line].Text.AsSpan().Count('}') - _lines[line].Text.AsSpan().Count(')');
            if (depth <= 0)
            {
                return line + 1;
            }

            empty = _lines[line].IsWhiteSpace ? Math.Min(empty, line) : empty;
            if (line + 1 < _lines.Count && Entry().IsMatch(_lines[line + 1].Text))
            {
                return Math.Min(empty, line + 1);
            }
        }

        return empty;
    }

    private int BeginOfRis(int line)
    {
        while (line > 0 && _formats[line - 1] != ListFormat.Ris && RisReader.IsTagged(_lines[line - 1].Text))
        {
            line--;
        }

        return line;
    }

    /// <summary>Behind the last line that ends a record, or that is tagged where none does.</summary>
    private int EndOfRis(int begin)
    {
        var end = begin + 1;
        for (var line = begin; line < _lines.Count && !Entry().IsMatch(_lines[line].Text); line++)
        {
            if (RisReader.EndsRecord(_lines[line].Text))
            {
                return line + 1;
            }

            if (line > begin && RisReader.BeginsRecord(_lines[line].Text))
            {
                return line;
            }

            end = RisReader.IsTagged(_lines[line].Text) ? line + 1 : end;
        }

        return end;
    }

    private bool BeginsTable(int line) =>
        (line == 0 || _lines[line - 1].IsWhiteSpace) && line + 1 < _lines.Count && !_lines[line + 1].IsWhiteSpace
        && _lines[line].Text.Length <= 300 && CsvColumns.AreNamedIn($"{_lines[line].Text}\n{_lines[line + 1].Text}")
        && _lines[line + 1].Text.Contains(CsvColumns.SeparatorOf(_lines[line].Text), StringComparison.Ordinal);

    private int EndOfTable(int line)
    {
        while (line < _lines.Count && !_lines[line].IsWhiteSpace)
        {
            line++;
        }

        return line;
    }

    [GeneratedRegex(@"^[ \t]{0,3}@[a-zA-Z]{3,40}\s{0,20}[{(]\s{0,20}[^\s,{}()=]{0,200},", RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\s*([a-zA-Z_-]{2,30}\s*=|\}|%)", RegexOptions.ExplicitCapture)]
    private static partial Regex BeginsField();
}
