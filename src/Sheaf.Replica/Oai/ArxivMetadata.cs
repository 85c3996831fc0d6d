using Sheaf.Replica.Text;
using static Sheaf.Replica.Oai.OaiRecord;

namespace Sheaf.Replica.Oai;

/// <summary>
/// The format arXiv: authors one by one without affiliations, and no versions. <c>created</c> is the day of the current version, whatever
/// the format's own schema says (field guide 3.4).
/// </summary>
internal static class ArxivMetadata
{
    private const string Opening =
        "        <arXiv xmlns=\"http://arxiv.org/OAI/arXiv/\" "
        + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://arxiv.org/OAI/arXiv/ "
        + "https://oaipmh.arxiv.org/OAI/arXiv.xsd\">\n";

    public static string Of(CorpusPaper paper) => string.Concat(
    [
        Opening,
        Element("id", paper.Id),
        Element("created", OaiDocument.Day(History.Of(paper).Latest.Submitted)),
        Element("updated", OaiDocument.Day(LastModified(paper))),
        "            <authors>\n",
        .. AuthorLine.Of(paper).Authors().Select(author => Author(author.Name)),
        "            </authors>\n",
        Element("title", Converted(paper.Title)),
        Element("categories", string.Join(' ', Categories(paper))),
        Element("comments", Converted(paper.Comment)),
        Element("proxy", paper.Proxy),
        Element("report-no", paper.ReportNumber),
        Element("msc-class", paper.MscClass),
        RawMetadata.AcmClass(paper),
        Element("journal-ref", Converted(paper.JournalRef)),
        Element("doi", Dois(paper)),
        Element("license", paper.License),
        Element("abstract", Converted(Abstract(paper))),
        "        </arXiv>",
    ]);

    private static string Author(PersonName name) => string.Concat(
        "            <author>\n",
        Element("keyname", name.Surname),
        Element("forenames", OrNone(name.Forenames)),
        Element("suffix", OrNone(name.Suffix)),
        "            </author>\n");

    private static string? OrNone(string text) => text.Length > 0 ? text : null;
}
