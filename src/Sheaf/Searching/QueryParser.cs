using Sheaf.Text;

namespace Sheaf.Searching;

/// <summary>Reads a question from left to right, and writes the expression of FTS5 that it means.</summary>
internal sealed class QueryParser(string text)
{
    /// <summary>More brackets within each other nobody means, and FTS5 refuses some hundred.</summary>
    private const int Deepest = 20;

    /// <summary>FTS5 takes some thousand words; a person types a few, or pastes an abstract.</summary>
    private const int MostWords = 400;

    private static readonly Dictionary<string, string> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "title",
        ["ti"] = "title",
        ["author"] = "authors",
        ["authors"] = "authors",
        ["au"] = "authors",
        ["abstract"] = "abstract",
        ["abs"] = "abstract",
    };

    private readonly List<QueryTerm> _terms = [];
    private int _at;
    private int _depth;
    private int _words;
    private bool _isLeftOut;

    public SearchQuery Parse()
    {
        var match = ReadAlternatives(column: null);
        return new SearchQuery(match, _terms);
    }

    private string? ReadAlternatives(string? column)
    {
        var alternatives = new List<string>();
        do
        {
            if (ReadAll(column) is { } all)
            {
                alternatives.Add(all);
            }
        }
        while (TakeWord("OR"));

        return alternatives.Count == 0 ? null : alternatives.Count == 1 ? alternatives[0] : $"({string.Join(" OR ", alternatives)})";
    }

    /// <summary>Everything up to OR, a closing bracket or the end.</summary>
    private string? ReadAll(string? column)
    {
        var (wanted, unwanted, began) = (new List<string>(), new List<string>(), SkipBlanks());
        while (!IsAtEnd() && !IsNextWord("OR"))
        {
            if (TakeWord("AND"))
            {
                continue;
            }

            var leavesOut = TakeWord("NOT") || TakeMinus();
            if (ReadUnit(column, leavesOut) is { } unit)
            {
                (leavesOut ? unwanted : wanted).Add(unit);
            }
        }

        return unwanted.Count == 0 ? Joined(wanted)
            : wanted.Count == 0 ? throw Mistake(began, "only leaves papers out; say also what they are to have")
            : $"({Joined(wanted)} NOT ({string.Join(" OR ", unwanted)}))";
    }

    private static string? Joined(List<string> units) =>
        units.Count == 0 ? null : units.Count == 1 ? units[0] : $"({string.Join(" AND ", units)})";

    private string? ReadUnit(string? column, bool leavesOut)
    {
        var before = _isLeftOut;
        _isLeftOut ^= leavesOut;
        column = TakeColumn() ?? column;
        var unit = SkipBlanks() == text.Length ? null : text[_at] switch
        {
            '(' => ReadBrackets(column),
            '"' or '“' => ReadPhrase(column),
            _ => ReadWord(column),
        };
        _isLeftOut = before;
        return unit;
    }

    private string? ReadBrackets(string? column)
    {
        var began = _at++;
        if (++_depth > Deepest)
        {
            throw Mistake(began, "has too many brackets within each other");
        }

        var inside = ReadAlternatives(column);
        if (_at == text.Length)
        {
            throw Mistake(began, "opens a bracket that is not closed");
        }

        _at++;
        _depth--;
        return inside;
    }

    private string? ReadPhrase(string? column)
    {
        var began = _at++;
        var end = text.AsSpan(_at).IndexOfAny('"', '”');
        if (end < 0)
        {
            throw Mistake(began, "opens a quotation mark that is not closed");
        }

        var phrase = text[_at..(_at + end)];
        _at += end + 1;
        return Term(phrase, TakeStar(), column);
    }

    /// <summary>Up to a blank, a quotation mark, or a bracket that this word has not opened itself: <c>$O(n)$</c> is one.</summary>
    private string? ReadWord(string? column)
    {
        var (began, open) = (_at, 0);
        for (; _at < text.Length && !char.IsWhiteSpace(text[_at]) && text[_at] is not ('"' or '“'); _at++)
        {
            open += text[_at] == '(' ? 1 : 0;
            if (text[_at] == ')' && --open < 0)
            {
                if (_depth > 0)
                {
                    break;
                }

                open = 0;
            }
        }

        var word = text[began.._at];
        return Term(word.TrimEnd('*'), word.EndsWith('*'), column);
    }

    private string? Term(string written, bool isPrefix, string? column)
    {
        var folded = SearchText.Words(SearchText.Fold(written));
        var plain = isPrefix ? SearchText.Words(PlainLetters.From(written)) : folded;
        if (folded.Count == 0 || plain.Count == 0)
        {
            return null;
        }

        if ((_words += folded.Count) > MostWords)
        {
            throw new BadInputException($"A search takes at most {MostWords} words.");
        }

        if (!_isLeftOut)
        {
            _terms.Add(new QueryTerm(isPrefix ? plain : folded, isPrefix, column));
        }

        // Words stand in the index in the singular, which may be shorter than what is the beginning of their plural: bias*.
        var term = !isPrefix ? Quoted(folded) : folded.SequenceEqual(plain)
            ? $"{Quoted(plain)} *"
            : $"({Quoted(plain)} * OR {Quoted(folded)})";
        return column is null ? term : $"{column} : {term}";
    }

    private static string Quoted(IReadOnlyList<string> words) => $"\"{string.Join(' ', words)}\"";

    private string? TakeColumn()
    {
        var colon = text.IndexOf(':', SkipBlanks());
        if (colon < 0 || !Columns.TryGetValue(text[_at..colon], out var column))
        {
            return null;
        }

        _at = colon + 1;
        return column;
    }

    private bool TakeMinus()
    {
        var isMinus = SkipBlanks() + 1 < text.Length && text[_at] is '-' or '−' && !char.IsWhiteSpace(text[_at + 1]);
        _at += isMinus ? 1 : 0;
        return isMinus;
    }

    private bool TakeStar()
    {
        var isStar = _at < text.Length && text[_at] == '*';
        _at += isStar ? 1 : 0;
        return isStar;
    }

    private bool TakeWord(string word)
    {
        var isNext = IsNextWord(word);
        _at += isNext ? word.Length : 0;
        return isNext;
    }

    private bool IsNextWord(string word)
    {
        var end = SkipBlanks() + word.Length;
        return string.CompareOrdinal(text, _at, word, 0, word.Length) == 0
            && (end == text.Length || char.IsWhiteSpace(text[end]) || text[end] is '(' or '"');
    }

    /// <summary>Whether nothing follows here: the end, or the bracket that closes the one in which this stands.</summary>
    private bool IsAtEnd() => SkipBlanks() == text.Length || (_depth > 0 && text[_at] == ')');

    private int SkipBlanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }

        return _at;
    }

    private BadInputException Mistake(int at, string what)
    {
        var place = at < text.Length ? $" at character {at + 1}, '{Near(at)}'," : "";
        return new($"The search{place} {what}.");
    }

    private string Near(int at) => text.Length - at <= 20 ? text[at..] : text[at..(at + 19)] + "…";
}
