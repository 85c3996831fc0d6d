using System.Globalization;
using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Model;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// A draft as RIS, for programs that manage literature: one record a paper, CRLF after every line as the format has it. The type is
/// <c>UNPB</c>, unpublished work, which RIS has for preprints.
/// </summary>
internal static class DraftRis
{
    private const string LineEnd = "\r\n";

    /// <summary>
    /// Every value on one line; a note is the editor's, suggestions are left out, the abstract being there. Empty for an empty month.
    /// </summary>
    public static string Render(Draft draft)
    {
        var (records, keys) = (new StringBuilder(), CitationKeys.For(draft));
        foreach (var entry in draft.Papers)
        {
            records.Append(records.Length == 0 ? "" : LineEnd);
            Append(records, entry, keys.Of(entry));
        }

        return records.ToString();
    }

    private static void Append(StringBuilder record, DraftEntry entry, string key)
    {
        var paper = entry.Eprint;
        Line(record, "TY", "UNPB");
        Line(record, "ID", key);
        Line(record, "TI", PaperText.Title(paper));
        foreach (var name in PaperText.Names(paper))
        {
            Line(record, "AU", Of(name));
        }

        Line(record, "PY", entry.Day.ToString("yyyy", CultureInfo.InvariantCulture));
        Line(record, "DA", entry.Day.ToString("yyyy'/'MM'/'dd'/'", CultureInfo.InvariantCulture));
        Line(record, "AB", string.Join(' ', PaperText.Abstract(paper)));
        foreach (var tag in entry.Tags)
        {
            Line(record, "KW", PlainLine.Of(tag).Replace(';', ','));
        }

        Line(record, "N1", entry.Note is null ? null : PlainLine.Of(entry.Note));
        Line(record, "N1", PaperText.Published(paper));
        Line(record, "PB", "arXiv");
        Line(record, "M3", "Preprint");
        Line(record, "AN", PaperText.Key(paper));
        Line(record, "DO", PaperText.Doi(paper));
        Line(record, "UR", entry.Link);
        Line(record, "L1", entry.Pdf);
        record.Append("ER  - ").Append(LineEnd);
    }

    /// <summary>Commas separate the parts; a collaboration keeps those it has as semicolons.</summary>
    private static string Of(PersonName name)
    {
        string[] parts = name.Suffix.Length > 0 ? [name.Surname, name.Given, name.Suffix] : name.Given.Length > 0
            ? [name.Surname, name.Given]
            : [name.Surname];
        return string.Join(", ", parts.Select(part => part.Replace(',', ';')));
    }

    private static void Line(StringBuilder record, string tag, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            record.Append(tag).Append("  - ").Append(value).Append(LineEnd);
        }
    }
}
