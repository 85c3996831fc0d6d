using Sheaf.Replica.Text;
using static Sheaf.Replica.Oai.OaiRecord;

namespace Sheaf.Replica.Oai;

/// <summary>
/// The format oai_dc, in which the order of equal elements tells what they are; no licence and no report number (field guide 3.4).
/// </summary>
internal static class DublinCore
{
    private const string Opening =
        "        <oai_dc:dc xmlns:oai_dc=\"http://www.openarchives.org/OAI/2.0/oai_dc/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://www.openarchives.org/OAI/2.0/oai_dc/ "
        + "https://www.openarchives.org/OAI/2.0/oai_dc.xsd\">\n";

    public static string Of(CorpusPaper paper) => string.Concat(
        Opening,
        Element("dc:title", Converted(paper.Title)),
        Each("dc:creator", AuthorLine.Of(paper).Authors().Select(author => author.Name.LastFirst)),
        Each("dc:subject", Subjects(paper)),
        Element("dc:description", Converted(Abstract(paper)) + " "),
        Element("dc:description", Converted(paper.Comment)),
        Each("dc:date", Days(History.Of(paper))),
        Element("dc:type", "text"),
        Each("dc:identifier", Identifiers(paper)),
        "        </oai_dc:dc>");

    private static IEnumerable<string> Days(History history) =>
        new[] { OaiDocument.Day(history.First.Submitted), OaiDocument.Day(history.Latest.Submitted) }.Distinct();

    private static IEnumerable<string?> Identifiers(CorpusPaper paper) =>
    [
        $"https://arxiv.org/abs/{paper.Id}",
        $"http://arxiv.org/abs/{paper.Id}",
        Converted(paper.JournalRef),
        Dois(paper) is { } dois ? $"doi:{dois}" : null,
    ];

    private static IEnumerable<string?> Subjects(CorpusPaper paper) =>
        [.. Taxonomy.Shown(paper).Select(Taxonomy.NameOf), paper.MscClass, paper.AcmClass];

    private static string Each(string name, IEnumerable<string?> texts) => string.Concat(texts.Select(text => Element(name, text)));
}
