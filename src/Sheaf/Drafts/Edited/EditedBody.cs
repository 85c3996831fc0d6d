using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// An edited draft as harmless HTML in its parts, from which pages and mails are made. Each reading makes a tree of its own.
/// </summary>
internal sealed partial class EditedBody
{
    private readonly ProseHtml _prose;
    private readonly List<BodyPart> _parts = [];
    private int _level = 1;

    private EditedBody(EditedDraft draft)
    {
        _prose = new ProseHtml(draft.Parts);
        foreach (var part in draft.Parts)
        {
            Read(part);
        }

        Footnotes = _prose.Footnotes();
    }

    /// <summary>The first heading of the highest level, a line of words; null where there is none.</summary>
    public IElement? Title { get; private set; }

    /// <summary>What stands before the first section and the first entry, above the title and below it.</summary>
    public IReadOnlyList<IElement> Introduction { get; private set; } = [];

    /// <summary>The rest.</summary>
    public IReadOnlyList<BodyPart> Parts => _parts;

    /// <summary>By their numbers, from 1.</summary>
    public IReadOnlyList<IElement> Footnotes { get; }

    /// <summary>Papers with a section of their own.</summary>
    public IEnumerable<ArxivIdentifier> InDepth => _parts.OfType<BodyHeading>().Select(heading => heading.Paper).OfType<ArxivIdentifier>();

    public static EditedBody Of(EditedDraft draft) => new(draft);

    private void Read(EditedPart part)
    {
        switch (part)
        {
            case EditedHeading heading when _prose.Line(heading.Words) is var words && IsSeen(words):
                Read(heading, words);
                break;
            case EditedEntry entry:
                var line = entry.Line is { } first ? _prose.Line(first) : null;
                var below = entry.Below.Count > 0 ? Flow(entry.Below) : null;
                var inParts = line is null ? null : EntryLine.Of(line, entry.Paper);
                _parts.Add(new BodyEntry(entry.Paper, Math.Min(_level + 1, 6), line, inParts, below));
                break;
            case EditedProse prose when _parts.Count == 0:
                Introduction = [.. Introduction, Flow(prose.Chunks)];
                break;
            case EditedProse prose:
                var flow = Flow(prose.Chunks);
                if (_parts[^1] is BodyHeading { Paper: { } paper })
                {
                    MarkFacts(flow, paper);
                }

                _parts.Add(new BodyProse(flow));
                break;
        }
    }

    private void Read(EditedHeading heading, IElement words)
    {
        if (heading.Level == 1 && Title is null && _parts.Count == 0)
        {
            Title = words;
            return;
        }

        _level = Math.Clamp(heading.Level, 2, _level + 1);
        _parts.Add(new BodyHeading(_level, words, heading.Paper));
    }

    private static bool IsSeen(IElement words) => !string.IsNullOrWhiteSpace(words.TextContent) || words.QuerySelector("img") is not null;

    /// <summary>Headings in quotations and in HTML are below the one that they stand under.</summary>
    private IElement Flow(IReadOnlyList<string> chunks)
    {
        var flow = _prose.Flow(chunks);
        foreach (var heading in flow.QuerySelectorAll("h1, h2, h3, h4, h5, h6").ToList())
        {
            var lower = flow.Owner!.CreateElement($"h{Math.Min(_level + 1, 6)}");
            lower.Append([.. heading.ChildNodes]);
            heading.Replace(lower);
        }

        foreach (var link in flow.QuerySelectorAll("td > a").Where(link => link.TextContent == link.GetAttribute("href")))
        {
            // A column of whole addresses would leave a phone no room for the papers.
            if (EntryLine.PaperOf(link.TextContent) is { } paper)
            {
                (link.TextContent, link.ClassName) = (paper, BodyEntry.IdentifierClass);
            }
        }

        return flow;
    }

    /// <summary>What arXiv says of a paper in depth stands first in its section.</summary>
    private static void MarkFacts(IElement flow, ArxivIdentifier paper)
    {
        foreach (var paragraph in flow.Children.TakeWhile(child => child is IHtmlParagraphElement))
        {
            var isFact = Fact().IsMatch(paragraph.TextContent)
                || paragraph.LastElementChild is { LocalName: "a", NextSibling: null } link && link.TextContent.EndsWith(
                    $"/{paper}", StringComparison.Ordinal);
            if (!isFact)
            {
                return;
            }

            paragraph.ClassName = BodyHeading.FactClass;
        }
    }

    [GeneratedRegex(
        @"\A(Version [0-9]+( of [0-9]|, withdrawn| · )|(Code|Project): http|(Published in|Tags): )",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Fact();
}

/// <summary>A part of an <see cref="EditedBody"/>.</summary>
internal abstract record BodyPart;

/// <param name="Level">From 2 to 6, at most one more than that of the heading before.</param>
/// <param name="Words">A line of words.</param>
/// <param name="Paper">Of a section about one paper, which it is; else null.</param>
internal sealed record BodyHeading(int Level, IElement Words, ArxivIdentifier? Paper) : BodyPart
{
    /// <summary>The class of paragraphs that say what arXiv does of the paper.</summary>
    public const string FactClass = "byline";
}

/// <param name="Paper">The paper.</param>
/// <param name="Level">As that of a heading in its place.</param>
/// <param name="Whole">Its first paragraph, empty where <paramref name="Line"/> has its words; null where it has none.</param>
/// <param name="Line">The first paragraph in its parts; null where it has another shape.</param>
/// <param name="Below">What follows it; null for nothing.</param>
internal sealed record BodyEntry(ArxivIdentifier Paper, int Level, IElement? Whole, EntryLine? Line, IElement? Below) : BodyPart
{
    /// <summary>The class of links in tables that have a paper's identifier for words.</summary>
    public const string IdentifierClass = "identifier";
}

/// <param name="Flow">Around paragraphs, lists and so on.</param>
internal sealed record BodyProse(IElement Flow) : BodyPart;
