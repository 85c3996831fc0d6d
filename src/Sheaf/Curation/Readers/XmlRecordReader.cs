using System.Text;
using System.Xml;

namespace Sheaf.Curation.Readers;

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

    private static readonly XmlReaderSettings Settings =
        new()
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false
        };

    private readonly Stack<Element> _open = new();
    private DocumentNode? _root;

    /// <summary>The list; null where the text is not XML, or a web page.</summary>
    public static ReadList? Read(string text)
    {
        var reader = new XmlRecordReader();
        try
        {
            using var xml = XmlReader.Create(new StringReader(text.TrimStart('\ufeff', ' ', '\t', '\r', '\n')), Settings);
            return reader.ReadElements(xml) && reader._root is { } root ? RecordsOf(root) : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static ReadList RecordsOf(DocumentNode root)
    {
        var records = new DocumentRecords();
        records.Take(root);
        return records.Read();
    }

    private bool ReadElements(XmlReader xml)
    {
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.Depth >= DeepestElement
                    || xml.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase):
                    return false;
                case XmlNodeType.Element:
                    Begin(xml);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    _open.Peek().Contents.Add(new("", new(LineOf(xml)) { Text = xml.Value }));
                    break;
                case XmlNodeType.EndElement:
                    End();
                    break;
            }
        }

        return true;
    }

    private void Begin(XmlReader xml)
    {
        var isEmpty = xml.IsEmptyElement;
        var element = new Element(xml.LocalName, LineOf(xml));
        while (xml.MoveToNextAttribute())
        {
            // The words of an outline are its attribute.
            var name = xml.LocalName == "text" && element.Name == "outline" ? "title" : xml.LocalName;
            if (xml.Prefix != "xmlns" && name != "xmlns")
            {
                element.Attributes.Add(new(name, new(LineOf(xml)) { Text = xml.Value }));
            }
        }

        _open.Push(element);
        if (isEmpty)
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
            _root = value.Members is not null && !RecordNames.Contains(element.Name) ? value : new(1) { Items = [value] };
        }
    }

    private static int LineOf(XmlReader xml) => xml is IXmlLineInfo { LineNumber: > 0 } info ? info.LineNumber : 1;

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
