using Sheaf.Arxiv.AbstractPages;
using Sheaf.Arxiv.Eprints;

namespace Sheaf.TestKit;

/// <summary>
/// The abstract page of an e-print that does not exist, in the layout of 2026 as the field guide describes it (5.1 to 5.8). Tests change
/// what they are about.
/// </summary>
internal static class InventedPage
{
    public static readonly Uri Address = new("https://arxiv.org/abs/2405.99901");

    /// <summary>The third and latest version of a paper that has everything a page can show.</summary>
    public const string Html = """
        <!DOCTYPE html>
        <html lang="en">
        <head><title>[2405.99901] Widgets \&amp; Gödel gears</title>
          <link rel="canonical" href="https://arxiv.org/abs/2405.99901"/>
          <meta property="og:url" content="https://arxiv.org/abs/2405.99901v3" />
          <meta name="citation_title" content="Widgets \&amp; G\&#34;odel gears: $\alpha &lt; k$ steps" /><meta name="citation_author" content="The Cog Collaboration" /><meta name="citation_author" content="van der Berg, José" /><meta name="citation_author" content="Li Jr., W. -D." /><meta name="citation_author" content="Specimen, Ada" /><meta name="citation_doi" content="10.1000/gears.2024.1 10.1000/gears.2024.1e" /><meta name="citation_date" content="2024/04/30" /><meta name="citation_online_date" content="2024/10/13" /><meta name="citation_arxiv_id" content="2405.99901" /><meta name="citation_abstract" content=" We ask what \L{} ukasz gears with $\alpha
        &lt; k$ do, &#34;exactly&#34;. They turn. Erd\H{o}s&#39;s widget (https://widget.example/src) is na\&#34;ive; it stops.
        " />
        </head>
        <body><div id="content"><div id="abs-outer"><div class="leftcolumn">
        <div class="subheader"><h1>Computer Science > Computation and Language</h1></div>
        <div id="content-inner"><div id="abs">
            <div class="dateline">
          [Submitted on 30 Apr 2024 (<a href="https://arxiv.org/abs/2405.99901v1">v1</a>), last revised 13 Oct 2024 (this version, v3)]</div>
            <h1 class="title mathjax"><span class="descriptor">Title:</span>Widgets \&amp; Gödel gears: $α &lt; k$ steps</h1>
            <div class="authors"><span class="descriptor">Authors:</span>The <a href="https://arxiv.org/search/cs?query=Cog">Cog Collaboration</a>: <a href="https://arxiv.org/search/cs?query=Berg">José van der Berg</a>, <a href="https://arxiv.org/search/cs?query=Li">W.-D. Li Jr.</a> (1 and 2), <a href="https://arxiv.org/search/cs?query=Specimen">Ada Specimen</a> (2) ((1) Gear Inst., (2) Cog Lab, Zürich)</div>
            <div id="download-button-info" hidden>View a PDF of the paper titled Widgets</div>
            <blockquote class="abstract mathjax">
                    <span class="descriptor">Abstract:</span>We ask what Łukasz gears with $\alpha
        &lt; k$ do, "exactly".
        <br>They turn. Erdős's widget (<a href="https://widget.example/src" rel="external noopener nofollow" class="link-external link-https">this https URL</a>) is naïve; it stops.

            </blockquote>
            <div class="metatable">
              <table summary="Additional metadata"><tr>
                  <td class="tablecell label">Comments:</td>
                  <td class="tablecell comments mathjax">12 pages, see <a href="https://widget.example/~ada" rel="external noopener nofollow" class="link-external link-https">this https URL</a>, <a href="https://arxiv.org/abs/2301.99901" data-arxiv-id="2301.99901" class="link-https">arXiv:2301.99901</a> and doi:<a href="https://doi.org/10.1000/gears.7" data-doi="10.1000/gears.7" class="link-https link-external">https://doi.org/10.1000/gears.7</a>; uses <a href="http://gears.sty" class="link-external link-http">this http URL</a></td>
                </tr>
                <tr>
                  <td class="tablecell label">Subjects:</td>
                  <td class="tablecell subjects">
                    <span class="primary-subject">Computation and Language (cs.CL)</span>; Systems and Control (eess.SY); High Energy Physics - Theory (hep-th)</td>
                </tr>
                <tr>
                  <td class="tablecell label"><abbr title="Mathematical Subject Classification">MSC</abbr> classes:</td>
                  <td class="tablecell msc-classes">60J10</td>
                </tr>
                <tr>
                  <td class="tablecell label"><abbr title="Association for Computing Machinery">ACM</abbr> classes:</td>
                  <td class="tablecell acm-classes">I.2.7; F.1</td>
                </tr>
                <tr>
                  <td class="tablecell label">Report&nbsp;number:</td>
                  <td class="tablecell jref">ACME-24-001</td>
                </tr>
                <tr>
                  <td class="tablecell label">Cite as:</td>
                  <td class="tablecell arxivid"><span class="arxivid"><a href="https://arxiv.org/abs/2405.99901">arXiv:2405.99901</a> [cs.CL]</span></td>
                </tr>
                <tr>
                  <td class="tablecell label">&nbsp;</td>
                  <td class="tablecell arxividv">(or <span class="arxivid"><a href="https://arxiv.org/abs/2405.99901v3">arXiv:2405.99901v3</a> [cs.CL]</span> for this version)</td>
                </tr>
                <tr>
                  <td class="tablecell label">&nbsp;</td>
                  <td class="tablecell arxivdoi"><a href="https://doi.org/10.48550/arXiv.2405.99901" id="arxiv-doi-link">https://doi.org/10.48550/arXiv.2405.99901</a><div class="button-and-tooltip"><button class="more-info"><span class="visually-hidden">Focus to learn more</span></button><div role="tooltip">arXiv-issued DOI via DataCite</div></div></td>
                </tr>
                <tr>
                  <td class="tablecell label">Journal&nbsp;reference:</td>
                  <td class="tablecell jref">J. Gears 12 (2024)
                    1-9</td>
                </tr>
                <tr>
                  <td class="tablecell label"><abbr title="Digital Object Identifier">Related DOI</abbr>:</td>
                  <td class="tablecell doi"><a href="https://doi.org/10.1000/gears.2024.1" data-doi="10.1000/gears.2024.1">https://doi.org/10.1000/gears.2024.1</a> <a href="https://doi.org/10.1000/gears.2024.1e" data-doi="10.1000/gears.2024.1e">https://doi.org/10.1000/gears.2024.1e</a>
                    <div class="button-and-tooltip"><button class="more-info"><span class="visually-hidden">Focus to learn more</span></button><div role="tooltip">DOI(s) linking to related resources</div></div></td>
                </tr></table>
            </div>
        </div></div>
        <div class="submission-history">
          <h2>Submission history</h2> From: Ada Specimen [<a href="/show-email/1b240e1a/2405.99901" rel="nofollow">view email</a>]      <br/>
          <strong><a href="/abs/2405.99901v1" rel="nofollow">[v1]</a></strong>
                Tue, 30 Apr 2024 21:20:17 UTC (3,012 KB)<br/>
          <strong><a href="/abs/2405.99901v2" rel="nofollow">[v2]</a></strong>
                Thu, 2 May 2024 01:29:17 UTC (0 KB) <em>(withdrawn)</em><br/>
          <strong>[v3]</strong>
                Sun, 13 Oct 2024 21:05:31 UTC (13,017 KB)<br/>
        </div></div>
        <div class="extra-services"><div class="full-text"><span class="descriptor">Full-text links:</span>
          <div class="abs-license"><a href="http://creativecommons.org/licenses/by/4.0/" title="Rights to this article" class="has_license"><img alt="license icon"/></a></div></div></div>
        </div></div></body></html>
        """;

    public static EprintRecord Parse(string html) => AbstractPageParser.Parse(html, Address);

    /// <summary>The page with one passage changed, which must be there.</summary>
    public static string With(string passage, string instead) => Html.Changed(passage, instead);

    public static string Changed(this string html, string passage, string instead) => html.Contains(passage, StringComparison.Ordinal)
        ? html.Replace(passage, instead, StringComparison.Ordinal)
        : throw new ArgumentException($"The page has no '{passage}'.", nameof(passage));
}
