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
    public static Html InList(DraftEntry entry) => $"""
        <article>
        {TitleAndByline(entry, Names(entry.Eprint, NamesShown, NamesShown + 1), leadsToDepth: entry.Starred)}
        {(entry.Starred ? null : Words(entry))}
        {(entry.Starred ? null : Abstract(entry.Eprint, isOpen: false))}
        </article>
        """;

    public static Html InDepth(DraftEntry entry) => $"""
        <article class="deep" id="{PlaceOf(entry)}">
        {TitleAndByline(entry, Names(entry.Eprint, DraftEntry.AuthorsInDepth, DraftEntry.AuthorsInDepth), leadsToDepth: false)}
        {PublishedIn(entry.Eprint)}
        {Links("Code", FoundLinks.Of(entry.Eprint).Code)}
        {Links("Project", FoundLinks.Of(entry.Eprint).Project)}
        {Words(entry)}
        {Abstract(entry.Eprint, isOpen: true)}
        </article>
        """;

    private static Html TitleAndByline(DraftEntry entry, string names, bool leadsToDepth)
    {
        var title = PaperText.Title(entry.Eprint);
        Html?[] byline =
        [
            names.Length > 0 ? (Html)$"""<span class="names">{names}</span> """ : null,
            $"""<time datetime="{UtcText.Day(entry.Day)}">{DayText.Long(entry.Day)}</time> """,
            CategoryOf(entry.Eprint.PrimaryCategory),
            .. entry.Tags.Select(tag => (Html)$"""<span class="tag">#{PlainLine.Of(tag)}</span> """),
            entry.Eprint.Withdrawn ? (Html)$"""<strong class="withdrawn">Withdrawn</strong> """ : null,
            leadsToDepth ? (Html)$"""<a href="#{PlaceOf(entry)}">★ in depth</a>""" : null,
        ];
        return $"""
            <h3><a href="{entry.Link}">{TexHtml.From(title.Length == 0 ? PaperText.Key(entry.Eprint) : title)}</a></h3>
            <p class="byline">{byline}</p>
            """;
    }

    private static string Names(Eprint paper, int shown, int most)
    {
        var names = PaperText.Authors(paper).ToList();
        var others = names.Count - shown;
        return names.Count <= most ? string.Join(", ", names) + (paper.HasOtherAuthors ? ", et al." : "")
            : FormattableString.Invariant($"{string.Join(", ", names.Take(shown))} and {others} {(others == 1 ? "other" : "others")}");
    }

    public static Html CategoryOf(string name) => Category.TryParse(name, out var category)
        ? (Html)$"""<span class="category" title="{category.FullName}">{PlainLine.Of(name)}</span> """
        : $"""<span class="category">{PlainLine.Of(name)}</span> """;

    private static Html? PublishedIn(Eprint paper) => Venue.Of(paper) is not { } venue ? null
        : (Html)$"""<p class="byline">Published in {TexHtml.From(PaperText.LineOf(venue) ?? "")}</p>""";

    /// <summary>The authors' code or project, where the paper's record says where it is.</summary>
    private static Html? Links(string label, IReadOnlyList<Uri> addresses)
    {
        var links = addresses.Select(address => (Html)$""" <a href="{address.AbsoluteUri}">{address.AbsoluteUri}</a>""");
        return addresses.Count == 0 ? null : (Html)$"""<p class="byline">{label}:{links}</p>""";
    }

    private static Html? Words(DraftEntry entry) => NoteHtml.Below(entry) is not { } words ? null : (Html)$"""
        <div class="words">
        {words}
        </div>
        """;

    private static Html? Abstract(Eprint paper, bool isOpen)
    {
        var paragraphs = PaperText.Abstract(paper);
        return paragraphs.Count == 0 ? null : (Html)$"""
            <details{(isOpen ? " open" : "")}><summary>Abstract</summary>
            {Html.Lines(paragraphs.Select(paragraph => (Html)$"<p>{TexHtml.From(paragraph)}</p>"))}
            </details>
            """;
    }

    private static string PlaceOf(DraftEntry entry) => $"in-depth-{entry.Eprint.Identifier}";
}
