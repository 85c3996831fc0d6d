using AngleSharp.Dom;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Formats;
using Sheaf.Formulas;
using Sheaf.Text;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// An edited draft as one page that stands alone, in the looks of <see cref="DraftHtml"/>: every word of the editor's once, in her order,
/// and none of Sheaf's but the names of the pictures. It runs no script and asks for nothing but the pictures that she put in, by https.
/// </summary>
internal sealed class EditedHtml
{
    private static readonly PageSheet Sheet = PageSheet.OfPages.With("Sheaf.Drafts.Edited.edited.css");

    private readonly EditedBody _body;
    private readonly EditedDraft _draft;
    private readonly EditedIssue _issue;
    private readonly PageFormulas _formulas = PageFormulas.Begin();

    /// <summary>Where the section of a paper is.</summary>
    private readonly Dictionary<ArxivIdentifier, string> _inDepth = [];
    private readonly Dictionary<BodyHeading, string> _places = new(ReferenceEqualityComparer.Instance);

    /// <summary>Papers whose entry can be led to.</summary>
    private readonly HashSet<ArxivIdentifier> _listed = [];

    /// <summary>Footnotes to which a place in the text leads that can be led back to.</summary>
    private readonly HashSet<int> _named = [];
    private readonly List<string> _open = [];
    private readonly List<Html?> _lines = [];
    private EditedHtml(EditedDraft draft, EditedIssue issue)
    {
        (_body, _draft, _issue) = (EditedBody.Of(draft), draft, issue);
        foreach (var heading in _body.Parts.OfType<BodyHeading>())
        {
            var place = heading.Level == 2 ? FormattableString.Invariant($"part-{_places.Count + 1}") : null;
            if (heading.Paper is { } paper && !_inDepth.ContainsKey(paper))
            {
                _inDepth.Add(paper, place ??= $"in-depth-{paper}");
            }

            if (place is not null)
            {
                _places.Add(heading, place);
            }
        }
    }

    /// <summary>HTML with LF line endings, ending with one newline. Equal drafts and papers give equal text.</summary>
    public static string Render(EditedDraft draft, EditedIssue issue) => new EditedHtml(draft, issue).Render();

    /// <summary>The same for a page that has a head of its own, without the pictures of the month.</summary>
    public static Html RenderWithin(EditedDraft draft, EditedIssue issue) => new EditedHtml(draft, issue).Within();

    private Html Within()
    {
        var main = Main();
        return Html.Lines(
        [
            (Html)$"<h1>{(_body.Title is { } words ? Of(words) : (Html)$"{_issue.Title}")}</h1>",
            .. _body.Introduction.Select(Introduction),
            main,
            Footnotes(),
        ]);
    }

    private string Render()
    {
        var title = PlainLine.Of(_body.Title?.TextContent ?? "") is { Length: > 0 } said ? said : _issue.Title;
        var main = Main();
        Html page = $"""
            {PageHead.Of(_issue.Language.Code, title, Sheet, "img-src https:")}
            <body>
            <a class="skip" href="#papers">{_issue.Language.Page.SkipToPapers}</a>
            <header>
            <h1>{(_body.Title is { } words ? Of(words) : (Html)$"{title}")}</h1>
            {Html.Lines(_body.Introduction.Select(Introduction))}
            {Contents()}
            </header>
            <main id="papers">
            {(_issue.Counted(_draft.Contents) is { } counted ? PageFigures.From(counted) : null)}
            {main}
            {Footnotes()}
            </main>
            </body>
            </html>

            """;
        return page.ToString();
    }

    private Html Introduction(IElement flow, int number) => number == 0 && flow.Children is [{ LocalName: "p" } lead, ..]
        ? Html.Lines([(Html)$"""<p class="lead">{Of(lead)}</p>""", Words(Without(flow, lead))])
        : Words(flow)!;

    /// <summary>Only where there is more than one part to go to.</summary>
    private Html? Contents()
    {
        var sections = _body.Parts.OfType<BodyHeading>().Where(heading => heading.Level == 2).ToList();
        var links = sections.Select(section =>
            (Html)$"""<li><a href="#{_places[section]}">{PlainLine.Of(section.Words.TextContent)}</a>{Many(section)}</li>""");
        return sections.Count < 2 ? null : (Html)$"""
            <nav aria-label="{_issue.Language.Page.PartsOfTheList}">
            <ul>
            {Html.Lines(links)}
            </ul>
            </nav>
            """;
    }

    private Html? Many(BodyHeading section)
    {
        var papers = _body.Parts.SkipWhile(part => part != section).Skip(1)
            .TakeWhile(part => part is not BodyHeading { Level: 2 })
            .Count(part => part is BodyEntry or BodyHeading { Paper: not null });
        return papers == 0 ? null : (Html)$""" <span class="many">{papers}</span>""";
    }

    private Html Main()
    {
        foreach (var part in _body.Parts)
        {
            switch (part)
            {
                case BodyHeading heading:
                    Open(heading);
                    break;
                case BodyEntry entry:
                    Line($"{Article(entry.Paper)}\n{Entry(entry)}\n</article>");
                    break;
                case BodyProse prose:
                    Line(Words(prose.Flow));
                    break;
            }
        }

        CloseTo(0);
        return Html.Lines(_lines);
    }

    /// <summary>Other pages lead to an entry by its paper; one that stands there twice is led to where it first does.</summary>
    private Html Article(ArxivIdentifier paper) =>
        _listed.Add(paper) ? $"""<article id="paper-{paper.ToString()}">""" : (Html)$"<article>";

    private void Line(Html? html) => _lines.Add(html);

    /// <summary>A heading of the second level begins a section, one about a paper an article; others only stand there.</summary>
    private void Open(BodyHeading heading)
    {
        Html words = heading.Paper is { } paper && heading.Words.QuerySelector("a, img") is null
            ? $"""<a href="https://arxiv.org/abs/{paper.ToString()}">{Of(heading.Words)}</a>"""
            : Of(heading.Words);
        if (heading.Level == 2)
        {
            CloseTo(0);
            Line($"""<section aria-labelledby="{_places[heading]}">""");
            Line($"""<h2 id="{_places[heading]}">{words}</h2>""");
            _open.Add("section");
            return;
        }

        while (_open is [.., "article"])
        {
            CloseTo(_open.Count - 1);
        }

        if (heading.Paper is null)
        {
            Line($"<h{heading.Level}>{words}</h{heading.Level}>");
            return;
        }

        var id = _places.TryGetValue(heading, out var place) ? (Html)$" id=\"{place}\"" : null;
        Line($"""<article class="deep"{id}>""");
        Line(Titled(heading.Level, words));
        _open.Add("article");
    }

    private void CloseTo(int depth)
    {
        while (_open.Count > depth)
        {
            Line($"</{_open[^1]}>");
            _open.RemoveAt(_open.Count - 1);
        }
    }

    private Html Entry(BodyEntry entry)
    {
        var category = _issue.Papers.TryGetValue(entry.Paper, out var paper) ? PageEntry.CategoryOf(paper.PrimaryCategory) : null;
        var depth = _inDepth.TryGetValue(entry.Paper, out var place)
            ? (Html)$"""<a href="#{place}">★ {_issue.Language.Page.InDepth}</a>"""
            : null;
        if (entry.Line is not { } line)
        {
            return Html.Lines([entry.Whole is { } whole ? (Html)$"""<p class="line">{Of(whole)}</p>""" : null, Words(entry.Below)]);
        }

        var names = line.Byline is { } byline ? (Html)$"""<span class="names">{Of(byline)}</span> """ : null;
        return Html.Lines(
        [
            Titled(entry.Level, $"""<a href="{line.Address}">{Of(line.Title)}</a>"""),
            names is null && category is null && depth is null ? null : (Html)$"""<p class="byline">{names}{category}{depth}</p>""",
            Words(entry.Below),
        ]);
    }

    private Html? Footnotes() => _body.Footnotes.Count == 0 ? null : (Html)$"""
        <section class="notes" aria-labelledby="notes">
        <h2 id="notes">{_issue.Language.Page.Notes}</h2>
        <ol>
        {Html.Lines(_body.Footnotes.Select(Footnote))}
        </ol>
        </section>
        """;

    private Html Footnote(IElement note, int at)
    {
        var back = _named.Contains(at + 1)
            ? (Html)$""" <a href="#to-note-{at + 1}" aria-label="{_issue.Language.Page.BackToText}">↩</a>"""
            : null;
        return $"""<li id="note-{at + 1}">{Of(note)}{back}</li>""";
    }

    private Html? Words(IElement? flow) => string.IsNullOrWhiteSpace(flow?.InnerHtml) ? null : (Html)$"""
        <div class="words">
        {Of(flow!)}
        </div>
        """;

    private static Html Titled(int level, Html words) => $"""<h{level} class="title">{words}</h{level}>""";

    /// <summary>What is in an element, with the places of footnotes.</summary>
    private Html Of(IElement element)
    {
        foreach (var place in element.QuerySelectorAll($"sup.{ProseHtml.NoteClass}").ToList())
        {
            if (!int.TryParse(place.TextContent, out var number) || number < 1 || number > _body.Footnotes.Count)
            {
                place.RemoveAttribute("class");
                continue;
            }

            var link = place.Owner!.CreateElement("a");
            link.SetAttribute("href", FormattableString.Invariant($"#note-{number}"));
            link.TextContent = place.TextContent;
            place.TextContent = "";
            place.Append(link);
            if (_named.Add(number))
            {
                place.Id = FormattableString.Invariant($"to-note-{number}");
            }
        }

        foreach (var code in element.QuerySelectorAll("pre"))
        {
            // It scrolls where it is too wide, which a keyboard must be able to do, too.
            code.SetAttribute("tabindex", "0");
        }

        foreach (var link in element.QuerySelectorAll("a").Where(link => link.TextContent == link.GetAttribute("href")))
        {
            link.ClassName = "bare";
        }

        return FormulasOfPage.Markup(element, _formulas);
    }

    private static IElement Without(IElement flow, IElement part)
    {
        part.Remove();
        return flow;
    }
}
