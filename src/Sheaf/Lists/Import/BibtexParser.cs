using System.Text;

namespace Sheaf.Lists.Import;

/// <summary>A field of a BibTeX entry.</summary>
/// <param name="Name">As written.</param>
/// <param name="Value">Its text: outer braces or quotes removed, abbreviations put in, parts joined.</param>
/// <param name="Line">Where the value begins, from 1.</param>
internal sealed record BibtexField(string Name, string Value, int Line);

/// <summary>An entry of BibTeX.</summary>
/// <param name="Type">As written: <c>article</c>.</param>
/// <param name="Key">What it is cited by; empty where it has none.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Fields">In their order.</param>
internal sealed record BibtexEntry(string Type, string Key, int Line, IReadOnlyList<BibtexField> Fields);

/// <summary>
/// The syntax of BibTeX, and what programs and people make of it. A brace too many or too few costs neither the field, nor the entry, nor
/// the next one: a value ends where another field evidently begins, an entry where another one does, and what stands between fields is
/// passed over. No package that reads BibTeX is to be had here; the syntax is small.
/// </summary>
internal sealed class BibtexParser
{
    /// <summary>Nothing more is joined to a longer value: <c>@string{a = a # a}</c>, said thirty times, is a gigabyte.</summary>
    private const int LongestJoined = 4096;

    private readonly BibtexScanner _text;
    private readonly Dictionary<string, string> _abbreviations = new(StringComparer.OrdinalIgnoreCase);
    private readonly BibtexValue _values;

    private BibtexParser(string text)
    {
        _text = new(text);
        _values = new(_text);
    }

    /// <summary>The entries in their order.</summary>
    public static IReadOnlyList<BibtexEntry> Parse(string text)
    {
        var parser = new BibtexParser(text);
        var entries = new List<BibtexEntry>();
        while (parser.SkipToEntry())
        {
            if (parser.ReadEntry() is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private bool SkipToEntry()
    {
        while (!_text.IsAtEnd && !(_text.Current == '@' && _text.BeginsEntry(_text.At)))
        {
            _text.Advance();
        }

        return !_text.IsAtEnd;
    }

    private BibtexEntry? ReadEntry()
    {
        var line = _text.Line;
        _values.BeginEntry();
        _text.Advance();
        var type = _text.ReadName();
        _text.SkipBlanks();
        _text.Advance();
        switch (type.ToLowerInvariant())
        {
            case "comment" or "preamble":
                _values.SkipBraced();
                return null;
            case "string":
                foreach (var field in ReadFields())
                {
                    _abbreviations[field.Name] = field.Value;
                }

                return null;
            default:
                var key = ReadKey();
                return ReadFields() is var fields && (fields.Count > 0 || key.Length > 0) ? new(type, key, line, fields) : null;
        }
    }

    /// <summary>What stands before the first comma; nothing where that is a field already.</summary>
    private string ReadKey()
    {
        var start = _text.At;
        while (!_text.IsAtEnd && _text.Current is not (',' or '}' or ')' or '=') && !AtNextEntry)
        {
            _text.Advance();
        }

        if (_text.Current == '=')
        {
            _text.GoTo(start);
            return "";
        }

        return _text[start.._text.At].Trim();
    }

    private bool AtNextEntry => _text.Current == '@' && _text.BeginsEntryOnNewLine(_text.At);

    private List<BibtexField> ReadFields()
    {
        var fields = new List<BibtexField>();
        var depth = 0;
        while (SkipToField(ref depth))
        {
            var name = _text.ReadName();
            _text.SkipBlanks();
            if (name.Length > 0 && _text.Current == '=')
            {
                _text.Advance();
                _text.SkipBlanks();
                fields.Add(new(name, ReadValue(out var line), line));
            }
        }

        return fields;
    }

    /// <summary>
    /// Goes on to where a field may begin, over whatever stands between; false where the entry ends. Its last brace may be one too many
    /// within it: then a comma and a field follow.
    /// </summary>
    private bool SkipToField(ref int depth)
    {
        while (!_text.IsAtEnd && !(_text.Current == '@' && _text.BeginsEntry(_text.At)))
        {
            switch (_text.Current)
            {
                case '%':
                    _text.SkipLine();
                    break;
                case '}' or ')' when depth == 0 && !_text.EndsValue(_text.At) && !_text.LineHasField(_text.At):
                    _text.Advance();
                    return false;
                case '{':
                    depth++;
                    _text.Advance();
                    break;
                case '}':
                    depth = Math.Max(0, depth - 1);
                    _text.Advance();
                    break;
                case var letter when char.IsLetter(letter):
                    return true;
                default:
                    _text.Advance();
                    break;
            }
        }

        return false;
    }

    private string ReadValue(out int line)
    {
        line = _text.Line;
        var value = new StringBuilder();
        while (true)
        {
            var part = ReadPart();
            value.Append(value.Length < LongestJoined ? part : "");
            _text.SkipBlanks();
            if (_text.Current != '#')
            {
                return value.ToString();
            }

            _text.Advance();
            _text.SkipBlanks();
        }
    }

    private string ReadPart()
    {
        switch (_text.Current)
        {
            case '{':
                _text.Advance();
                return _values.ReadBraced();
            case '"':
                _text.Advance();
                return _values.ReadQuoted();
            default:
                var word = _text.ReadName();
                return _abbreviations.GetValueOrDefault(word, word);
        }
    }
}
