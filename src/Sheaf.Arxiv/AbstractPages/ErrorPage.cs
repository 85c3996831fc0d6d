using AngleSharp.Dom;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>The page arXiv sends for an e-print that is not there (field guide 1.3).</summary>
internal static class ErrorPage
{
    private const int LongestReason = 200;

    /// <summary>Its heading, else its title, else "not found"; one line.</summary>
    internal static string Heading(string html, Uri address)
    {
        using var document = PageMarkup.Parse(html, address);
        return Reason(First(document.Body, "h1")) ?? Reason(document.Title) ?? "not found";
    }

    /// <summary>The sentence in bold below the heading, which says that and why an e-print was deleted; else the heading.</summary>
    internal static string Explanation(string html, Uri address)
    {
        using var document = PageMarkup.Parse(html, address);
        var heading = First(document.Body, "h1");
        return Reason(First(heading?.Parent, "b")) ?? Reason(heading) ?? Reason(document.Title) ?? "deleted";
    }

    private static INode? First(INode? root, string name) =>
        root?.GetDescendants().OfType<IElement>().FirstOrDefault(element => element.LocalName == name);

    private static string? Reason(INode? part) => part is null ? null : Reason(PageText.Line(part));

    private static string? Reason(string? text)
    {
        var line = PageText.Collapse(text ?? "");
        return line.Length == 0 ? null : line.Length <= LongestReason ? line : line[..(LongestReason - 1)].TrimEnd() + "…";
    }
}
