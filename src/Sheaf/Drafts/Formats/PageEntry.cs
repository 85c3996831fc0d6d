using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>One paper on the page.</summary>
internal static class PageEntry
{
    /// <summary>As many authors are named; of more, the others are counted.</summary>
    private const int NamesShown = 12;

    /// <summary>In its section. A paper that is treated in depth has its words there.</summary>
    public static void Write(HtmlText html, DraftEntry entry)
    {
        html.Raw("<article>\n");
        WriteTitleAndByline(html, entry, Names(entry.Eprint, NamesShown, NamesShown + 1), leadsToDepth: entry.Starred);
        if (!entry.Starred)
        {
            WriteWords(html, entry);
            WriteAbstract(html, entry.Eprint, isOpen: false);
        }

        html.Raw("</article>\n");
    }

    public static void WriteInDepth(HtmlText html, DraftEntry entry)
    {
        html.Raw("<article class=\"deep\" id=\"").Text(PlaceOf(entry)).Raw("\">\n");
        WriteTitleAndByline(html, entry, Names(entry.Eprint, DraftEntry.AuthorsInDepth, DraftEntry.AuthorsInDepth), leadsToDepth: false);
        WriteFound(html, entry.Eprint);
        WriteWords(html, entry);
        WriteAbstract(html, entry.Eprint, isOpen: true);
        html.Raw("</article>\n");
    }

    private static void WriteTitleAndByline(HtmlText html, DraftEntry entry, string names, bool leadsToDepth)
    {
        var title = PaperText.Title(entry.Eprint);
        html.Raw("<h3><a href=\"").Text(entry.Link).Raw("\">").Tex(title.Length == 0 ? PaperText.Key(entry.Eprint) : title).Raw("</a></h3>\n<p class=\"byline\">");
        if (names.Length > 0)
        {
            html.Raw("<span class=\"names\">").Text(names).Raw("</span> ");
        }

        html.Raw("<time datetime=\"").Raw(UtcText.Day(entry.Day)).Raw("\">").Raw(DayText.Long(entry.Day)).Raw("</time> ");
        WriteCategory(html, entry.Eprint.PrimaryCategory);
        foreach (var tag in entry.Tags)
        {
            html.Raw("<span class=\"tag\">#").Text(PlainLine.Of(tag)).Raw("</span> ");
        }

        html.Raw(entry.Eprint.Withdrawn ? "<strong class=\"withdrawn\">Withdrawn</strong> " : "");
        if (leadsToDepth)
        {
            html.Raw("<a href=\"#").Text(PlaceOf(entry)).Raw("\">★ in depth</a>");
        }

        html.Raw("</p>\n");
    }

    private static string Names(Eprint paper, int shown, int most)
    {
        var names = PaperText.Authors(paper).ToList();
        return names.Count > most ? FormattableString.Invariant($"{string.Join(", ", names.Take(shown))} and {names.Count - shown} {(names.Count - shown == 1 ? "other" : "others")}")
            : string.Join(", ", names) + (paper.HasOtherAuthors ? ", et al." : "");
    }

    private static void WriteCategory(HtmlText html, string name)
    {
        html.Raw("<span class=\"category\"");
        if (Category.TryParse(name, out var category))
        {
            html.Raw(" title=\"").Text(category.FullName).Raw("\"");
        }

        html.Raw(">").Text(PlainLine.Of(name)).Raw("</span> ");
    }

    /// <summary>Where the paper has appeared, and its authors' code and project, where its record says so.</summary>
    private static void WriteFound(HtmlText html, Eprint paper)
    {
        var links = FoundLinks.Of(paper);
        if (Venue.Of(paper) is { } venue)
        {
            html.Raw("<p class=\"byline\">Published in ").Tex(PaperText.LineOf(venue) ?? "").Raw("</p>\n");
        }

        WriteLinks(html, "Code", links.Code);
        WriteLinks(html, "Project", links.Project);
    }

    private static void WriteLinks(HtmlText html, string label, IReadOnlyList<Uri> addresses)
    {
        if (addresses.Count > 0)
        {
            html.Raw("<p class=\"byline\">").Raw(label).Raw(":");
            foreach (var address in addresses)
            {
                html.Raw(" <a href=\"").Text(address.AbsoluteUri).Raw("\">").Text(address.AbsoluteUri).Raw("</a>");
            }

            html.Raw("</p>\n");
        }
    }

    private static void WriteWords(HtmlText html, DraftEntry entry)
    {
        if (EntryWordsHtml.Html(entry) is { } words)
        {
            html.Raw("<div class=\"words\">\n").Raw(words).Raw("</div>\n");
        }
    }

    private static void WriteAbstract(HtmlText html, Eprint paper, bool isOpen)
    {
        var paragraphs = PaperText.Abstract(paper);
        if (paragraphs.Count == 0)
        {
            return;
        }

        html.Raw(isOpen ? "<details open>" : "<details>").Raw("<summary>Abstract</summary>\n");
        foreach (var paragraph in paragraphs)
        {
            html.Raw("<p>").Tex(paragraph).Raw("</p>\n");
        }

        html.Raw("</details>\n");
    }

    private static string PlaceOf(DraftEntry entry) => $"in-depth-{entry.Eprint.Identifier}";
}
