using System.Buffers;
using System.Net;

namespace Sheaf.Lists.Import;

/// <summary>What a piece of XML is.</summary>
internal enum XmlPiece
{
    End,
    Text,
    Open,
    Close,
}

/// <summary>
/// The pieces of XML, and of what people and programs take for it: signs that were not escaped, entities that only web pages have,
/// attributes without quotes. Any text is divided into pieces; in XML without errors they are its own. Nothing is put in place of an entity
/// that the text declares.
/// </summary>
internal sealed class TolerantXml(string text)
{
    private static readonly SearchValues<char> EndsBareValue = SearchValues.Create(" \t\r\n><");

    private readonly List<(string Name, string Value, int Line)> _attributes = [];
    private int _at;
    private int _counted;

    /// <summary>An element's name without its prefix.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What a text says.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Those of the element that was opened last, without the declarations of name spaces.</summary>
    public IReadOnlyList<(string Name, string Value, int Line)> Attributes => _attributes;

    /// <summary>Where the element that was opened last begins.</summary>
    public int ElementLine { get; private set; }

    /// <summary>Whether the element that was opened last has nothing in it.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>The line where the piece begins, from 1; of an element that was opened, where its last attribute does.</summary>
    public int Line { get; private set; } = 1;

    public XmlPiece Next()
    {
        while (_at < text.Length)
        {
            CountLines(_at);
            if (text[_at] != '<')
            {
                ReadText();
                if (!string.IsNullOrWhiteSpace(Value))
                {
                    return XmlPiece.Text;
                }
            }
            else if (ReadMarkup() is { } piece)
            {
                return piece;
            }
        }

        return XmlPiece.End;
    }

    private void CountLines(int to)
    {
        Line += text.AsSpan(_counted, to - _counted).Count('\n');
        _counted = to;
    }

    private void ReadText()
    {
        var end = _at + 1;
        while (end < text.Length && !(text[end] == '<' && BeginsMarkup(end)))
        {
            end = text.IndexOf('<', end + 1) is >= 0 and var next ? next : text.Length;
        }

        Value = Decoded(text[_at..end]);
        _at = end;
    }

    private bool BeginsMarkup(int at) => at + 1 < text.Length && (IsNameStart(text[at + 1]) || text[at + 1] is '/' or '!' or '?');

    /// <summary>Null where there is nothing to tell.</summary>
    private XmlPiece? ReadMarkup()
    {
        if (!BeginsMarkup(_at))
        {
            ReadText();
            return XmlPiece.Text;
        }

        switch (text[_at + 1])
        {
            case '!' when text.AsSpan(_at).StartsWith("<![CDATA["):
                var end = text.IndexOf("]]>", _at, StringComparison.Ordinal);
                Value = Normal(text[(_at + 9)..(end < 0 ? text.Length : end)]);
                _at = end < 0 ? text.Length : end + 3;
                return string.IsNullOrWhiteSpace(Value) ? null : XmlPiece.Text;
            case '!' when text.AsSpan(_at).StartsWith("<!--"):
                SkipTo("-->");
                return null;
            case '!':
                var length = text.AsSpan(_at).IndexOfAny('[', '>');
                SkipTo(length >= 0 && text[_at + length] == '[' ? "]>" : ">");
                return null;
            case '?':
                SkipTo("?>");
                return null;
            case '/':
                Name = ReadName(_at + 2, out _at);
                SkipTo(">");
                return XmlPiece.Close;
            default:
                return ReadElement();
        }
    }

    private void SkipTo(string end) =>
        _at = text.IndexOf(end, _at, StringComparison.Ordinal) is >= 0 and var at ? at + end.Length : text.Length;

    private XmlPiece ReadElement()
    {
        var begin = _at;
        Name = ReadName(_at + 1, out var at);
        _attributes.Clear();
        (IsEmpty, ElementLine) = (false, Line);
        while (true)
        {
            at = SkipBlanks(at);
            if (at >= text.Length || text[at] == '<')
            {
                // Nothing closes it: a sign of comparison, or the end of a text that was cut off.
                _at = at;
                Value = Decoded(text[begin..at]);
                return XmlPiece.Text;
            }

            if (text[at] == '>')
            {
                _at = at + 1;
                return XmlPiece.Open;
            }

            IsEmpty = text[at] == '/';
            at = IsEmpty || !IsNameStart(text[at]) ? at + 1 : ReadAttribute(at);
        }
    }

    private int ReadAttribute(int at)
    {
        var start = at;
        var name = ReadName(at, out at);
        var isDeclaration = text.AsSpan(start).StartsWith("xmlns");
        var sign = SkipBlanks(at);
        if (sign >= text.Length || text[sign] != '=')
        {
            return at;
        }

        at = SkipBlanks(sign + 1);
        var quote = at < text.Length && text[at] is '"' or '\'' ? text[at++] : '\0';
        var length = quote != '\0' ? text.AsSpan(at).IndexOfAny(quote, '<') : text.AsSpan(at).IndexOfAny(EndsBareValue);
        var end = length < 0 ? text.Length : at + length;
        if (!isDeclaration)
        {
            CountLines(at);
            _attributes.Add((name, Decoded(text[at..end]), Line));
        }

        return end < text.Length && quote != '\0' && text[end] == quote ? end + 1 : end;
    }

    private string ReadName(int at, out int end)
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.' or ':'))
        {
            start = text[at++] == ':' ? at : start;
        }

        end = at;
        return text[start..at];
    }

    private int SkipBlanks(int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsNameStart(char character) => char.IsLetter(character) || character == '_';

    private static string Decoded(string written) =>
        Normal(written.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(written) : written);

    private static string Normal(string value) =>
        value.Contains('\r', StringComparison.Ordinal) ? value.Replace("\r\n", "\n", StringComparison.Ordinal) : value;
}
