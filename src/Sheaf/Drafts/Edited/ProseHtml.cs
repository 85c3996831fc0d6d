using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Sheaf.Drafts.Formats;
using Sheaf.Formulas;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// The editor's Markdown as harmless HTML, chunk by chunk: what one of them means to do to the reader of Markdown ends with it. Addresses
/// and footnotes that are defined anywhere in the draft are known to all.
/// </summary>
internal sealed partial class ProseHtml
{
    /// <summary>
    /// Longer chunks are shown as plain text: the time for links that nothing closes grows with the square of the length.
    /// </summary>
    public const int Longest = 16_000;

    /// <summary>Signs that may open or close something; with more of them, other than in code, a chunk is plain text, too.</summary>
    private const int MostSigns = 1_000;

    /// <summary>Of addresses and footnotes, and characters of each: a chunk may name one a thousand times.</summary>
    private const int MostDefinitions = 500, LongestDefinition = 2_000;

    /// <summary>
    /// Tags in one piece, and those of them that go on through the paragraphs behind them when nothing closes them, and so multiply. With
    /// more, they are shown as text.
    /// </summary>
    private const int MostTags = 10_000, MostLooks = 300;

    private static readonly MarkdownPipeline Pipeline = With(new()).Build();

    private static readonly MarkdownPipeline WithoutHtml = With(new()).DisableHtml().Build();

    private readonly Dictionary<string, string> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _footnotes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The chunks that define footnotes and stand at the end of the whole.</summary>
    private readonly HashSet<string> _notes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The labels of footnotes in the order in which the text names them.</summary>
    private readonly List<string> _named = [];

    /// <param name="parts">All of the draft.</param>
    public ProseHtml(IReadOnlyList<EditedPart> parts)
    {
        var chunks = parts.SelectMany(ChunksOf).ToList();
        foreach (var chunk in chunks.Where(chunk => DefinitionStart().IsMatch(chunk)))
        {
            if (EditedParts.FootnoteStart().IsMatch(chunk))
            {
                AddFootnotes(chunk, chunks);
            }
            else
            {
                AddAddresses(chunk);
            }
        }
    }

    /// <summary>A footnote, or a place in the text that names one.</summary>
    public const string NoteClass = "note";

    /// <summary>Paragraphs, lists, tables and so on.</summary>
    public IElement Flow(IEnumerable<string> chunks)
    {
        var all = chunks.Where(chunk => !_notes.Contains(chunk)).ToList();
        var isMarkup = all.Sum(chunk => chunk.Count('<')) <= MostTags && all.Sum(chunk => Looks().Count(chunk)) <= MostLooks;
        return CleanHtml.Read(string.Concat(all.Select(chunk => Render(chunk, isMarkup) + "\n")));
    }

    /// <summary>Words of one line, as those of a heading.</summary>
    public IElement Line(string words)
    {
        if (OnlyParagraph(words) is { } line)
        {
            return line;
        }

        // They begin like a list or the like, which is none here.
        if (OnlyParagraph($"x {words}") is { FirstChild: IText text } other)
        {
            text.Data = text.Data[1..].TrimStart();
            return other;
        }

        return CleanHtml.Read($"<p>{Plain(words)}</p>").FirstElementChild!;
    }

    /// <summary>The footnotes in the order of their numbers, from 1; to be asked for when everything else has been read.</summary>
    public IReadOnlyList<IElement> Footnotes()
    {
        var notes = new List<IElement>();
        foreach (var label in _footnotes.Keys.Where(label => !_named.Contains(label, StringComparer.OrdinalIgnoreCase)).ToList())
        {
            // It is named in code or the like alone: its words are words, too.
            _named.Add(label);
        }

        for (var at = 0; at < _named.Count; at++)
        {
            notes.Add(Flow([_footnotes[_named[at]]]));
        }

        return notes;
    }

    private IElement? OnlyParagraph(string words) =>
        Flow([words]) is { ChildElementCount: 1, FirstElementChild: { LocalName: "p" } only } ? only : null;

    private static MarkdownPipelineBuilder With(MarkdownPipelineBuilder builder) => builder
        .UsePipeTables().UseFootnotes().UseMathematics().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);

    private static IEnumerable<string> ChunksOf(EditedPart part) => part switch
    {
        EditedHeading heading => [heading.Words],
        EditedEntry entry => entry.Line is { } line ? entry.Below.Prepend(line) : entry.Below,
        EditedProse prose => prose.Chunks,
        _ => [],
    };

    private void AddAddresses(string chunk)
    {
        if (chunk.Length > Longest || Parse(chunk, Pipeline) is not { } document)
        {
            return;
        }

        foreach (var definition in document.Descendants<LinkReferenceDefinition>())
        {
            if (definition is { Label: { Length: > 0 } label, Url: { } url } && _addresses.Count < MostDefinitions
                && label.Length + url.Length + (definition.Title?.Length ?? 0) <= LongestDefinition
                && !label.StartsWith('^'))
            {
                _addresses.TryAdd(label, $"\n\n[{label}]: {chunk.Substring(definition.UrlSpan.Start, definition.UrlSpan.Length)}");
            }
        }
    }

    /// <summary>Those that some other place names; one that nobody names is a paragraph as it is written.</summary>
    private void AddFootnotes(string chunk, List<string> chunks)
    {
        var starts = AnyFootnoteStart().Matches(chunk);
        var labels = starts.Select(start => LabelOf(start.Value)).ToList();
        if (_footnotes.Count + labels.Count > MostDefinitions || labels.Exists(label => label.Length > LongestDefinition)
            || labels.Exists(_footnotes.ContainsKey) || labels.Distinct(StringComparer.OrdinalIgnoreCase).Count() < labels.Count
            || !labels.TrueForAll(label => chunks.Exists(other => Names(other, label))))
        {
            return;
        }

        _notes.Add(chunk);
        for (var at = 0; at < labels.Count; at++)
        {
            var from = starts[at].Index + starts[at].Length;
            var body = chunk[from..(at + 1 < labels.Count ? starts[at + 1].Index : chunk.Length)];
            _footnotes.TryAdd(labels[at], Indent().Replace(body.Trim(), ""));
        }
    }

    /// <summary>Whether a text names a footnote, and does not only define it.</summary>
    private static bool Names(string chunk, string label)
    {
        var name = $"[^{label}]";
        for (var at = chunk.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0;
            at = chunk.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase))
        {
            if (chunk.ElementAtOrDefault(at + name.Length) != ':')
            {
                return true;
            }
        }

        return false;
    }

    private static string LabelOf(string start) => start.Trim()[2..^2];

    private string Render(string chunk, bool isMarkup)
    {
        var text = NoteText.Of(EditedParts.FootnoteStart().IsMatch(chunk) ? $@"\{chunk.TrimStart()}" : chunk);
        var isCode = text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal);
        if (text.Length > Longest || (!isCode && Signs().Count(text) > MostSigns)
            || Parse(text + Definitions(text), isMarkup ? Pipeline : WithoutHtml) is not { } document)
        {
            var paragraphs = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            return string.Concat(paragraphs.Select(paragraph => $"<p>{Plain(paragraph)}</p>\n"));
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        // What is made harmless is text; a page sets it after that.
        FormulaRenderers.Use(renderer, PageFormulas.AsTex);
        renderer.ObjectRenderers.Replace<HtmlFootnoteLinkRenderer>(new FootnoteNames(this));
        renderer.ObjectRenderers.Replace<HtmlFootnoteGroupRenderer>(new NoFootnotes());
        renderer.Render(document);
        return writer.ToString();
    }

    private string Definitions(string text)
    {
        if (!text.Contains('[', StringComparison.Ordinal))
        {
            return "";
        }

        var addresses = _addresses.Where(address => text.Contains($"[{address.Key}]", StringComparison.OrdinalIgnoreCase))
            .Select(address => address.Value);
        var footnotes = _footnotes.Keys.Where(label => text.Contains($"[^{label}]", StringComparison.OrdinalIgnoreCase))
            .Select(label => $"\n\n[^{label}]: .");
        return string.Concat(addresses.Concat(footnotes));
    }

    private static MarkdownDocument? Parse(string text, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdig.Markdown.Parse(text, pipeline);
        }
        catch (ArgumentException)
        {
            // Its way to say that elements lie too deep in one another.
            return null;
        }
    }

    private static Html Plain(string text) => $"{text}";

    private int NumberOf(string label)
    {
        var at = _named.FindIndex(other => string.Equals(other, label, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            at = _named.Count;
            _named.Add(label);
        }

        return at + 1;
    }

    [GeneratedRegex(@"^ {0,3}\[[^\]]+\]:", RegexOptions.CultureInvariant)]
    private static partial Regex DefinitionStart();

    [GeneratedRegex(@"(?<=\A|\n) {0,3}\[\^[^\]\s]+\]:", RegexOptions.CultureInvariant)]
    private static partial Regex AnyFootnoteStart();

    [GeneratedRegex(@"(?<=\n)( {1,4}|\t)", RegexOptions.CultureInvariant)]
    private static partial Regex Indent();

    [GeneratedRegex(
        @"<(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Looks();

    [GeneratedRegex(@"[\[\]*_~>`]", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    /// <summary>Where the text names a footnote.</summary>
    private sealed class FootnoteNames(ProseHtml prose) : HtmlObjectRenderer<FootnoteLink>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteLink obj)
        {
            if (obj.Footnote.Label is { } label && !obj.IsBackLink)
            {
                var name = label.TrimStart('^');
                Html place = prose._footnotes.ContainsKey(name)
                    ? $"""<sup class="{NoteClass}">{prose.NumberOf(name)}</sup>"""
                    : (Html)$"[^{name}]";
                renderer.Write(place.ToString());
            }
        }
    }

    /// <summary>They stand at the end of the whole.</summary>
    private sealed class NoFootnotes : HtmlObjectRenderer<FootnoteGroup>
    {
        protected override void Write(HtmlRenderer renderer, FootnoteGroup obj)
        {
        }
    }
}
