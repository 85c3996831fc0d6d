using Sheaf.Replica.Text;

namespace Sheaf.Replica.AbstractPages;

/// <summary>
/// An abstract page with the structure of arXiv's (field guide 5): the elements, classes, ids and meta names a reader can go by, without
/// arXiv's decoration.
/// </summary>
internal static class AbstractPage
{
    public static string Of(ShownPaper shown) => Of(shown, AuthorMarkup.Of(shown));

    private static string Of(ShownPaper shown, string authors) =>
        $"""
        <!DOCTYPE html>
        <html lang="en">

        <head>  <title>[{shown.Asked.Canonical}] {Html.Escape(shown.Title)}</title>
        {PageHead.Of(shown)}
        </head>

        <body ><div class="flex-wrap-footer">
        <header><a aria-hidden="true" tabindex="-1" href="/IgnoreMe" class="is-sr-only"></a></header>
            <main>
              <div id="content">
        <!-- replica of an abstract page: {shown.Id} -->
        <div id="abs-outer">

          <div class="leftcolumn">
            <div class="subheader">
              <h1>{Html.Escape(Taxonomy.HeadingOf(shown.StoredPrimary)).Replace("&gt;", ">", StringComparison.Ordinal)}</h1>
            </div>

            <div class="header-breadcrumbs-mobile">
              <strong>arXiv:{shown.Asked.Canonical}</strong> ({shown.Archive})
            </div>
        <div id="content-inner">
          <div id="abs">
        {WithdrawalNotice.Of(shown)}    <div class="dateline">
          [{Dateline.Of(shown)}]</div>
            <h1 class="title mathjax"><span class="descriptor">Title:</span>{AutoLinks.LinkIdentifiers(shown.Title)}</h1>
            <div class="authors"><span class="descriptor">Authors:</span>{authors}</div>            {SideColumn.DownloadInfo(shown)}
            {SideColumn.MobileLink(shown)}

            <blockquote class="abstract mathjax">
                    <span class="descriptor">Abstract:</span>{Abstract(shown.Paper)}
            </blockquote>

            <div class="metatable">
              <table summary="Additional metadata">{MetadataTable.Of(shown)}</table>
            </div>
          </div>
        </div>
        {SubmissionHistory.Of(shown)}
          </div>
          <!--end leftcolumn-->
        {SideColumn.Of(shown)}
        </div>
              </div>
            </main>
        </div></body>

        </html>

        """;

    // Every paragraph but the first begins with a break, on a line of its own; the Greek macros stay as they are.
    private static string Abstract(CorpusPaper paper) => string.Join(
        "\n<br>",
        paper.Abstract.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(paragraph => AutoLinks.Link(TexText.WithAccents(paragraph))));
}
