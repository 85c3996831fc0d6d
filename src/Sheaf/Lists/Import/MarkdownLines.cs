using System.Text;

namespace Sheaf.Lists.Import;

/// <summary>
/// Writes what a page shows as lines of Markdown. Text of the page cannot become markup: what could is put behind a backslash.
/// </summary>
/// <param name="keepsMarkdown">Whether the text is part of a Markdown text, whose markup means what it says.</param>
internal sealed class MarkdownLines(bool keepsMarkdown)
{
    private readonly ShownText _text = new();
    private string _prefix = "";
    private string? _address;
    private int _linkStart;
    private bool _hasWords;
    private bool _endsWithBlank;
    private int _lists;
    private int _line = 1;

    /// <summary>Whether a row of a table is being written: nothing breaks it.</summary>
    public bool IsInRow { get; private set; }

    public ShownText ToText()
    {
        Break();
        return _text;
    }

    /// <summary>Goes on to a line of the file; going back is ignored.</summary>
    public void GoTo(int line) => _line = Math.Max(_line, line);

    /// <summary>Text of the page: its white space is one blank, in a preformatted part its lines stay lines.</summary>
    public void Text(string data, bool isKept)
    {
        var word = new StringBuilder();
        foreach (var character in data)
        {
            if (character is not (' ' or '\t' or '\n' or '\r' or '\f' or '\u00a0'))
            {
                word.Append(IsMarkup(character) ? "\\" : "").Append(character);
                continue;
            }

            Write(word);
            if (character == '\n')
            {
                _line++;
            }

            if (character == '\n' && isKept)
            {
                Break();
            }
            else if (_hasWords && !_endsWithBlank)
            {
                _text.Append(" ", _line);
                _endsWithBlank = true;
            }
        }

        Write(word);
    }

    public void OpenLink(string address)
    {
        CloseLink();
        Write("[");
        _address = LinkMarkup.Target(address);
        _linkStart = _text.Length;
    }

    public void CloseLink()
    {
        if (_address is { } address)
        {
            _address = null;
            Write($"]({address})");
        }
    }

    /// <summary>Begins or ends bold print. In a link it is left out, since a title in bold is the same title.</summary>
    public void Bold()
    {
        if (_address is null)
        {
            Write("**");
        }
    }

    public void Heading(int level)
    {
        Break();
        _prefix = IsInRow ? _prefix : $"{new string('#', level)} ";
    }

    public void OpenList()
    {
        Break();
        _lists++;
        Continue();
    }

    public void CloseList()
    {
        Break();
        _lists = Math.Max(0, _lists - 1);
        Continue();
    }

    public void Item()
    {
        Break();
        _prefix = IsInRow ? _prefix : $"{new string(' ', 2 * Math.Max(0, _lists - 1))}- ";
    }

    /// <summary>Ends a heading or an item, with or without words.</summary>
    public void EndBlock()
    {
        Break();
        Continue();
    }

    public void OpenRow()
    {
        Break();
        IsInRow = true;
        _hasWords = false;
    }

    public void Cell() => Write(_hasWords ? " | " : "| ");

    public void CloseRow(bool isHead)
    {
        Write(" |");
        IsInRow = false;
        Break();
        if (isHead)
        {
            _text.AddLine("|---|---|", _line);
        }
    }

    public void EndTable()
    {
        Break();
        _text.AddLine("", _line);
    }

    /// <summary>Ends the line, if it has words. In a row of a table this is only a blank.</summary>
    public void Break()
    {
        if (IsInRow)
        {
            Text(" ", isKept: false);
            return;
        }

        if (_hasWords && !(_address is not null && _text.Length == _linkStart))
        {
            CloseLink();
            _text.EndLine();
            _hasWords = false;
            Continue();
        }
    }

    private void Continue() => _prefix = IsInRow ? _prefix : new string(' ', 2 * _lists);

    private bool IsMarkup(char character) =>
        character == '|' ? IsInRow || !keepsMarkdown : !keepsMarkdown && character is '\\' or '[' or ']' or '*' or '`';

    private void Write(StringBuilder word)
    {
        if (word.Length > 0)
        {
            Write(word.ToString());
            word.Clear();
        }
    }

    private void Write(string words)
    {
        if (!_hasWords && !IsInRow)
        {
            _text.Append(_prefix, _line);
            words = !keepsMarkdown && (words.StartsWith("//", StringComparison.Ordinal) || words.StartsWith('#')) ? $"\\{words}" : words;
        }

        _text.Append(words, _line);
        _hasWords = true;
        _endsWithBlank = false;
    }
}
