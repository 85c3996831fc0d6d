using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Markdown;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Drafts.Styles;

/// <summary>
/// What a template can say. Of the issue: <c>title</c>, <c>month</c> (<c>2024-04</c>), <c>month_name</c> (<c>April 2024</c>), <c>year</c>,
/// <c>count</c>, <c>papers</c> (all of the list in its order), <c>sections</c> (each <c>title</c>, <c>papers</c>), <c>in_depth</c>,
/// <c>late_arrivals</c>, <c>may_have_missed</c>. Of a paper: <c>id</c>, <c>link</c>, <c>title</c>, <c>names</c> (surnames as in the
/// roundup), <c>authors</c> (full names, a list), <c>day</c> (<c>30 Apr</c>), <c>date</c> (<c>2024-04-30</c>), <c>version</c>,
/// <c>withdrawn</c>, <c>starred</c>, <c>section</c>,
/// <c>tags</c>, <c>note</c>, <c>suggestion</c>, <c>words</c> (the note, else the suggestion with its mark, else a place for words),
/// <c>abstract</c>, <c>comment</c>,
/// <c>venue</c>, <c>categories</c>, <c>primary</c>, <c>doi</c>, <c>code</c>, <c>project</c> (lists of addresses).
/// </summary>
/// <remarks>
/// Text is Markdown that shows what arXiv sent and does nothing else; notes are the editor's own Markdown. Absent facts are nil, lists may
/// be empty.
/// </remarks>
internal static class TemplateFields
{
    public static IDictionary<string, object?> Of(Draft draft, int namesShown)
    {
        var sections = draft.Sections.Select(section => new Dictionary<string, object?>
        {
            ["title"] = section.Title,
            ["papers"] = Papers(section.Entries, draft.Month, namesShown),
        }).ToList();
        return new Dictionary<string, object?>
        {
            ["title"] = draft.Title,
            ["month"] = draft.Month.ToString(),
            ["month_name"] = draft.Month.Title,
            ["year"] = draft.Month.Year,
            ["count"] = draft.Count,
            ["papers"] = sections.SelectMany(section => (List<Dictionary<string, object?>>)section["papers"]!).ToList(),
            ["sections"] = sections,
            ["in_depth"] = Papers(draft.InDepth, draft.Month, namesShown),
            ["late_arrivals"] = Papers(draft.LateArrivals, draft.Month, namesShown),
            ["may_have_missed"] = Papers(draft.MayHaveMissed, draft.Month, namesShown),
        };
    }

    private static List<Dictionary<string, object?>> Papers(IEnumerable<DraftEntry> entries, Month issue, int namesShown) =>
        [.. entries.Select(entry => Paper(entry, issue, namesShown))];

    private static Dictionary<string, object?> Paper(DraftEntry entry, Month issue, int namesShown)
    {
        var eprint = entry.Eprint;
        var links = FoundLinks.Of(eprint);
        return new Dictionary<string, object?>
        {
            ["id"] = eprint.Identifier.ToString(),
            ["link"] = entry.Link,
            ["title"] = EntryText.Title(entry),
            ["names"] = AuthorLine.Write(eprint.Authors, namesShown, eprint.HasOtherAuthors),
            ["authors"] = eprint.Authors.Select(author => AuthorLine.Escape(MarkdownText.Readable(author.Name))).ToList(),
            ["day"] = EntryText.Day(entry, issue),
            ["date"] = UtcText.Day(entry.Day),
            ["version"] = eprint.LatestVersion,
            ["withdrawn"] = eprint.Withdrawn,
            ["starred"] = entry.Starred,
            ["section"] = entry.Section,
            ["tags"] = entry.Tags.ToList(),
            ["note"] = entry.Note,
            ["suggestion"] = entry.Suggestion is { } sentence ? MarkdownText.ParagraphOf(sentence) : null,
            ["words"] = EntryText.Words(entry),
            ["abstract"] = string.Join("\n\n", eprint.Abstract.Split('\n').Select(MarkdownText.ParagraphOf)),
            ["comment"] = Text(eprint.Comment),
            ["venue"] = Text(Venue.Of(eprint)),
            ["categories"] = eprint.Categories.ToList(),
            ["primary"] = eprint.PrimaryCategory,
            ["doi"] = eprint.Dois is [var doi, ..] ? Text(doi) : null,
            ["code"] = links.Code.Select(address => address.AbsoluteUri).ToList(),
            ["project"] = links.Project.Select(address => address.AbsoluteUri).ToList(),
        };
    }

    private static string? Text(string? tex) => tex is null ? null : MarkdownText.Of(tex);
}
