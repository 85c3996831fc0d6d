using System.Text.RegularExpressions;
using Sheaf.Markdown;

namespace Sheaf.Lists.Import;

/// <summary>The lines of a list, with the questions that the shapes of entries ask about the lines around one.</summary>
internal sealed partial class ListPage
{
    private readonly ShownText _shown;
    private readonly List<MarkdownLine> _lines;
    private readonly List<ReferenceMark>[] _marks;
    private readonly int[] _tableHeads;
    private readonly Dictionary<int, string?> _sections = [];

    public ListPage(ShownText shown)
    {
        _shown = shown;
        Text = shown.Text;
        _lines = MarkdownLine.Split(Text);
        _marks = [.. _lines.Select(line => line.IsWhiteSpace ? [] : ReferenceMark.FindAll(line.Text))];
        _tableHeads = new int[Count];
        for (var (line, head) = (0, -1); line < Count; line++)
        {
            head = _lines[line].IsTableRule ? line - 1 : _lines[line].IsWhiteSpace ? -1 : head;
            _tableHeads[line] = head;
        }

        NoteSections();
        IsOutline = _lines.Exists(line => OutlineMark().IsMatch(line.Text));
    }

    public string Text { get; }

    /// <summary>Whether it is in the markup of org-mode, where stars head a text and are no bullets.</summary>
    public bool IsOutline { get; }

    public int Count => _lines.Count;

    /// <param name="line">From 0, as all lines here.</param>
    public MarkdownLine this[int line] => _lines[line];

    public int StartOf(int line) => _lines[line].Start;

    /// <summary>The line of the file, from 1.</summary>
    public int LineInFile(int line, int column) => _shown.LineAt(_lines[line].Start + column);

    public bool HasReference(int line) => line >= 0 && line < Count && _marks[line].Count > 0;

    /// <summary>All references of a line, in order.</summary>
    public IReadOnlyList<ReferenceMark> MarksOf(int line) => _marks[line];

    /// <summary>The words of a line without the marker of a list item.</summary>
    public string WordsOf(int line) => _lines[line].ItemText ?? _lines[line].Text;

    public bool IsItem(int line) => _lines[line].ItemText is not null;

    /// <summary>Whether it is a row of a table.</summary>
    public bool IsRow(int line) => _lines[line].IsRow || _tableHeads[line] >= 0;

    /// <summary>The line that names the columns of the table around; null where none does.</summary>
    public int? TableHead(int line) => _tableHeads[line] >= 0 ? _tableHeads[line] : null;

    /// <summary>1 to 6; null where the line is no heading.</summary>
    public int? HeadingLevel(int line) => _lines[line].HeadingLevel is > 0 and var level ? level : null;

    /// <summary>The rank of a line that is underlined, as Markdown and reStructuredText mark headings; null for any other line.</summary>
    public int? UnderlineLevel(int line) =>
        line + 1 < Count
            && !_lines[line].IsWhiteSpace
            && !IsRow(line)
            && (line == 0 || _lines[line - 1].IsWhiteSpace || Underline().IsMatch(_lines[line - 1].Text))
            && Underline().IsMatch(_lines[line + 1].Text) && !Underline().IsMatch(_lines[line].Text)
            ? _lines[line + 1].Text.AsSpan().Trim()[0] switch { '=' or '#' => 1, '-' or '*' => 2, _ => 3 }
            : null;

    public string HeadingText(int line) => _lines[line].HeadingText;

    /// <summary>The nearest heading of a higher rank above a heading, as written; null where there is none but the file's title.</summary>
    public string? SectionAround(int heading) => _sections.GetValueOrDefault(heading);

    /// <summary>The line of text above this one, across at most one empty line; null where there is none.</summary>
    public int? Above(int line) => Beside(line, -1);

    /// <summary>The line of text below this one, across at most one empty line; null where there is none.</summary>
    public int? Below(int line) => Beside(line, 1);

    private void NoteSections()
    {
        var latest = new string?[7];
        for (var line = 0; line < Count; line++)
        {
            if (HeadingLevel(line) is { } level)
            {
                // A heading of the first level is the file's title.
                _sections[line] = latest.AsSpan(2..Math.Max(2, level)).ToArray().LastOrDefault(title => title is not null);
                latest[level] = HeadingText(line);
                Array.Clear(latest, level + 1, 6 - level);
            }
        }
    }

    private int? Beside(int line, int step)
    {
        var at = line + step;
        at += at >= 0 && at < Count && _lines[at].IsWhiteSpace ? step : 0;
        return at >= 0 && at < Count && !_lines[at].IsWhiteSpace && !_lines[at].IsComment ? at : null;
    }

    [GeneratedRegex(
        @"^(#\+[a-z_]+:|[ \t]*:properties:[ \t]*\z|\*{1,8} (TODO|DONE|NEXT|WAITING) )",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OutlineMark();

    [GeneratedRegex(@"^[ \t]{0,3}(={3,}|-{3,}|~{3,}|\^{3,}|\*{3,}|#{3,}|\+{3,})[ \t]*\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Underline();
}
