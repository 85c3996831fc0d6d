using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>Which month the headings above each line of a list name. A line that is only a month is a heading as well.</summary>
internal sealed class HeadingMonths
{
    /// <summary>Lines that are no headings rank below all of them, items by their indent.</summary>
    private const int PlainLine = 7;

    private readonly List<(int Line, Month? Month)> _changes = [];
    private readonly Stack<(int Level, Month? Month, int? Year)> _above = new();

    private readonly bool _isOrg;

    public HeadingMonths(ListPage page)
    {
        _isOrg = Enumerable.Range(0, page.Count)
            .Any(line => page[line].Text.StartsWith("#+", StringComparison.Ordinal) || StarsBefore(page[line].Text) > 1);
        for (var line = 0; line < page.Count; line++)
        {
            if (LevelOf(page, line) is { } level)
            {
                Take(line, level, page.HeadingLevel(line) is not null ? page.HeadingText(line) : page[line].Text);
            }
        }
    }

    /// <summary>The month above a line; null where no heading names one.</summary>
    /// <param name="line">From 0.</param>
    public Month? Above(int line)
    {
        var (low, high) = (0, _changes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _changes[middle].Line <= line ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : _changes[low - 1].Month;
    }

    private void Take(int line, int level, string text)
    {
        while (_above.TryPeek(out var heading) && heading.Level >= level)
        {
            _above.Pop();
        }

        var around = _above.TryPeek(out var outer) ? outer : (Level: 0, Month: null, Year: null);
        var month = MonthInText.Read(text, around.Year) ?? around.Month;
        _above.Push((level, month, MonthInText.YearOf(text) ?? around.Year));
        _changes.Add((line, month));
    }

    /// <summary>The rank of a line that begins a part of the list; null for any other line.</summary>
    private int? LevelOf(ListPage page, int line)
    {
        if (page.HeadingLevel(line) is { } level)
        {
            return level;
        }

        if (page.UnderlineLevel(line) is { } underlined)
        {
            return underlined;
        }

        if (_isOrg && StarsBefore(page[line].Text) is > 0 and var stars)
        {
            return stars;
        }

        // An item that is a month holds those below it that are indented further.
        var isMonth = MonthInText.IsOnly(page.WordsOf(line));
        if (page.IsItem(line))
        {
            var rank = PlainLine + 1 + page[line].Indent;
            return isMonth || (_above.TryPeek(out var heading) && heading.Level > PlainLine && heading.Level >= rank) ? rank : null;
        }

        return isMonth ? PlainLine : null;
    }

    /// <summary>How many stars begin a line of org-mode: they make it a heading of that rank.</summary>
    private static int StarsBefore(string text) =>
        text.AsSpan().IndexOfAnyExcept('*') is > 0 and var stars && text[stars] == ' ' ? stars : 0;
}
