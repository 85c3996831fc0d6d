using System.Text;

namespace Sheaf.Lists.Import;

/// <summary>
/// Reads XML that holds records: the outlines of OPML, the entries of Atom and RSS, the exports of reference managers. The elements and
/// attributes in an element are its fields, and elements of one name in a row are an array.
/// </summary>
internal sealed class XmlRecordReader
{
    private const int DeepestElement = 256;

    /// <summary>Of a text with elements between its words, what is put together.</summary>
    private const int LongestText = 4_000;

    private static readonly HashSet<string> RecordNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "outline", "entry", "item", "record", "reference", "article", "paper", "publication", "work", "mods", "doc", "bibitem", "bookmark",
    };

    /// <summary>What a page, or a part of one, begins with.</summary>
    private static readonly HashSet<string> OfPages = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "body", "div", "p", "ul", "ol", "li", "dl", "table", "span", "a", "h1", "h2", "h3", "h4", "section", "b", "i", "br", "img",
    };

    private readonly TolerantXml _xml;
    private readonly Stack<Element> _open = new();
    private readonly List<DocumentNode> _roots = [];

    private XmlRecordReader(string text) => _xml = new(text);

    /// <summary>The list; null where the text is not XML, or a web page.</summary>
    public static ReadList? Read(string text)
    {
        var reader = new XmlRecordReader(text);
        return reader.ReadElements() && reader._roots.Count > 0 ? RecordsOf(reader._roots) : null;
    }

    private static ReadList RecordsOf(List<DocumentNode> roots)
    {
        var records = new DocumentRecords();
        roots.ForEach(records.Take);
        return records.Read();
    }

    private bool ReadElements()
    {
        for (var piece = _xml.Next(); piece != XmlPiece.End; piece = _xml.Next())
        {
            switch (piece)
            {
                case XmlPiece.Open when _open.Count >= DeepestElement
                    || (_roots.Count == 0 && _open.Count == 0 && OfPages.Contains(_xml.Name))
                    || _xml.Name.Equals("html", StringComparison.OrdinalIgnoreCase):
                    return false;
                case XmlPiece.Open:
                    Begin();
                    break;
                case XmlPiece.Text when _open.TryPeek(out var around):
                    around.Contents.Add(new("", new(_xml.Line) { Text = _xml.Value }));
                    break;
                case XmlPiece.Close when _open.Any(element => element.Name == _xml.Name):
                    while (_open.Peek().Name != _xml.Name)
                    {
                        EndUnclosed();
                    }

                    End();
                    break;
            }
        }

        while (_open.Count > 0)
        {
            EndUnclosed();
        }

        return true;
    }

    private void Begin()
    {
        if (_open.TryPeek(out var around) && around.Name == _xml.Name && around.Name != "outline" && RecordNames.Contains(around.Name))
        {
            EndUnclosed();
        }

        var element = new Element(_xml.Name, _xml.ElementLine);
        foreach (var (name, value, at) in _xml.Attributes)
        {
            // The words of an outline are its attribute.
            element.Attributes.Add(new(name == "text" && element.Name == "outline" ? "title" : name, new(at) { Text = value }));
        }

        _open.Push(element);
        if (_xml.IsEmpty)
        {
            End();
        }
    }

    private void End()
    {
        var element = _open.Pop();
        var value = element.ToValue();
        if (_open.TryPeek(out var outer))
        {
            outer.Contents.Add(new(element.Name, value));
        }
        else
        {
            _roots.Add(value.Members is not null && !RecordNames.Contains(element.Name) ? value : new(value.Line) { Items = [value] });
        }
    }

    /// <summary>
    /// Ends an element that nothing closes. What it has taken in is not its own: of a record the records behind it, of anything else the
    /// elements behind its text.
    /// </summary>
    private void EndUnclosed()
    {
        var element = _open.Peek();
        var isRecord = RecordNames.Contains(element.Name);
        var first = element.Contents.FindIndex(content => isRecord ? content.Key == element.Name : content.Key.Length > 0);
        List<KeyValuePair<string, DocumentNode>> behind = first < 0 || _open.Count == 1 ? [] : element.Contents[first..];
        element.Contents.RemoveRange(element.Contents.Count - behind.Count, behind.Count);
        End();
        if (_open.TryPeek(out var outer))
        {
            outer.Contents.AddRange(behind);
        }
    }

    private sealed class Element(string name, int line)
    {
        public string Name => name;

        public List<KeyValuePair<string, DocumentNode>> Attributes { get; } = [];

        /// <summary>Its elements, and its texts without a name.</summary>
        public List<KeyValuePair<string, DocumentNode>> Contents { get; } = [];

        public DocumentNode ToValue()
        {
            var texts = Contents.Where(content => content.Key.Length == 0).Select(content => content.Value).ToList();
            var members = new List<KeyValuePair<string, DocumentNode>>();
            if (texts.Count > 0)
            {
                var text = texts.Count == 1 && Contents.Count == 1 ? texts[0] : new(texts[0].Line) { Text = WholeText() };
                if (Contents.Count == texts.Count && Attributes.Count == 0)
                {
                    return text;
                }

                members.Add(new("", text));
            }

            members.AddRange(Attributes);
            members.AddRange(Gathered());
            return new(line) { Members = members };
        }

        private string WholeText()
        {
            var whole = new StringBuilder();
            foreach (var (_, value) in Contents)
            {
                var text = value.Text ?? value.Members?.Find(member => member.Key.Length == 0).Value?.Text;
                whole.Append(whole.Length + (text?.Length ?? 0) <= LongestText || whole.Length == 0 ? text : "");
            }

            return whole.ToString();
        }

        /// <summary>The elements in it; those of one name, and those that are records, as arrays.</summary>
        private IEnumerable<KeyValuePair<string, DocumentNode>> Gathered() =>
            Contents.Where(content => content.Key.Length > 0)
                .GroupBy(content => content.Key, content => content.Value, StringComparer.Ordinal)
                .Select(same => new KeyValuePair<string, DocumentNode>(
                    same.Key, same.Skip(1).Any() || RecordNames.Contains(same.Key) ? new(same.First().Line) { Items = [.. same] }
                        : same.First()));
    }
}
