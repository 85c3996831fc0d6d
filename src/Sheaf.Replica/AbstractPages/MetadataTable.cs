using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.AbstractPages;

/// <summary>
/// The table below the abstract, row by row in arXiv's order; report number and journal reference share a class (field guide 5.5).
/// </summary>
internal static partial class MetadataTable
{
    public static string Of(ShownPaper shown)
    {
        var paper = shown.Paper;
        var rows = new StringBuilder();
        if (paper.Comment is { } comment)
        {
            var text = AutoLinks.Link(TexText.WithAccentsAndGreek(Spaces().Replace(comment, " ").Trim()));
            Row(rows, "Comments:", "comments mathjax", shown.Version.Withdrawn ? $"<em style=\"color: unset\">{text}</em>" : text);
        }

        Row(rows, "Subjects:", "subjects", Subjects(shown));
        RowIfAny(rows, "<abbr title=\"Mathematical Subject Classification\">MSC</abbr> classes:", "msc-classes", paper.MscClass);
        RowIfAny(rows, "<abbr title=\"Association for Computing Machinery\">ACM</abbr> classes:", "acm-classes", paper.AcmClass);
        RowIfAny(rows, "Report&nbsp;number:", "jref", paper.ReportNumber);
        AppendCitation(rows, shown);
        RowIfAny(rows, "Journal&nbsp;reference:", "jref", paper.JournalRef is { } journal ? TexText.WithAccentsAndGreek(journal) : null);
        if (paper.Doi.Count > 0)
        {
            Row(
                rows,
                "<abbr title=\"Digital Object Identifier\">Related DOI</abbr>:",
                "doi",
                $"{string.Join(' ', paper.Doi.Select(AutoLinks.DoiAnchor))}{Tooltip("DOI(s) linking to related resources")}");
        }

        return rows.ToString();
    }

    /// <summary>A button with a hidden explanation, which readers must not take for text of the page.</summary>
    public static string Tooltip(string text) =>
        $"""
        <div class="button-and-tooltip">
              <button class="more-info" aria-describedby="more-info-desc-1">
                <svg height="15" role="presentation" viewBox="0 0 2 2"><path d="M0 0h2v2z"></path></svg>
                <span class="visually-hidden">Focus to learn more</span>
              </button>
              <div role="tooltip" id="more-info-desc-1"><span class="left-corner"></span>{text}</div>
            </div>
        """;

    private static string Subjects(ShownPaper shown)
    {
        var names = shown.Categories.Select(category => Html.Escape($"{Taxonomy.NameOf(category)} ({category})")).ToArray();
        names[0] = $"<span class=\"primary-subject\">{names[0]}</span>";
        return string.Join("; ", names);
    }

    private static void AppendCitation(StringBuilder rows, ShownPaper shown)
    {
        // An old identifier in the paper's own archive tells the category itself.
        var category = shown.Asked.Archive == shown.StoredPrimary ? "" : $" [{shown.Categories[0]}]";
        Row(rows, "Cite as:", "arxivid", Citation(shown.Id, category));
        var versioned = Citation(shown.Versioned, category).Replace("<a", "\n              <a", StringComparison.Ordinal);
        Row(rows, "&nbsp;", "arxividv", $"(or {versioned} for this version)");
        var doi = $"https://doi.org/10.48550/arXiv.{shown.Id}";
        Row(rows, "&nbsp;", "arxivdoi", $"<a href=\"{doi}\"  id=\"arxiv-doi-link\">{doi}</a>{Tooltip("arXiv-issued DOI via DataCite")}");
    }

    private static string Citation(string name, string category) =>
        $"""<span class="arxivid"><a href="https://arxiv.org/abs/{name}">arXiv:{name}</a>{category}</span>""";

    private static void RowIfAny(StringBuilder rows, string label, string cell, string? text)
    {
        if (text is not null)
        {
            Row(rows, label, cell, Html.Escape(Spaces().Replace(text, " ").Trim()));
        }
    }

    private static void Row(StringBuilder rows, string label, string cell, string html) => rows.AppendLine(
        $"""
                <tr>
                  <td class="tablecell label">{label}</td>
                  <td class="tablecell {cell}">{html}</td>
                </tr>
        """);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
