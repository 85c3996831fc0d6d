namespace Sheaf.Lists.Import;

/// <summary>Reads the values of BibTeX to their ends, also where their braces do not match.</summary>
internal sealed class BibtexValue(BibtexScanner text)
{
    /// <summary>So often an end is sought to the end of the text in vain; after that, values end where another field begins.</summary>
    private const int MostFailures = 16;

    private int _failures;
    private bool _isUnclosed;

    public void BeginEntry() => _failures = 0;

    /// <summary>Passes over a comment, entries in it too; over the rest of the line where it has no end.</summary>
    public void SkipBraced()
    {
        var depth = 1;
        for (var at = text.At; at < text.Length && !_isUnclosed; at++)
        {
            depth += text[at] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
            {
                text.GoTo(at + 1);
                return;
            }
        }

        _isUnclosed = true;
        text.SkipLine();
    }

    /// <summary>Reads to the brace that closes the value, and past it.</summary>
    public string ReadBraced() => Read('}');

    /// <summary>Reads to the quotation mark that closes the value, and past it.</summary>
    public string ReadQuoted() => Read('"');

    private string Read(char delimiter)
    {
        var start = text.At;
        if (_failures < MostFailures && EndOf(delimiter) is { } end)
        {
            text.GoTo(end + 1);
            return text[start..end];
        }

        _failures++;
        return ReadToNextField(start);
    }

    /// <summary>
    /// The delimiter outside inner braces. A closing brace with a comma and a field behind it ends the value, however many were opened
    /// before: in <c>{the set \{x}, title = {…}</c> one is never closed.
    /// </summary>
    private int? EndOf(char delimiter)
    {
        var depth = 0;
        for (var at = text.At; at < text.Length; at++)
        {
            switch (text[at])
            {
                case var character when character == delimiter && (depth <= 0 || text.EndsValue(at)):
                    return at;
                case ',' when depth <= 0 && text.EndsUnclosedValue(at):
                    return at;
                case '{':
                    depth++;
                    break;
                case '}':
                    depth--;
                    break;
                case '@' when text.BeginsEntryOnNewLine(at):
                    return null;
            }
        }

        return null;
    }

    private string ReadToNextField(int start)
    {
        while (!text.IsAtEnd)
        {
            if (text.Current == '@' && text.BeginsEntryOnNewLine(text.At) || text.Current == ',' && text.FieldBehindComma(text.At) >= 0
                || text.BeginsField(text.At))
            {
                break;
            }

            text.Advance();
        }

        return text[start..text.At].TrimEnd('}', '"', ' ', '\t', '\r', '\n');
    }
}
