namespace Sheaf.Replica;

/// <summary>What arXiv offers and the replica does not.</summary>
public static class NotServed
{
    /// <summary>By the beginning of the path.</summary>
    public static IReadOnlyList<(string Path, string What)> Parts { get; } =
    [
        ("/pdf", "full text in PDF"),
        ("/html", "full text in HTML"),
        ("/src", "TeX sources"),
        ("/e-print", "TeX sources, by their old address"),
        ("/format", "the choice of formats"),
        ("/list", "daily, recent and monthly listings"),
        ("/rss", "daily feeds"),
        ("/atom", "daily feeds"),
        ("/archive", "pages of the archives"),
        ("/year", "pages of the years"),
        ("/catchup", "catching up"),
        ("/search", "the search page"),
        ("/bibtex", "BibTeX entries"),
        ("/category_taxonomy", "the table of categories"),
        ("/stats", "statistics"),
        ("/help", "help pages"),
        ("/user", "accounts"),
    ];

    /// <summary>One sentence on a path that is not served.</summary>
    internal static string Sentence(string path)
    {
        var part = Parts.FirstOrDefault(part => path == part.Path || path.StartsWith(part.Path + "/", StringComparison.Ordinal));
        return part.What is null
            ? $"The replica does not serve {path}: it has the query API, OAI-PMH, abstract pages and robots.txt only."
            : $"The replica does not serve {part.Path} ({part.What}).";
    }
}
