using System.Text;

namespace Sheaf.Curation.Readers;

/// <summary>A field of a BibTeX entry.</summary>
/// <param name="Name">As written.</param>
/// <param name="Value">Its text: outer braces or quotes removed, abbreviations put in, parts joined.</param>
/// <param name="Line">Where the value begins, from 1.</param>
internal sealed record BibtexField(string Name, string Value, int Line);

/// <summary>
/// The syntax of BibTeX. A damaged entry ends where the next one begins, at an <c>@</c> that begins a line, and keeps the fields read so far.
/// No package that reads BibTeX is to be had here; the syntax is small.
/// </summary>
internal sealed class BibtexParser
{
    /// <summary>Nothing more is joined to a longer value: <c>@string{a = a # a}</c>, said thirty times, is a gigabyte.</summary>
    private const int LongestJoined = 4096;

    private readonly string _text;
    private readonly Dictionary<string, string> _abbreviations = new(StringComparer.OrdinalIgnoreCase);
    private int _at;
    private int _line = 1;

    private BibtexParser(string text) => _text = text;

    /// <summary>The entries in their order, each with its fields in theirs.</summary>
    public static IReadOnlyList<IReadOnlyList<BibtexField>> Parse(string text)
    {
        var parser = new BibtexParser(text);
        var entries = new List<IReadOnlyList<BibtexField>>();
        while (parser.SkipTo('@'))
        {
            if (parser.ReadEntry() is { Count: > 0 } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private char Current => _at < _text.Length ? _text[_at] : '\0';

    private bool AtNextEntry => Current == '@' && (_at == 0 || _text[_at - 1] is '\n' or '\r');

    private List<BibtexField> ReadEntry()
    {
        Advance();
        var type = ReadName();
        SkipBlanks();
        if (Current is not ('{' or '('))
        {
            return [];
        }

        Advance();
        switch (type.ToLowerInvariant())
        {
            case "comment" or "preamble":
                ReadBraced();
                return [];
            case "string":
                foreach (var field in ReadFields())
                {
                    _abbreviations[field.Name] = field.Value;
                }

                return [];
            default:
                SkipKey();
                return ReadFields();
        }
    }

    private void SkipKey()
    {
        while (_at < _text.Length && Current is not (',' or '}' or ')' or '=') && !AtNextEntry)
        {
            Advance();
        }
    }

    private List<BibtexField> ReadFields()
    {
        var fields = new List<BibtexField>();
        while (true)
        {
            SkipBlanks();
            while (Current == ',')
            {
                Advance();
                SkipBlanks();
            }

            var name = ReadName();
            SkipBlanks();
            if (name.Length == 0 || Current != '=')
            {
                return fields;
            }

            Advance();
            SkipBlanks();
            fields.Add(new(name, ReadValue(out var line), line));
        }
    }

    private string ReadValue(out int line)
    {
        line = _line;
        var value = new StringBuilder();
        while (true)
        {
            var part = ReadPart();
            value.Append(value.Length < LongestJoined ? part : "");
            SkipBlanks();
            if (Current != '#')
            {
                return value.ToString();
            }

            Advance();
            SkipBlanks();
        }
    }

    private string ReadPart()
    {
        switch (Current)
        {
            case '{':
                Advance();
                return ReadBraced();
            case '"':
                Advance();
                return ReadUntil('"');
            default:
                var word = ReadName();
                return _abbreviations.GetValueOrDefault(word, word);
        }
    }

    private string ReadBraced() => ReadUntil('}');

    /// <summary>Reads to the delimiter that stands outside inner braces, and past it.</summary>
    private string ReadUntil(char delimiter)
    {
        var start = _at;
        for (var depth = 0; _at < _text.Length && !AtNextEntry; Advance())
        {
            if (depth == 0 && Current == delimiter)
            {
                Advance();
                return _text[start..(_at - 1)];
            }

            depth += Current switch { '{' => 1, '}' => -1, _ => 0 };
        }

        return _text[start.._at];
    }

    private string ReadName()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(Current) || Current is '_' or '-' or '.' or ':' or '+' or '/'))
        {
            Advance();
        }

        return _text[start.._at];
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && char.IsWhiteSpace(Current))
        {
            Advance();
        }
    }

    private bool SkipTo(char character)
    {
        while (_at < _text.Length && Current != character)
        {
            Advance();
        }

        return _at < _text.Length;
    }

    private void Advance()
    {
        _line += Current == '\n' ? 1 : 0;
        _at++;
    }
}
