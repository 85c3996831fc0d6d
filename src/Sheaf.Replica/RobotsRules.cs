using Sheaf.Replica.Requests;

namespace Sheaf.Replica;

/// <summary>The rules of arxiv.org for robots, as of June 2026 (field guide 5.10).</summary>
internal static class RobotsRules
{
    private static readonly string[] s_allowed = ["/archive", "/year", "/list", "/abs", "/pdf", "/html", "/catchup"];

    private static readonly string[] s_disallowed =
    [
        "/user", "/e-print", "/src", "/ps", "/dvi", "/cookies", "/form", "/find", "/view", "/ftp", "/refs", "/cits", "/format", "/PS_cache",
        "/Stats", "/seek-and-destroy", "/IgnoreMe", "/oai2", "/auth", "/tb", "/tb-recent", "/trackback", "/prevnext", "/ct", "/api",
        "/search",
        "/set_author_id", "/show-email",
    ];

    public static Answer Answer { get; } = Requests.Answer.Plain(
        200,
        string.Join(
            '\n',
            [
                "User-agent: *",
                "Crawl-delay: 15",
                .. s_allowed.Select(path => $"Allow: {path}"),
                .. s_disallowed.Select(path => $"Disallow: {path}"),
                "",
            ]));
}
