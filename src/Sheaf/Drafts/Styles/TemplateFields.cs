using Sheaf.Drafts.Model;
using Sheaf.Markdown;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Drafts.Styles;

/// <summary>
/// What a template can say; <c>sheaf help templates</c> tells each field with what it prints. Absent facts are nil, lists may be empty.
/// </summary>
internal static class TemplateFields
{
    private static readonly string[] OfIssue =
    [
        "title", "introduction", "opening", "month", "month_name", "month_title", "year", "language", "count", "papers", "sections",
        "in_depth", "late_arrivals", "may_have_missed",
    ];

    private static readonly string[] OfPaper =
    [
        "id", "link", "title", "names", "authors", "day", "date", "version", "withdrawn", "starred", "section", "tags", "note",
        "suggestion", "words", "abstract", "comment", "venue", "categories", "primary", "doi", "code", "project", "signals",
    ];

    private static readonly string[] OfSignal = ["source", "votes", "asked"];

    /// <summary>Of everything there is.</summary>
    public static IEnumerable<string> Names => OfIssue.Concat(OfPaper).Concat(OfSignal).Concat(HtmlFields.OfPage);

    /// <param name="draft">The month.</param>
    /// <param name="form">How text is written.</param>
    public static Dictionary<string, object?> Of(Draft draft, FieldForm form)
    {
        var sections = draft.Sections.Select(section => new Dictionary<string, object?>
        {
            ["title"] = form.Heading(section.Title),
            ["papers"] = Papers(section.Entries, form),
        }).ToList();
        return new Dictionary<string, object?>
        {
            ["title"] = form.Line(draft.Title),
            ["introduction"] = draft.Introduction.Length == 0 ? null : form.Own(draft.Introduction),
            ["opening"] = form.Line(draft.Opening),
            ["month"] = draft.Month.ToString(),
            ["month_name"] = draft.Language.Days.MonthName(draft.Month.Number),
            ["month_title"] = draft.Language.Days.Issue(draft.Month.FirstDay),
            ["year"] = draft.Month.Year,
            ["language"] = draft.Language.Code,
            ["count"] = draft.Count,
            ["papers"] = sections.SelectMany(section => (List<Dictionary<string, object?>>)section["papers"]!).ToList(),
            ["sections"] = sections,
            ["in_depth"] = Papers(draft.InDepth, form),
            ["late_arrivals"] = Papers(draft.LateArrivals, form),
            ["may_have_missed"] = Papers(draft.MayHaveMissed, form),
        };
    }

    private static List<Dictionary<string, object?>> Papers(IEnumerable<DraftEntry> entries, FieldForm form) =>
        [.. entries.Select(entry => Paper(entry, form))];

    private static Dictionary<string, object?> Paper(DraftEntry entry, FieldForm form)
    {
        var eprint = entry.Eprint;
        var links = FoundLinks.Of(eprint);
        return new Dictionary<string, object?>
        {
            ["id"] = eprint.Identifier.ToString(),
            ["link"] = entry.Link,
            ["title"] = form.Tex(eprint.Title),
            ["names"] = form.Names(entry),
            ["authors"] = eprint.Authors.Select(author => form.Name(MarkdownText.Readable(author.Name))).ToList(),
            ["day"] = form.Day(entry),
            ["date"] = UtcText.Day(entry.Day),
            ["version"] = eprint.LatestVersion,
            ["withdrawn"] = eprint.Withdrawn,
            ["starred"] = entry.Starred,
            ["section"] = entry.Section,
            ["tags"] = entry.Tags.ToList(),
            ["note"] = entry.Note is { } note ? form.Own(note) : null,
            ["suggestion"] = entry.Suggestion is { } sentence ? form.Paragraph(sentence) : null,
            ["words"] = form.Words(entry),
            ["abstract"] = string.Join("\n\n", eprint.Abstract.Split('\n').Select(form.Paragraph)),
            ["comment"] = Text(eprint.Comment),
            ["venue"] = Text(Venue.Of(eprint)),
            ["categories"] = eprint.Categories.ToList(),
            ["primary"] = eprint.PrimaryCategory,
            ["doi"] = eprint.Dois is [var doi, ..] ? Text(doi) : null,
            ["code"] = links.Code.Select(address => address.AbsoluteUri).ToList(),
            ["project"] = links.Project.Select(address => address.AbsoluteUri).ToList(),
            ["signals"] = form.Signals(entry).Select(Signal).ToList(),
        };

        string? Text(string? tex) => tex is null ? null : form.Tex(tex);
    }

    private static Dictionary<string, object?> Signal(PaperSignal signal) => new()
    {
        ["source"] = signal.Source,
        ["date"] = UtcText.Day(signal.Day),
        ["votes"] = signal.Votes,
        ["asked"] = UtcText.From(signal.Asked),
    };
}

/// <summary>How the fields of a template are written.</summary>
/// <param name="draft">The month.</param>
/// <param name="namesShown">How many of many authors are named; at least 1.</param>
internal abstract class FieldForm(Draft draft, int namesShown)
{
    protected Draft Draft { get; } = draft;

    protected int NamesShown { get; } = namesShown;

    /// <summary>Plain text.</summary>
    public abstract string Line(string text);

    /// <summary>What arXiv wrote on one line, in its TeX.</summary>
    public abstract string Tex(string tex);

    /// <summary>As <see cref="Tex"/>, where a paragraph begins with it.</summary>
    public abstract string Paragraph(string tex);

    /// <summary>The name of an author in Unicode.</summary>
    public abstract string Name(string name);

    /// <summary>Surnames.</summary>
    public abstract string Names(DraftEntry entry);

    /// <summary>A heading of the editor's list.</summary>
    public abstract string Heading(string heading);

    /// <summary>The editor's Markdown.</summary>
    public abstract object Own(string markdown);

    /// <summary>The note, else the suggestion with its mark, else a place for words where the draft asks for some.</summary>
    public abstract object? Words(DraftEntry entry);

    /// <summary>What others noticed.</summary>
    public IReadOnlyList<PaperSignal> Signals(DraftEntry entry) => Draft.Signals.GetValueOrDefault(entry.Eprint.Identifier, []);

    public string Day(DraftEntry entry) => EntryText.Day(entry, Draft);
}

/// <summary>Text as Markdown that shows what arXiv sent and does nothing else; the editor's Markdown as it is.</summary>
internal sealed class MarkdownFields(Draft draft, int namesShown) : FieldForm(draft, namesShown)
{
    public override string Line(string text) => MarkdownText.Escape(text);

    public override string Tex(string tex) => MarkdownText.Of(tex);

    public override string Paragraph(string tex) => MarkdownText.ParagraphOf(tex);

    public override string Name(string name) => AuthorLine.Escape(name);

    public override string Names(DraftEntry entry) => EntryText.Names(entry, Draft, NamesShown);

    public override string Heading(string heading) => heading;

    public override object Own(string markdown) => markdown;

    public override object? Words(DraftEntry entry) => EntryText.Words(entry, Draft);
}
