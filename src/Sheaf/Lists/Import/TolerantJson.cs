using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sheaf.Lists.Import;

/// <summary>What a piece of JSON is.</summary>
internal enum JsonPiece
{
    End,

    /// <summary>A brace, a bracket, a colon or a comma.</summary>
    Sign,

    /// <summary>A text in quotes.</summary>
    Quoted,

    /// <summary>Anything else: a number, <c>true</c>, a word.</summary>
    Word,
}

/// <summary>
/// The pieces of JSON, and of what programs and people take for it. A quote inside a text, or one that is missing at its end, is known by
/// what stands behind it; in JSON without errors the same pieces are found.
/// </summary>
internal sealed class TolerantJson(string text)
{
    /// <summary>Where a comma or a quote is missing, names are no longer.</summary>
    private const int LongestName = 60;

    private static readonly SearchValues<char> EndsWord = SearchValues.Create("{}[]:,\" \t\r\n");

    private int _at;
    private int _counted;

    /// <summary>The first character of the piece that was read last.</summary>
    public char First { get; private set; }

    /// <summary>What the piece says.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Where the piece begins.</summary>
    public int Start { get; private set; }

    /// <summary>The line where it begins, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Whether something that was read is no JSON.</summary>
    public bool IsBroken { get; private set; }

    public JsonPiece Next()
    {
        SkipBlanks();
        Line += text.AsSpan(_counted, _at - _counted).Count('\n');
        (_counted, Start) = (_at, _at);
        if (_at >= text.Length)
        {
            return JsonPiece.End;
        }

        First = text[_at];
        switch (First)
        {
            case '{' or '}' or '[' or ']' or ':' or ',':
                _at++;
                return JsonPiece.Sign;
            case '"' or '\'':
                IsBroken |= First == '\'';
                Value = ReadQuoted(First);
                return JsonPiece.Quoted;
            default:
                Value = ReadWord();
                return JsonPiece.Word;
        }
    }

    private void SkipBlanks()
    {
        while (_at < text.Length)
        {
            if (char.IsWhiteSpace(text[_at]) || text[_at] == '\ufeff')
            {
                _at++;
            }
            else if (text.AsSpan(_at).StartsWith("//"))
            {
                _at = LineEnd(_at);
            }
            else if (text.AsSpan(_at).StartsWith("/*"))
            {
                var end = text.IndexOf("*/", _at + 2, StringComparison.Ordinal);
                _at = end < 0 ? text.Length : end + 2;
            }
            else
            {
                return;
            }
        }
    }

    private int LineEnd(int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    private string ReadWord()
    {
        var length = text.AsSpan(_at).IndexOfAny(EndsWord);
        var start = _at;
        _at = length < 0 ? text.Length : Math.Max(_at + length, _at + 1);
        return text[start.._at];
    }

    private string ReadQuoted(char quote)
    {
        var begin = _at + 1;
        var plain = text.AsSpan(begin).IndexOfAny(quote, '\\', '\n');
        if (plain >= 0 && text[begin + plain] == quote && Closes(begin + plain + 1))
        {
            _at = begin + plain + 1;
            return text.Substring(begin, plain);
        }

        var value = new StringBuilder();
        for (_at = begin; _at < text.Length;)
        {
            var length = text.AsSpan(_at).IndexOfAny(quote, '\\', '\n');
            if (length < 0)
            {
                break;
            }

            value.Append(text, _at, length);
            _at += length;
            if (text[_at] == '\\')
            {
                ReadEscaped(value);
            }
            else if (text[_at] == quote && Closes(_at + 1))
            {
                _at++;
                return value.ToString();
            }
            else if (text[_at] == '\n' && BeginsPiece(_at + 1))
            {
                IsBroken = true;
                return value.ToString().TrimEnd(' ', '\r', ',');
            }
            else
            {
                IsBroken = true;
                value.Append(text[_at++]);
            }
        }

        value.Append(text, _at, text.Length - _at);
        (_at, IsBroken) = (text.Length, true);
        return value.ToString();
    }

    /// <summary>Whether a quote ends its text: behind it stands what may stand between two texts, or another line begins.</summary>
    private bool Closes(int at)
    {
        var isOnNextLine = false;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            isOnNextLine |= text[at++] == '\n';
        }

        return at >= text.Length
            || text[at] is ',' or ':' or '}' or ']'
            || isOnNextLine
            || BeginsMember(at)
            || text.AsSpan(at).StartsWith("//")
            || text.AsSpan(at).StartsWith("/*");
    }

    /// <summary>Whether a line begins as one outside of texts does: a text that has not ended above lacks its quote.</summary>
    private bool BeginsPiece(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r')
        {
            at++;
        }

        return at < text.Length && (text[at] is '{' or '}' or ']' || BeginsMember(at));
    }

    /// <summary>Whether a name in quotes and a colon stand here.</summary>
    private bool BeginsMember(int at) =>
        text[at] == '"' && text.AsSpan(at + 1, Math.Min(LongestName, text.Length - at - 1)) is var name
        && name.IndexOf('"') is >= 0 and var end && name[(end + 1)..].TrimStart() is [':', ..];

    /// <summary>As it is written where it escapes nothing, or half a character.</summary>
    private void ReadEscaped(StringBuilder value)
    {
        var escaped = _at + 1 < text.Length ? text[_at + 1] : '\0';
        if (escaped == 'u' && _at + 6 <= text.Length
            && ushort.TryParse(text.AsSpan(_at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            value.Append((char)code);
            _at += 6;
            return;
        }

        value.Append(escaped switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            'b' or 'f' => " ",
            '"' or '\\' or '/' or '\'' => escaped.ToString(),
            _ => "\\",
        });
        var isKnown = "ntrbf\"\\/'".Contains(escaped);
        IsBroken |= !isKnown;
        _at += isKnown ? 2 : 1;
    }
}
