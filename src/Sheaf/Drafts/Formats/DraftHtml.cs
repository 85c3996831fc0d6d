using Sheaf.Drafts.Model;
using Sheaf.Formulas;
using Sheaf.Languages;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// A draft as one page that stands alone: for a screen of any width, light or dark, for a printer, and for a screen reader. It asks for
/// nothing from elsewhere and runs no script; formulas are MathML.
/// </summary>
internal static class DraftHtml
{
    /// <summary>HTML with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    public static string Render(Draft draft)
    {
        var (language, words, headings) = (draft.Language, draft.Language.Page, draft.Language.Headings);
        var formulas = PageFormulas.Begin(
            draft.Papers.SelectMany(entry => new[] { entry.Eprint.Title, entry.Note, entry.Eprint.Abstract }));
        Html page = $"""
            {PageHead.Of(draft.Language.Code, draft.Title, PageSheet.OfPages)}
            <body>
            <a class="skip" href="#papers">{words.SkipToPapers}</a>
            <header>
            <h1>{draft.Title}</h1>
            {(draft.Introduction.Length == 0 ? null : NoteHtml.From(draft.Introduction, formulas))}
            <p class="lead">{draft.Opening}</p>
            {Contents(draft)}
            </header>
            <main id="papers">
            {PageFigures.From(draft)}
            {InDepth(draft, formulas)}
            {Html.Lines(draft.Sections.Select((section, number) => Section(section, number, language, formulas)))}
            {Apart("late", headings.LateArrivals, words.AboutLateArrivals, draft.LateArrivals, language, formulas)}
            {Apart("missed", headings.MayHaveMissed, words.OnNoList, draft.MayHaveMissed, language, formulas)}
            </main>
            <footer>
            <p>{words.AboutTexts}{AboutSuggestions(draft)}</p>
            </footer>
            </body>
            </html>

            """;
        return page.ToString();
    }

    /// <summary>Only where there is more than one part to go to.</summary>
    private static Html? Contents(Draft draft)
    {
        (string Place, string Title, int Count)[] parts =
        [
            ("in-depth", draft.Language.Headings.InDepth, draft.InDepth.Count),
            .. draft.Sections.Select((section, number) => (PlaceOf(number), NoteHtml.WordsOfHeading(section.Title), section.Entries.Count)),
            ("late", draft.Language.Headings.LateArrivals, draft.LateArrivals.Count),
            ("missed", draft.Language.Headings.MayHaveMissed, draft.MayHaveMissed.Count),
        ];
        var links = parts.Where(part => part.Count > 0)
            .Select(part => (Html)$"""<li><a href="#{part.Place}">{part.Title}</a> <span class="many">{part.Count}</span></li>""").ToList();
        return links.Count < 2 ? null : (Html)$"""
            <nav aria-label="{draft.Language.Page.PartsOfTheList}">
            <ul>
            {Html.Lines(links)}
            </ul>
            </nav>
            """;
    }

    private static Html? InDepth(Draft draft, PageFormulas formulas) => draft.InDepth.Count == 0 ? null : (Html)$"""
        <section aria-labelledby="in-depth">
        <h2 id="in-depth">{draft.Language.Headings.InDepth}</h2>
        {Html.Lines(draft.InDepth.Select(entry => PageEntry.InDepth(entry, draft.Language, formulas)))}
        </section>
        """;

    private static Html Section(DraftSection section, int number, DraftLanguage language, PageFormulas formulas) => $"""
        <section aria-labelledby="{PlaceOf(number)}">
        <h2 id="{PlaceOf(number)}">{NoteHtml.FromHeading(section.Title, formulas)}</h2>
        {Html.Lines(section.Entries.Select(entry => PageEntry.InList(entry, language, formulas)))}
        </section>
        """;

    private static Html? Apart(
        string place, string title, string remark, IReadOnlyList<DraftEntry> entries, DraftLanguage language, PageFormulas formulas) =>
        entries.Count == 0 ? null : (Html)$"""
            <section aria-labelledby="{place}">
            <h2 id="{place}">{title}</h2>
            <p class="remark">{remark}</p>
            {Html.Lines(entries.Select(entry => PageEntry.InList(entry, language, formulas)))}
            </section>
            """;

    private static Html? AboutSuggestions(Draft draft)
    {
        var (words, parts) = (draft.Language.Page, draft.Language.Page.AboutSuggestions.Split("{mark}"));
        return draft.Papers.Any(entry => entry is { Note: null, Suggestion: not null })
            ? (Html)$"""{parts[0]}<em class="mark">{words.Suggested}</em>{parts[1]}"""
            : null;
    }

    private static string PlaceOf(int section) => FormattableString.Invariant($"part-{section + 1}");
}
