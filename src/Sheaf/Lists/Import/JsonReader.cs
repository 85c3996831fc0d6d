namespace Sheaf.Lists.Import;

/// <summary>
/// Reads JSON of any shape, and JSON lines. One error costs no record: what is not closed is closed where the next record begins, or the
/// text ends.
/// </summary>
internal sealed class JsonReader
{
    private const int DeepestValue = 256;

    private readonly TolerantJson _text;
    private readonly Stack<(DocumentNode Node, string Key)> _open = new();
    private readonly DocumentRecords _records = new();
    private string? _key;
    private bool _isNamed;
    private bool _isBroken;
    private bool _hasMembers;

    private JsonReader(string text) => _text = new(text);

    /// <summary>The list; null where the text is not JSON.</summary>
    /// <param name="text">The text.</param>
    /// <param name="end">Where something else begins behind the last value; the length of the text where nothing does.</param>
    public static ReadList? Read(string text, out int end)
    {
        var reader = new JsonReader(text);
        end = reader.ReadPieces();
        return end >= 0 && (reader._hasMembers || !reader._isBroken && !reader._text.IsBroken && end == text.Length)
            ? reader._records.Read() : null;
    }

    /// <summary>Reads to the end; -1 where values are in each other too deeply.</summary>
    private int ReadPieces()
    {
        for (var piece = _text.Next(); piece != JsonPiece.End; piece = _text.Next())
        {
            if (_open.Count == 0 && piece == JsonPiece.Word && !IsValue(_text.Value))
            {
                return _text.Start;
            }

            if (piece != JsonPiece.Sign)
            {
                TakeText(piece);
            }
            else if (!TakeSign())
            {
                return -1;
            }
        }

        var end = _text.Start;
        _isBroken |= _open.Count > 0;
        while (_open.Count > 0)
        {
            Close();
        }

        return end;
    }

    private static bool IsValue(string word) => word is "true" or "false" or "null" || word.AsSpan().ContainsAnyInRange('0', '9');

    private bool IsInObject => _open.TryPeek(out var outer) && outer.Node.Members is not null;

    private void TakeText(JsonPiece piece)
    {
        if (IsInObject && !_isNamed)
        {
            TakeStrayKey();
            _key = _text.Value;
            return;
        }

        // As it is written: 2404.10 is not 2404.1.
        if (piece == JsonPiece.Quoted || _text.Value is not ("null" or "false"))
        {
            Add(new(_text.Line) { Text = _text.Value });
        }

        (_key, _isNamed) = (null, false);
    }

    private bool TakeSign()
    {
        switch (_text.First)
        {
            case '{' or '[':
                // What begins within an object, and not behind a name, is none of its values: the object was not closed.
                while (_text.First == '{' && IsInObject && !_isNamed)
                {
                    Break();
                }

                _open.Push((_text.First == '{' ? DocumentNode.Object(_text.Line) : DocumentNode.Array(_text.Line), _key ?? ""));
                (_key, _isNamed) = (null, false);
                return _open.Count <= DeepestValue;
            case '}':
                CloseTo(node => node.Members is not null);
                break;
            case ']':
                CloseTo(node => node.Items is not null);
                break;
            case ':':
                Name();
                break;
            default:
                TakeStrayKey();
                _isNamed = false;
                break;
        }

        return true;
    }

    /// <summary>What stands before a colon is a name; in an array, which was not closed then, too.</summary>
    private void Name()
    {
        if (_open.TryPeek(out var outer) && outer.Node.Items is [.., { Text: { } last }] items && _open.Count > 1)
        {
            items.RemoveAt(items.Count - 1);
            Break();
            _key = last;
        }

        if (_key is null
            && outer.Node?.Members is [.., { Value.Text: { } text } value] members
            && text.LastIndexOf('"') is >= 0 and var quote)
        {
            // The quote that should have ended the value before was missing: this one begins the name.
            members[^1] = new(value.Key, new(value.Value.Line) { Text = text[..quote].TrimEnd(' ', ',') });
            _key = text[(quote + 1)..];
            _isBroken = true;
        }

        _isNamed = _key is not null;
        _hasMembers |= _isNamed;
        _isBroken |= !_isNamed;
    }

    /// <summary>A text in an object that names no value is one.</summary>
    private void TakeStrayKey()
    {
        if (_key is { } value && !_isNamed)
        {
            (_key, _isBroken) = ("", true);
            Add(new(_text.Line) { Text = value });
        }

        _key = null;
    }

    private void CloseTo(Predicate<DocumentNode> isClosed)
    {
        if (!_open.Any(open => isClosed(open.Node)))
        {
            _isBroken = true;
            return;
        }

        while (!isClosed(_open.Peek().Node))
        {
            Break();
        }

        Close();
    }

    /// <summary>Closes what was not closed.</summary>
    private void Break()
    {
        _isBroken = true;
        Close();
    }

    private void Close()
    {
        TakeStrayKey();
        (var closed, _key) = _open.Pop();
        Add(closed);
        (_key, _isNamed) = (null, false);
    }

    private void Add(DocumentNode value)
    {
        // The objects of a list are not all kept.
        if (!_open.TryPeek(out var outer) || _open.Count == 1 && outer.Node.Items is not null && value.Members is not null)
        {
            _records.Take(outer.Node is null ? value : new DocumentNode(value.Line) { Items = [value] });
        }
        else if (outer.Node.Members is { } members)
        {
            members.Add(new(_key ?? "", value));
        }
        else
        {
            outer.Node.Items!.Add(value);
        }
    }
}
