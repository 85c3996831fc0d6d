using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>
/// The parts of an abstract page that are read, found in one walk through it (field guide 5.1, 5.2). Everything about the e-print is
/// looked for inside <c>#abs</c> only: the page has further titles, descriptors and identifiers of the same name elsewhere.
/// </summary>
internal sealed class PageParts
{
    // Every page has these; only the notice of a withdrawal may be absent.
    private const int PartsOfEveryPage = 7;

    private readonly Dictionary<string, List<string>> _citation = [];
    private readonly Dictionary<string, IElement> _parts = [];
    private readonly Uri _address;

    private PageParts(Uri address) => _address = address;

    /// <summary>The framed notice of a withdrawal; null where there is none.</summary>
    internal IElement? Notice { get; private set; }

    internal IElement Dateline => Part("div.dateline", "dateline");

    internal IElement Title => Part("h1.title", "title");

    internal IElement Authors => Part("div.authors", "authors");

    internal IElement Abstract => Part("blockquote.abstract", "abstract");

    internal IElement Metadata => Part("div.metatable", "metadata table");

    internal IElement History => Part("div.submission-history", "submission history");

    internal IElement License => Part("div.abs-license", "licence");

    /// <summary>Whether there is nothing of an abstract page in it, neither in its head nor in its body.</summary>
    internal bool IsForeign => _citation.Count == 0 && _parts.Count == 0 && Notice is null;

    internal static PageParts Of(IHtmlDocument document, Uri address)
    {
        var parts = new PageParts(address);
        foreach (var element in document.Head?.ChildNodes.OfType<IHtmlMetaElement>() ?? [])
        {
            parts.AddCitation(element);
        }

        if (document.Body is { } body)
        {
            parts.Walk(body, insideAbs: false);
        }

        return parts;
    }

    /// <summary>The contents of all <c>meta</c> elements of this name, in their order.</summary>
    internal IReadOnlyList<string> Citations(string name) => _citation.TryGetValue(name, out var contents) ? contents : [];

    /// <summary>The content, on one line, of the <c>meta</c> element of this name; null where there is none.</summary>
    internal string? Citation(string name) => Citations(name) is [var content, ..] ? PageText.Collapse(content) : null;

    /// <summary>Likewise where the page must have it.</summary>
    internal string Citation(string name, string field) =>
        Citation(name) is { Length: > 0 } content ? content : throw Missing(field, $"meta {name}");

    internal ArxivFormatException Fault(string field, string found) => new(field, _address, found);

    private ArxivFormatException Missing(string field, string element) => Fault(field, $"the page has no {element}, or it is empty");

    private void AddCitation(IHtmlMetaElement element)
    {
        if (element.Name is not { } name || !name.StartsWith("citation_", StringComparison.Ordinal))
        {
            return;
        }

        if (!_citation.TryGetValue(name, out var contents))
        {
            _citation[name] = contents = [];
        }

        contents.Add(element.Content ?? "");
    }

    private IElement Part(string name, string field) => _parts.GetValueOrDefault(name) ?? throw Missing(field, name);

    /// <summary>Looks for the parts until all are there: the larger half of a page comes after the last.</summary>
    private void Walk(INode node, bool insideAbs)
    {
        var children = node.ChildNodes;
        for (var index = 0; index < children.Length && _parts.Count < PartsOfEveryPage; index++)
        {
            if (children[index] is not IElement element)
            {
                continue;
            }

            if ((insideAbs ? NameInsideAbs(element) : NameOutside(element)) is { } name)
            {
                Keep(name, element);
            }
            else
            {
                Walk(element, insideAbs || element.Id == "abs");
            }
        }
    }

    private void Keep(string name, IElement element)
    {
        if (name == "span.error")
        {
            Notice ??= element;
        }
        else
        {
            _parts.TryAdd(name, element);
        }
    }

    private static string? NameInsideAbs(IElement element) => element.LocalName switch
    {
        "div" when Is(element, "dateline") => "div.dateline",
        "div" when Is(element, "authors") => "div.authors",
        "div" when Is(element, "metatable") => "div.metatable",
        "h1" when Is(element, "title") => "h1.title",
        "blockquote" when Is(element, "abstract") => "blockquote.abstract",
        "span" when Is(element, "error") => "span.error",
        _ => null,
    };

    private static string? NameOutside(IElement element) => element.LocalName switch
    {
        "div" when Is(element, "submission-history") => "div.submission-history",
        "div" when Is(element, "abs-license") => "div.abs-license",
        _ => null,
    };

    private static bool Is(IElement element, string name) => PageText.HasClass(element, name);
}
