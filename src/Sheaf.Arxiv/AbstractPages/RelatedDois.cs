using AngleSharp.Dom;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>The publishers' DOIs of an e-print; arXiv's own stands in another row (field guide 5.5).</summary>
internal static class RelatedDois
{
    private const string Field = "DOI";

    /// <summary>
    /// Bare, in the page's order, without the separators that arXiv links along with them. What an author gave for a DOI and arXiv could not
    /// link is kept as it stands.
    /// </summary>
    internal static List<string> Parse(MetadataTable table, PageParts page)
    {
        if (table.Cell(Field) is not { } cell)
        {
            return page.Citation("citation_doi") is null ? [] : throw page.Fault(Field, "the head names one, the table does not");
        }

        var links = cell.ChildNodes.OfType<IElement>().Where(child => child.LocalName == "a").ToList();
        var written = links.Count > 0 ? links.Select(PageText.Link) : PageText.Line(cell).Split(' ');
        var dois = written.SelectMany(DoiField.Parse).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return dois.Count > 0 ? dois : throw page.Fault(Field, "the row is empty");
    }
}
