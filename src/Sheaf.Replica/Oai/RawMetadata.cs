using System.Globalization;
using Sheaf.Replica.Text;
using static Sheaf.Replica.Oai.OaiRecord;

namespace Sheaf.Replica.Oai;

/// <summary>The format arXivRaw: texts as stored, and every version (field guide 3.4).</summary>
internal static class RawMetadata
{
    private const string Opening =
        "        <arXivRaw xmlns=\"http://arxiv.org/OAI/arXivRaw/\" "
        + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://arxiv.org/OAI/arXivRaw/ "
        + "https://oaipmh.arxiv.org/OAI/arXivRaw.xsd\">\n";

    public static string Of(CorpusPaper paper) => string.Concat(
    [
        Opening,
        Element("id", paper.Id),
        Element("submitter", paper.Submitter ?? First(AuthorLine.Of(paper).Authors())),
        .. History.Of(paper).Versions.Select(Version),
        Element("title", paper.Title),
        Element("authors", AuthorLine.Stored(paper)),
        Element("categories", string.Join(' ', Categories(paper))),
        Element("comments", paper.Comment),
        Element("proxy", paper.Proxy),
        Element("report-no", paper.ReportNumber),
        AcmClass(paper),
        Element("msc-class", paper.MscClass),
        Element("journal-ref", paper.JournalRef),
        Element("doi", Dois(paper)),
        Element("license", paper.License),
        Element("abstract", Abstract(paper)),
        "        </arXivRaw>",
    ]);

    /// <summary>A known fault of arXiv's: the element of the ACM class holds the MSC class, or the word None (field guide 3.4).</summary>
    public static string AcmClass(CorpusPaper paper) => Element("acm-class", paper.AcmClass is null ? null : paper.MscClass ?? "None");

    private static string First(IReadOnlyList<ListedAuthor> authors) => authors is [{ Name: var name }, ..] ? name.AtomName.Trim() : "";

    private static string Version(CorpusVersion version)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"{version.SizeKb ?? (version.Withdrawn ? 0 : 1)}kb");
        return $"""
                    <version version="v{version.Version}">
                        <date>{Html.Format(version.Submitted, "ddd, dd MMM yyyy HH:mm:ss 'GMT'")}</date>
                        <size>{size}</size>
            {(version.Withdrawn ? "                <source_type>I</source_type>\n" : "")}        </version>

            """;
    }
}
