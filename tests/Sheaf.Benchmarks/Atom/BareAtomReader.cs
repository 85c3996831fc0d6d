using System.Xml;

namespace Sheaf.Benchmarks.Atom;

/// <summary>The floor: the least that turns an answer into records. It checks, cleans and orders nothing.</summary>
internal static class BareAtomReader
{
    public static List<BareEntry> Read(Stream answer)
    {
        var entries = new List<BareEntry>();
        using var reader = XmlReader.Create(answer, new XmlReaderSettings { IgnoreWhitespace = true });
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "entry")
            {
                entries.Add(ReadEntry(reader));
            }
        }

        return entries;
    }

    private static BareEntry ReadEntry(XmlReader reader)
    {
        var entry = new BareEntry();
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "entry"))
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                ReadElement(reader, entry);
            }
        }

        return entry;
    }

    private static void ReadElement(XmlReader reader, BareEntry entry)
    {
        switch (reader.LocalName)
        {
            case "id": entry.Id = TextOf(reader); break;
            case "title": entry.Title = TextOf(reader); break;
            case "summary": entry.Summary = TextOf(reader); break;
            case "published": entry.Published = TextOf(reader); break;
            case "updated": entry.Updated = TextOf(reader); break;
            case "comment": entry.Comment = TextOf(reader); break;
            case "journal_ref": entry.JournalRef = TextOf(reader); break;
            case "doi": entry.Dois.Add(TextOf(reader)); break;
            case "name": entry.Authors.Add(TextOf(reader)); break;
            case "category": entry.Categories.Add(reader.GetAttribute("term")!); break;
            default: break;
        }
    }

    private static string TextOf(XmlReader reader)
    {
        reader.Read();
        return reader.Value;
    }
}

/// <summary>What the floor makes of an entry.</summary>
internal sealed class BareEntry
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    public string Summary { get; set; } = "";

    public string Published { get; set; } = "";

    public string Updated { get; set; } = "";

    public string Comment { get; set; } = "";

    public string JournalRef { get; set; } = "";

    public List<string> Dois { get; } = [];

    public List<string> Authors { get; } = [];

    public List<string> Categories { get; } = [];
}
