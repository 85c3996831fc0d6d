using System.Diagnostics.CodeAnalysis;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>
/// The parts of an abstract page that are read, found in one walk through it (field guide 5.1, 5.2). Everything about the e-print is
/// looked for inside <c>#abs</c> only: the page has further titles, descriptors and identifiers of the same name elsewhere.
/// </summary>
internal sealed class PageParts
{
    private readonly Dictionary<string, List<string>> _citation = [];
    private readonly Uri _address;

    private PageParts(Uri address) => _address = address;

    internal IElement? Notice { get; private set; }

    [AllowNull]
    internal IElement Dateline { get => field ?? throw Missing("dateline", "div.dateline"); private set; }

    [AllowNull]
    internal IElement Title { get => field ?? throw Missing("title", "h1.title"); private set; }

    [AllowNull]
    internal IElement Authors { get => field ?? throw Missing("authors", "div.authors"); private set; }

    [AllowNull]
    internal IElement Abstract { get => field ?? throw Missing("abstract", "blockquote.abstract"); private set; }

    [AllowNull]
    internal IElement Metadata { get => field ?? throw Missing("metadata table", "div.metatable"); private set; }

    [AllowNull]
    internal IElement History { get => field ?? throw Missing("submission history", "div.submission-history"); private set; }

    [AllowNull]
    internal IElement License { get => field ?? throw Missing("licence", "div.abs-license"); private set; }

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
    internal string? Citation(string name) => Citations(name) is [var content, ..] ? ShownText.Collapse(content) : null;

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

    private void Walk(INode node, bool insideAbs)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IElement element && !(insideAbs ? KeepAbs(element) : KeepOutside(element)))
            {
                Walk(element, insideAbs || element.Id == "abs");
            }
        }
    }

    /// <summary>Keeps the element if it is a part; what is inside a part is not walked through.</summary>
    private bool KeepAbs(IElement element) => element.LocalName switch
    {
        "div" when Is(element, "dateline") => Keep(Dateline = element),
        "div" when Is(element, "authors") => Keep(Authors = element),
        "div" when Is(element, "metatable") => Keep(Metadata = element),
        "h1" when Is(element, "title") => Keep(Title = element),
        "blockquote" when Is(element, "abstract") => Keep(Abstract = element),
        "span" when Is(element, "error") => Keep(Notice = element),
        _ => false,
    };

    private bool KeepOutside(IElement element) =>
        element.LocalName == "div"
        && ((Is(element, "submission-history") && Keep(History = element)) || (Is(element, "abs-license") && Keep(License = element)));

    private static bool Is(IElement element, string name) => ShownText.HasClass(element, name);

    private static bool Keep(IElement _) => true;
}
