using Sheaf.Replica.Requests;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.AbstractPages;

/// <summary>
/// The answers under <c>/abs</c> that are no abstract page. Titles and headings are arXiv's, which clients read; the rest is not.
/// </summary>
internal static class MissingPage
{
    public static Answer Redirect(string to) =>
        Page(301, "Redirecting...", "Redirecting...", $"""<p>The page is at <a href="{Html.Escape(to)}">{Html.Escape(to)}</a>.</p>""")
            .With("Location", to);

    public static Answer NothingAsked() =>
        Page(
            404, "No article identifier specified", "No article identifier specified",
            "<p>Put an identifier after <code>/abs/</code>.</p>");

    public static Answer Invalid() =>
        Page(404, "", "Invalid article identifier", "<p>This does not look like an identifier of arXiv.</p>");

    public static Answer Unrecognized(string text) => Page(
        404,
        $"[{Html.Escape(text)}] Article identifier not recognized",
        $"Article identifier '{Html.Escape(text)}' not recognized",
        "<p>No month has identifiers of this form.</p>");

    public static Answer Unknown(RequestedIdentifier asked, bool versionOfKnown)
    {
        var name = asked.Canonical;
        if (asked.Archive is { } archive && Taxonomy.Knows(archive))
        {
            return Page(
                404,
                "",
                $"Article {name} in the {Html.Escape(Taxonomy.NameOf(archive))} archive not found",
                $"""<form action="/abs/{archive}" method="get"><p>{archive} / <input name="papernum" type="text" size="7"></p></form>""");
        }

        var latest = versionOfKnown ? $"\n<p>There is a latest version: <a href=\"/abs/{asked.Id}\">arXiv:{asked.Id}</a></p>" : "";
        return Page(
            404,
            $"[{name}] Article not found",
            $"Article {name} not found",
            $"<p>There is no record of an article with identifier '{name}'.</p>{latest}");
    }

    public static Answer Deleted(RequestedIdentifier asked, string reason) => Page(
        410,
        $"[{asked.Canonical}] Article not found",
        $"Article {asked.Canonical} not found",
        $"<p><b>The article <i>{asked.Canonical}</i> is recorded as having been deleted from arXiv. The reason recorded is "
        + $"<i>\"{Html.Escape(reason)}\"</i>.</b></p>");

    private static Answer Page(int status, string title, string heading, string body) => Answer.Html(
        status,
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><title>{title}</title></head>
        <body><main><div id="content">
        <h1>{heading}</h1>
        {body}
        </div></main></body>
        </html>

        """).With("Content-Security-Policy", "frame-ancestors 'none'");
}
