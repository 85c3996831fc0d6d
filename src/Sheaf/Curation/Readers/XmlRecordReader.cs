using System.Xml;

namespace Sheaf.Curation.Readers;

/// <summary>
/// Reads XML that holds records: the outlines of OPML, the entries of Atom and RSS, the exports of reference managers. Each such element is a
/// record; the elements and attributes in it are its fields.
/// </summary>
internal sealed class XmlRecordReader
{
    private const int DeepestElement = 256;

    private static readonly HashSet<string> RecordNames = new(StringComparer.OrdinalIgnoreCase) { "outline", "entry", "item", "record", "reference", "article" };

    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CheckCharacters = false };

    private readonly List<string> _path = [];
    private readonly Stack<List<Field>> _records = new([[]]);
    private readonly List<ReadList> _read = [];

    /// <summary>The list; null where the text is not XML, or a web page.</summary>
    public static ReadList? Read(string text)
    {
        var reader = new XmlRecordReader();
        try
        {
            using var xml = XmlReader.Create(new StringReader(text.TrimStart('\ufeff', ' ', '\t', '\r', '\n')), Settings);
            return reader.ReadElements(xml) ? reader.List() : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private ReadList List()
    {
        var all = ReadList.Of([.. _read, RecordClaims.Of(_records.Peek())]);
        return all with { Claims = [.. all.Claims.OrderBy(claim => claim.Line)] };
    }

    private bool ReadElements(XmlReader xml)
    {
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.Depth >= DeepestElement || xml.LocalName.Equals("html", StringComparison.OrdinalIgnoreCase):
                    return false;
                case XmlNodeType.Element:
                    Begin(xml);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    Take(RoleHere(), xml.Value, LineOf(xml));
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
        _path.Add(xml.LocalName);
        if (RecordNames.Contains(xml.LocalName))
        {
            _records.Push([]);
        }

        while (xml.MoveToNextAttribute())
        {
            // The words of an outline are its attribute.
            Take(xml.LocalName == "text" ? FieldRole.Title : FieldNames.RoleOf(xml.LocalName), xml.Value, LineOf(xml));
        }

        if (isEmpty)
        {
            End();
        }
    }

    private void End()
    {
        if (RecordNames.Contains(_path[^1]))
        {
            _read.Add(RecordClaims.Of(_records.Pop()));
        }

        _path.RemoveAt(_path.Count - 1);
    }

    private void Take(FieldRole role, string value, int line) => _records.Peek().AddRange(
        role == FieldRole.Author ? PersonNames.Divide(value).Select(name => new Field(role, name, line)) : [new(role, value, line)]);

    /// <summary>What the innermost element says; the name of an author is no title.</summary>
    private FieldRole RoleHere()
    {
        var roles = _path.AsEnumerable().Reverse().TakeWhile(name => !RecordNames.Contains(name)).Take(4).Select(FieldNames.RoleOf).ToList();
        return roles.Contains(FieldRole.Author) ? FieldRole.Author : roles.Find(role => role != FieldRole.Other);
    }

    private static int LineOf(XmlReader xml) => xml is IXmlLineInfo { LineNumber: > 0 } info ? info.LineNumber : 1;
}
