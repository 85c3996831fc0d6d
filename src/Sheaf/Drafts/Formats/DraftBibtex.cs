using System.Globalization;
using System.Text;
using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Model;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// A draft as BibTeX that BibTeX's own styles and biblatex with biber read alike: one <c>@misc</c> a paper, UTF-8, by the keys of
/// <see cref="CitationKeys"/>. Fields that one of the two would warn of beside another (<c>date</c> beside <c>year</c>,
/// <c>eprinttype</c> beside <c>archiveprefix</c>) are given once.
/// </summary>
internal static class DraftBibtex
{
    /// <summary>
    /// The editor's words are the field <c>annote</c>, which no ordinary style prints; suggestions are left out, the abstract being there.
    /// LF line endings, ends with one newline. Equal drafts give equal text.
    /// </summary>
    public static string Render(Draft draft)
    {
        // Outside of entries BibTeX takes everything for a comment but what an @ begins.
        var entries = new StringBuilder($"% {draft.Title.Replace("@", "(at)", StringComparison.Ordinal)}\n");
        var keys = CitationKeys.For(draft);
        foreach (var entry in draft.Papers)
        {
            Append(entries, entry, keys.Of(entry));
        }

        return entries.ToString();
    }

    private static void Append(StringBuilder bibtex, DraftEntry entry, string key)
    {
        var paper = entry.Eprint;
        bibtex.Append("\n@misc{").Append(key).Append(",\n");
        Field(bibtex, "author", BibtexName.Of(paper));
        // In braces twice: no style may turn the capitals of a name or a formula into small letters.
        Field(bibtex, "title", $"{{{LatexText.Of(PaperText.Title(paper))}}}");
        Field(bibtex, "year", entry.Day.ToString("yyyy", CultureInfo.InvariantCulture));
        bibtex.Append("  month         = ").Append(entry.Day.ToString("MMM", CultureInfo.InvariantCulture).ToLowerInvariant())
            .Append(",\n");
        Field(bibtex, "eprint", paper.Identifier.ToString());
        Field(bibtex, "archiveprefix", "arXiv");
        Field(bibtex, "primaryclass", LatexText.Of(PlainLine.Of(paper.PrimaryCategory)));
        Field(bibtex, "doi", PaperText.Doi(paper));
        Field(bibtex, "url", entry.Link);
        Field(bibtex, "note", LatexText.Of(PaperText.Published(paper) ?? ""));
        Field(bibtex, "annote", LatexText.Of(PlainLine.Of(entry.Note ?? "")));
        Field(bibtex, "keywords", string.Join(", ", entry.Tags.Select(tag => LatexText.Of(PlainLine.Of(tag).Replace(',', ';')))));
        Field(bibtex, "abstract", string.Join(' ', PaperText.Abstract(paper).Select(LatexText.Of)));
        bibtex.Append("}\n");
    }

    private static void Field(StringBuilder bibtex, string name, string value)
    {
        if (value.Length > 0)
        {
            bibtex.Append("  ").Append(name.PadRight(13)).Append(" = {").Append(value).Append("},\n");
        }
    }
}
