using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>A text of BibTeX and the place that is being read in it.</summary>
internal sealed partial class BibtexScanner(string text)
{
    /// <summary>The blanks and the name between two fields are no longer.</summary>
    private const int Reach = 200;

    private int _counted;

    public int At { get; private set; }

    public char Current => At < text.Length ? text[At] : '\0';

    public bool IsAtEnd => At >= text.Length;

    /// <summary>The line of the place, from 1.</summary>
    public int Line
    {
        get
        {
            field += text.AsSpan(_counted, At - _counted).Count('\n');
            _counted = At;
            return field;
        }
    } = 1;

    /// <summary>The text of a range.</summary>
    public string this[Range range] => text[range];

    public int Length => text.Length;

    public char this[int at] => text[at];

    public void GoTo(int at) => At = Math.Min(at, text.Length);

    public void Advance() => At++;

    public void SkipBlanks()
    {
        while (!IsAtEnd && char.IsWhiteSpace(Current))
        {
            At++;
        }
    }

    public void SkipLine()
    {
        var length = text.AsSpan(At).IndexOf('\n');
        GoTo(length < 0 ? text.Length : At + length);
    }

    public string ReadName()
    {
        var start = At;
        while (!IsAtEnd && (char.IsLetterOrDigit(Current) || Current is '_' or '-' or '.' or ':' or '+' or '/'))
        {
            At++;
        }

        return text[start..At];
    }

    /// <summary>
    /// Whether an entry begins at an <c>@</c>: a word and a bracket behind it. In <c>rank @1</c> none does, nor in an address of mail, nor
    /// in a line that a percent sign takes out.
    /// </summary>
    public bool BeginsEntry(int at) =>
        text[at] == '@' && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && EntryHead().IsMatch(text, at) && !IsTakenOut(at);

    /// <summary>
    /// As <see cref="BeginsEntry"/>, at the beginning of a line: so an entry begins where the one before it is not closed.
    /// </summary>
    public bool BeginsEntryOnNewLine(int at)
    {
        var before = at - 1;
        while (before >= Math.Max(0, at - Reach) && text[before] is ' ' or '\t')
        {
            before--;
        }

        return (before < 0 || text[before] is '\n' or '\r') && BeginsEntry(at);
    }

    /// <summary>
    /// Where the name of a field begins, with <c>=</c> and a value behind it, after a comma that stands here; -1 where it does not.
    /// </summary>
    public int FieldBehindComma(int at) =>
        at < text.Length && CommaAndField().Match(text, at, Math.Min(Reach, text.Length - at)) is { Success: true } match
            && (match.Groups["blanks"].ValueSpan.Contains('\n') || BibtexReader.IsKnown(match.Groups["name"].Value))
                ? match.Groups["name"].Index
                : -1;

    /// <summary>Whether, after an <c>}</c> here, a comma and another field show that a value ends with it.</summary>
    public bool EndsValue(int at)
    {
        var next = at + 1;
        while (next < text.Length && next < at + Reach && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        return next < text.Length && text[next] == ',' && FieldBehindComma(next) >= 0;
    }

    /// <summary>Whether a comma here ends a value that nobody closed: a field that all programs know begins on the next line.</summary>
    public bool EndsUnclosedValue(int at) =>
        at + 1 < text.Length && char.IsWhiteSpace(text[at + 1])
            && CommaAndField().Match(text, at, Math.Min(Reach, text.Length - at)) is { Success: true } match
        && match.Groups["blanks"].ValueSpan.Contains('\n') && BibtexReader.IsKnown(match.Groups["name"].Value);

    /// <summary>Whether, after an <c>}</c> here, a field follows on the same line: then it closes too much.</summary>
    public bool LineHasField(int at)
    {
        for (var next = at + 1; next < Math.Min(text.Length, at + Reach) && text[next] != '\n' && !BeginsEntry(next); next++)
        {
            if (text[next] == ',' && FieldBehindComma(next) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a field's name and <c>=</c> stand at the beginning of a line.</summary>
    public bool BeginsField(int at) => text[at] == '\n' && LineWithField().IsMatch(text[at..Math.Min(text.Length, at + Reach)]);

    private bool IsTakenOut(int at)
    {
        var before = text.AsSpan(Math.Max(0, at - Reach), Math.Min(at, Reach));
        return before[(before.LastIndexOf('\n') + 1)..].TrimStart() is ['%', ..];
    }

    [GeneratedRegex(@"\G@[a-zA-Z]{1,40}\s{0,20}[{(]")]
    private static partial Regex EntryHead();

    [GeneratedRegex(
        @"\G,(?<blanks>\s{0,100})(?<name>[a-zA-Z][a-zA-Z0-9_:+.-]{0,40})\s{0,40}=\s{0,40}([{""0-9]|[a-z]{3,9}\s{0,9}[,#}])",
        RegexOptions.ExplicitCapture)]
    private static partial Regex CommaAndField();

    [GeneratedRegex(@"\A\n[ \t]{0,60}(?<name>[a-zA-Z][a-zA-Z0-9_:+.-]{0,40})[ \t]{0,40}=[ \t]{0,40}[{""0-9]", RegexOptions.ExplicitCapture)]
    private static partial Regex LineWithField();
}
