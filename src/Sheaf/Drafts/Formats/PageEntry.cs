using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Formulas;
using Sheaf.Languages;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>One paper on the page.</summary>
internal static class PageEntry
{
    /// <summary>As many authors are named; of more, the others are counted.</summary>
    private const int NamesShown = 12;

    /// <summary>In its section. A paper that is treated in depth has its words there.</summary>
    public static Html InList(DraftEntry entry, DraftLanguage language, PageFormulas formulas) => $"""
        <article>
        {TitleAndByline(
            entry, Names(entry.Eprint, NamesShown, NamesShown + 1, language), language, formulas, leadsToDepth: entry.Starred)}
        {(entry.Starred ? null : Words(entry, language, formulas))}
        {(entry.Starred ? null : Abstract(entry.Eprint, language, formulas, isOpen: false))}
        </article>
        """;

    public static Html InDepth(DraftEntry entry, DraftLanguage language, PageFormulas formulas) => $"""
        <article class="deep" id="{PlaceOf(entry)}">
        {TitleAndByline(
            entry,
            Names(entry.Eprint, DraftEntry.AuthorsInDepth, DraftEntry.AuthorsInDepth, language),
            language,
            formulas,
            leadsToDepth: false)}
        {PublishedIn(entry.Eprint, language.Labels, formulas)}
        {Links(language.Labels.Code, FoundLinks.Of(entry.Eprint).Code, language.Labels)}
        {Links(language.Labels.Project, FoundLinks.Of(entry.Eprint).Project, language.Labels)}
        {Words(entry, language, formulas)}
        {Abstract(entry.Eprint, language, formulas, isOpen: true)}
        </article>
        """;

    private static Html TitleAndByline(
        DraftEntry entry, string names, DraftLanguage language, PageFormulas formulas, bool leadsToDepth)
    {
        var title = PaperText.Title(entry.Eprint);
        Html?[] byline =
        [
            names.Length > 0 ? (Html)$"""<span class="names">{names}</span> """ : null,
            $"""<time datetime="{UtcText.Day(entry.Day)}">{language.Days.LongInYear(entry.Day)}</time> """,
            CategoryOf(entry.Eprint.PrimaryCategory),
            .. entry.Tags.Select(tag => (Html)$"""<span class="tag">#{PlainLine.Of(tag)}</span> """),
            entry.Eprint.Withdrawn ? (Html)$"""<strong class="withdrawn">{language.Page.Withdrawn}</strong> """ : null,
            leadsToDepth ? (Html)$"""<a href="#{PlaceOf(entry)}">★ {language.Page.InDepth}</a>""" : null,
        ];
        var words = TexHtml.From(title.Length == 0 ? PaperText.Key(entry.Eprint) : title, formulas);
        return $"""
            <h3><a href="{entry.Link}"{InEnglish(language)}>{words}</a></h3>
            <p class="byline">{byline}</p>
            """;
    }

    private static string Names(Eprint paper, int shown, int most, DraftLanguage language)
    {
        var names = PaperText.Authors(paper).ToList();
        var others = names.Count - shown;
        var comma = language.Names.Comma;
        return names.Count <= most ? string.Join(comma, names) + (paper.HasOtherAuthors ? language.Names.EtAl : "")
            : string.Join(comma, names.Take(shown))
                + DraftLanguage.With(others == 1 ? language.Page.OneOther : language.Page.Others, others);
    }

    /// <summary>arXiv's titles and abstracts are in English, nearly all: on a page in another language they say so.</summary>
    private static Html? InEnglish(DraftLanguage language) =>
        language == DraftLanguages.English ? null : (Html)$" lang=\"{DraftLanguages.English.Code}\"";

    public static Html CategoryOf(string name) => Category.TryParse(name, out var category)
        ? (Html)$"""<span class="category" title="{category.FullName}">{PlainLine.Of(name)}</span> """
        : $"""<span class="category">{PlainLine.Of(name)}</span> """;

    private static Html? PublishedIn(Eprint paper, LanguageLabels words, PageFormulas formulas) => Venue.Of(paper) is not { } venue ? null
        : (Html)$"""<p class="byline">{words.PublishedIn} {TexHtml.From(PaperText.LineOf(venue) ?? "", formulas)}</p>""";

    /// <summary>The authors' code or project, where the paper's record says where it is.</summary>
    private static Html? Links(string label, IReadOnlyList<Uri> addresses, LanguageLabels words)
    {
        var links = addresses.Select(address => (Html)$""" <a href="{address.AbsoluteUri}">{address.AbsoluteUri}</a>""");
        return addresses.Count == 0 ? null : (Html)$"""<p class="byline">{label}{words.Colon.TrimEnd()}{links}</p>""";
    }

    private static Html? Words(DraftEntry entry, DraftLanguage language, PageFormulas formulas) =>
        NoteHtml.Below(entry, language, formulas) is not { } words ? null : (Html)$"""
            <div class="words">
            {words}
            </div>
            """;

    private static Html? Abstract(Eprint paper, DraftLanguage language, PageFormulas formulas, bool isOpen)
    {
        var paragraphs = PaperText.Abstract(paper);
        return paragraphs.Count == 0 ? null : (Html)$"""
            <details{(isOpen ? " open" : "")}><summary>{language.Page.Abstract}</summary>
            {Html.Lines(paragraphs.Select(paragraph => (Html)$"<p{InEnglish(language)}>{TexHtml.From(paragraph, formulas)}</p>"))}
            </details>
            """;
    }

    private static string PlaceOf(DraftEntry entry) => $"in-depth-{entry.Eprint.Identifier}";
}
