using System.Xml;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Http;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Oai;

/// <summary>
/// The metadata of a record in one format: its elements by name, in whatever order they stand, and what they make together.
/// </summary>
internal abstract class OaiMetadata
{
    private readonly Dictionary<string, List<string>> _texts = [];

    /// <summary>Reads the element of the format, from its start tag to behind its end.</summary>
    public void Read(XmlReader reader)
    {
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            ReadElement(reader);
        }
    }

    /// <summary>The record, or what is wrong with it in the words of the answer.</summary>
    public (EprintRecord? Eprint, string? Fault) ToEprint(OaiHeader header)
    {
        if (header.Identifier is not { } identifier)
        {
            return (null, "identifier: not one of arXiv's");
        }

        var record = Complete(new EprintRecord { Identifier = identifier, Source = RecordSource.Oai, Title = Line("title") }, header);
        var fault = Text("id") is { } id && id.Trim() != identifier.ToString() ? "id: not the one in the header"
            : string.IsNullOrEmpty(record.Title) ? "title: missing"
            : record.Authors is null ? "authors: missing"
            : record.Abstract is null ? "abstract: missing"
            : record.Categories is [] ? "categories: missing"
            : FaultOf(record);
        return fault is null ? (record, null) : (null, fault);
    }

    /// <summary>Adds what the format tells.</summary>
    protected abstract EprintRecord Complete(EprintRecord record, OaiHeader header);

    /// <summary>What else is wrong with the record; null where nothing is.</summary>
    protected virtual string? FaultOf(EprintRecord record) => null;

    protected virtual void ReadElement(XmlReader reader)
    {
        var name = reader.LocalName;
        if (!_texts.TryGetValue(name, out var texts))
        {
            _texts.Add(name, texts = []);
        }

        texts.Add(reader.ReadText());
    }

    /// <summary>The texts of all elements of that name, as they stand there.</summary>
    protected IReadOnlyList<string> Texts(string name) => _texts.TryGetValue(name, out var texts) ? texts : [];

    /// <summary>The text of the first element of that name; null where there is none.</summary>
    protected string? Text(string name) => Texts(name) is [var text, ..] ? text : null;

    /// <summary>The same on one line.</summary>
    protected string? Line(string name) => Text(name) is { } text ? MetadataText.OneLine(text) : null;

    /// <summary>The same on one line, empty where there is no such element: the format would have it, so there is none.</summary>
    protected string LineOrNone(string name) => Line(name) ?? "";

    /// <summary>What arXiv's own two formats name alike.</summary>
    protected EprintRecord WithFieldsOfArxiv(EprintRecord record)
    {
        var msc = LineOrNone("msc-class");
        return record with
        {
            Abstract = Text("abstract") is { } text ? MetadataText.Paragraphs(text) : null,
            Categories = Categories(LineOrNone("categories")),
            Comment = LineOrNone("comments"),
            JournalRef = LineOrNone("journal-ref"),
            Dois = DoiField.Parse(LineOrNone("doi")),
            ReportNumber = LineOrNone("report-no"),
            MscClass = msc,

            // The server fills this element with the MSC class, or the word None (field guide 3.4): what is not a class of ACM's tells
            // nothing.
            AcmClass = Line("acm-class") is { Length: > 0 } acm && acm != msc && acm != "None" ? acm : null,
            License = LineOrNone("license"),
        };
    }

    // Stored names; pages show aliases and closed archives under the name of today.
    private static List<string> Categories(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CanonicalName).Distinct().ToList();

    private static string CanonicalName(string name) => Category.TryParse(name, out var category) ? category.Canonical.Name : name;
}
