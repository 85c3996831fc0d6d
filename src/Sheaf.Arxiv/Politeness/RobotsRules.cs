namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// The robots.txt rules of arXiv's hosts as of 2026-06-26 (field guide 5.10), built in: a client whose pages are known in advance need not ask
/// for the rules at every start. They hold for pages; the query API and OAI-PMH are offered to programs and have rules of their own.
/// </summary>
public static class RobotsRules
{
    private static readonly string[] Allowed = ["/archive", "/year", "/list", "/abs", "/pdf", "/html", "/catchup"];

    private static readonly string[] Disallowed =
    [
        "/user", "/e-print", "/src", "/ps", "/dvi", "/cookies", "/form", "/find", "/view", "/ftp", "/refs", "/cits", "/format", "/PS_cache",
        "/Stats", "/seek-and-destroy", "/IgnoreMe", "/oai2", "/auth", "/tb", "/tb-recent", "/trackback", "/prevnext", "/ct", "/api", "/search",
        "/set_author_id", "/show-email",
    ];

    /// <summary>Whether a program may read the page. A rule is the beginning of a path; the longest that fits decides, and no rule allows.</summary>
    public static bool Allows(Uri address)
    {
        // export.arxiv.org closes itself to robots altogether, although it serves the API.
        if (address.IdnHost == "export.arxiv.org")
        {
            return false;
        }

        return LongestFit(Allowed, address.AbsolutePath) >= LongestFit(Disallowed, address.AbsolutePath);
    }

    private static int LongestFit(string[] rules, string path) =>
        rules.Where(rule => path.StartsWith(rule, StringComparison.Ordinal)).Select(rule => rule.Length).DefaultIfEmpty().Max();
}
