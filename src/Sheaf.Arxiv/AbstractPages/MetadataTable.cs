using AngleSharp.Dom;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>
/// The rows of the table below the abstract, by their labels: the class of a cell does not tell a journal reference from a report number
/// (field guide 5.5).
/// </summary>
internal sealed class MetadataTable
{
    private const string Field = "metadata table";

    // The label of today, and after it those of older pages.
    private static readonly Dictionary<string, string> Labels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Comments"] = "comment",
        ["Subjects"] = "subjects",
        ["MSC classes"] = "MSC classes",
        ["ACM classes"] = "ACM classes",
        ["Report number"] = "report number",
        ["Journal reference"] = "journal reference",
        ["Related DOI"] = "DOI",
        ["DOI"] = "DOI",
        ["Cite as"] = "cite as",
    };

    private readonly Dictionary<string, IElement> _cells = [];

    private MetadataTable()
    {
    }

    /// <exception cref="ArxivFormatException">A row is unknown or occurs twice: what it says would be lost.</exception>
    internal static MetadataTable Parse(PageParts page)
    {
        var table = new MetadataTable();
        table.AddRows(page.Metadata, page);
        return table;
    }

    /// <summary>The second cell of a row; null where the table has no such row.</summary>
    internal IElement? Cell(string field) => _cells.GetValueOrDefault(field);

    /// <summary>The text of a row, empty where the table has no such row.</summary>
    internal string Text(string field) => Cell(field) is { } cell ? PageText.Line(cell) : "";

    private void AddRows(INode node, PageParts page)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IElement { LocalName: "tr" } row)
            {
                AddRow(row, page);
            }
            else
            {
                AddRows(child, page);
            }
        }
    }

    private void AddRow(IElement row, PageParts page)
    {
        if (row.ChildNodes.OfType<IElement>().ToList() is not [var head, var cell])
        {
            throw page.Fault(Field, $"the row '{PageText.Line(row)}' has not two cells");
        }

        var label = PageText.Line(head).TrimEnd(':').TrimEnd();
        if (label.Length == 0 && (PageText.HasClass(cell, "arxividv") || PageText.HasClass(cell, "arxivdoi")))
        {
            return;
        }

        if (!Labels.TryGetValue(label, out var field) || !_cells.TryAdd(field, cell))
        {
            throw page.Fault(Field, $"the row '{label}' is unknown or comes a second time");
        }
    }
}
