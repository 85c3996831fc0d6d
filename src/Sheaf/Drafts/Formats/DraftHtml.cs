using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// A draft as one page that stands alone: for a screen of any width, light or dark, for a printer, and for a screen reader. It asks for
/// nothing from elsewhere and runs no script; mathematics is TeX between dollars, as MathJax finds it.
/// </summary>
public static class DraftHtml
{
    /// <summary>HTML with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    public static string Render(Draft draft)
    {
        var html = new HtmlText();
        WriteHead(html, draft);
        html.Raw("<main id=\"papers\">\n");
        PageFigures.Write(html, draft);
        WriteInDepth(html, draft);
        for (var number = 0; number < draft.Sections.Count; number++)
        {
            WriteSection(html, draft.Sections[number], number);
        }

        WriteApart(html, "late", DraftSection.LateArrivals, "Papers of the month before that came onto a list after its issue.", draft.LateArrivals);
        WriteApart(html, "missed", DraftSection.MayHaveMissed, "Papers on no list yet.", draft.MayHaveMissed);
        html.Raw("</main>\n<footer>\n<p>Titles, names and abstracts are as their authors gave them to arXiv.");
        html.Raw(draft.Papers.Any(entry => entry.Note is null && entry.Suggestion is not null)
            ? " What is marked as <em class=\"mark\">Suggested</em> is a sentence of an abstract; no editor wrote it." : "");
        return html.Raw("</p>\n</footer>\n</body>\n</html>\n").ToString();
    }

    private static void WriteHead(HtmlText html, Draft draft)
    {
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
            .Text(PageStyle.Policy).Raw("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>").Text(draft.Title)
            .Raw("</title>\n<style>").Raw(PageStyle.Sheet).Raw("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#papers\">Skip to the papers</a>\n<header>\n<h1>")
            .Text(draft.Title).Raw("</h1>\n<p class=\"lead\">").Text(draft.Opening).Raw("</p>\n");
        WriteContents(html, draft);
        html.Raw("</header>\n");
    }

    /// <summary>Only where there is more than one part to go to.</summary>
    private static void WriteContents(HtmlText html, Draft draft)
    {
        (string Place, string Title, int Count)[] parts =
        [
            .. draft.InDepth.Count == 0 ? [] : new[] { ("in-depth", DraftSection.InDepth, draft.InDepth.Count) },
            .. draft.Sections.Select((section, number) => (PlaceOf(number), NoteHtml.WordsOfHeading(section.Title), section.Entries.Count)),
            .. draft.LateArrivals.Count == 0 ? [] : new[] { ("late", DraftSection.LateArrivals, draft.LateArrivals.Count) },
            .. draft.MayHaveMissed.Count == 0 ? [] : new[] { ("missed", DraftSection.MayHaveMissed, draft.MayHaveMissed.Count) },
        ];
        if (parts.Length < 2)
        {
            return;
        }

        html.Raw("<nav aria-label=\"Parts of the list\">\n<ul>\n");
        foreach (var (place, title, count) in parts)
        {
            html.Raw("<li><a href=\"#").Raw(place).Raw("\">").Text(title).Raw("</a> <span class=\"many\">").Number(count).Raw("</span></li>\n");
        }

        html.Raw("</ul>\n</nav>\n");
    }

    private static void WriteInDepth(HtmlText html, Draft draft)
    {
        if (draft.InDepth.Count > 0)
        {
            html.Raw("<section aria-labelledby=\"in-depth\">\n<h2 id=\"in-depth\">In depth</h2>\n");
            foreach (var entry in draft.InDepth)
            {
                PageEntry.WriteInDepth(html, entry);
            }

            html.Raw("</section>\n");
        }
    }

    private static void WriteSection(HtmlText html, DraftSection section, int number)
    {
        html.Raw("<section aria-labelledby=\"").Raw(PlaceOf(number)).Raw("\">\n<h2 id=\"").Raw(PlaceOf(number)).Raw("\">").Raw(NoteHtml.OfHeading(section.Title)).Raw("</h2>\n");
        foreach (var entry in section.Entries)
        {
            PageEntry.Write(html, entry);
        }

        html.Raw("</section>\n");
    }

    private static void WriteApart(HtmlText html, string place, string title, string remark, IReadOnlyList<DraftEntry> entries)
    {
        if (entries.Count > 0)
        {
            html.Raw("<section aria-labelledby=\"").Raw(place).Raw("\">\n<h2 id=\"").Raw(place).Raw("\">").Text(title).Raw("</h2>\n<p class=\"remark\">").Text(remark).Raw("</p>\n");
            foreach (var entry in entries)
            {
                PageEntry.Write(html, entry);
            }

            html.Raw("</section>\n");
        }
    }

    private static string PlaceOf(int section) => FormattableString.Invariant($"part-{section + 1}");
}
