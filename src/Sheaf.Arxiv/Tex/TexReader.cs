using System.Text;

namespace Sheaf.Arxiv.Tex;

/// <summary>One pass over a text for <see cref="TexText.ToUnicode"/>.</summary>
internal sealed class TexReader(string tex)
{
    private readonly StringBuilder _written = new(tex.Length);
    private readonly Stack<Group> _groups = new();
    private readonly List<int> _droppedBraces = [];
    private int _at;

    // Where a group would be the argument of a macro that stays, so that its braces must stay too.
    private int _argumentAt = -1;

    /// <summary>May be called once.</summary>
    public string Read()
    {
        while (_at < tex.Length)
        {
            switch (tex[_at])
            {
                case '\\': ReadCommand(); break;
                case '$': CopyMath(); break;
                case '{': OpenGroup(); break;
                case '}': CloseGroup(); break;
                case '~': Keep(" ", 1); break;
                default: Keep(tex.AsSpan(_at, 1), 1); break;
            }
        }

        return WithoutDroppedBraces();
    }

    private void ReadCommand()
    {
        var name = TexArgument.NameAt(tex, _at);
        if (name is "&" or "%" or "_" or "#")
        {
            Keep(name, 2);
        }
        else if (TexSymbols.FindLetter(name) is { } letter)
        {
            Convert(letter, TexArgument.EndOfMacro(tex, _at, swallowsSpaces: true));
        }
        else if (TexSymbols.FindGreek(name) is { } greek)
        {
            Convert(greek, TexArgument.EndOfMacro(tex, _at, swallowsSpaces: false));
        }
        else if (TexArgument.ReadAccented(tex, _at) is { } accented)
        {
            Convert(accented.Text, accented.End);
        }
        else
        {
            Keep(tex.AsSpan(_at, 1 + name.Length), 1 + name.Length);
            _argumentAt = _at;
        }
    }

    private void CopyMath()
    {
        var isDisplay = _at + 1 < tex.Length && tex[_at + 1] == '$';
        var end = isDisplay ? EndOfMath("$$") ?? _at + 2 : EndOfMath("$") ?? _at + 1;
        Keep(tex.AsSpan(_at, end - _at), end - _at);
    }

    private int? EndOfMath(string delimiter)
    {
        for (var at = _at + delimiter.Length; at < tex.Length; at += tex[at] == '\\' ? 2 : 1)
        {
            if (string.CompareOrdinal(tex, at, delimiter, 0, delimiter.Length) == 0)
            {
                return at + delimiter.Length;
            }
        }

        return null;
    }

    private void OpenGroup()
    {
        _groups.Push(new(_written.Length, _at == _argumentAt));
        _written.Append('{');
        _at++;
    }

    private void CloseGroup()
    {
        if (_groups.TryPop(out var group) && group is { HoldsLetters: true, HoldsOther: false, IsArgument: false })
        {
            _droppedBraces.Add(group.Brace);
            MarkGroup(outer => outer.HoldsLetters = true);
            _at++;
            return;
        }

        Keep("}", 1);
        _argumentAt = group is { IsArgument: true } ? _at : -1;
    }

    private void Keep(ReadOnlySpan<char> text, int length)
    {
        MarkGroup(group => group.HoldsOther = true);
        _written.Append(text);
        _at += length;
    }

    private void Convert(string letter, int end)
    {
        MarkGroup(group => group.HoldsLetters = true);
        _written.Append(letter);
        _at = end;
    }

    private void MarkGroup(Action<Group> mark)
    {
        if (_groups.TryPeek(out var group))
        {
            mark(group);
        }
    }

    // Taking a brace out of the middle of the text at once would cost the length of the text for every brace.
    private string WithoutDroppedBraces()
    {
        if (_droppedBraces.Count == 0)
        {
            return _written.ToString();
        }

        var all = _written.ToString();
        var kept = new StringBuilder(all.Length);
        var from = 0;
        foreach (var brace in _droppedBraces.Order())
        {
            kept.Append(all, from, brace - from);
            from = brace + 1;
        }

        return kept.Append(all, from, all.Length - from).ToString();
    }

    /// <summary>An open brace and what has followed it.</summary>
    private sealed class Group(int brace, bool isArgument)
    {
        public int Brace => brace;

        public bool IsArgument => isArgument;

        public bool HoldsLetters { get; set; }

        public bool HoldsOther { get; set; }
    }
}
