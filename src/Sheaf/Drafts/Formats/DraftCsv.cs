using System.Globalization;
using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Model;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// A draft as comma-separated values (RFC 4180, CRLF), one row a paper, safe to open in a spreadsheet: see <see cref="Csv"/>.
/// </summary>
internal static class DraftCsv
{
    /// <summary>
    /// The names of the columns, which are the first row. <c>suggestion</c> is a sentence of the abstract where the editor wrote nothing,
    /// <c>doi</c> names what became of the e-print, and <c>arxivDoi</c> the e-print. New columns come last: sheets count them.
    /// </summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "section", "id", "title", "authors", "day", "link", "starred", "late", "tags", "note", "suggestion", "primaryCategory",
        "categories",
        "firstSubmitted", "lastSubmitted", "latestVersion", "withdrawn", "comment", "journalRef", "doi", "abstract",
        "arxivDoi",
    ];

    /// <summary>Lists in a cell are separated by semicolons. Equal drafts give equal text.</summary>
    public static string Render(Draft draft)
    {
        var rows = new StringBuilder();
        rows.Append(Csv.Row(Columns)).Append("\r\n");
        foreach (var (section, entry) in draft.Sections.SelectMany(section => section.Entries.Select(entry => (section.Title, entry))))
        {
            rows.Append(Csv.Row(Cells(section, entry, isLate: false))).Append("\r\n");
        }

        foreach (var entry in draft.LateArrivals)
        {
            rows.Append(Csv.Row(Cells(entry.Section, entry, isLate: true))).Append("\r\n");
        }

        return rows.ToString();
    }

    private static string?[] Cells(string? section, DraftEntry entry, bool isLate)
    {
        var paper = entry.Eprint;
        return
        [
            PlainLine.Of(section ?? ""), paper.Identifier.ToString(), PaperText.Title(paper), List(PaperText.Authors(paper)),
            UtcText.Day(entry.Day), entry.Link,
            Flag(entry.Starred), Flag(isLate), List(entry.Tags.Select(PlainLine.Of)), entry.Note is null ? null : NoteText.Of(entry.Note),
            entry.Note is null ? PaperText.LineOf(entry.Suggestion) : null,
            PlainLine.Of(paper.PrimaryCategory), List(paper.Categories.Select(PlainLine.Of)), UtcText.From(paper.FirstSubmitted),
            UtcText.From(paper.LastSubmitted),
            paper.LatestVersion.ToString(CultureInfo.InvariantCulture), Flag(paper.Withdrawn), PaperText.LineOf(paper.Comment),
            PaperText.LineOf(paper.JournalRef), List(paper.Dois.Select(PlainLine.Of)), string.Join('\n', PaperText.Abstract(paper)),
            PaperText.Doi(paper),
        ];
    }

    private static string List(IEnumerable<string> values) => string.Join("; ", values);

    private static string Flag(bool value) => value ? "true" : "false";
}
