using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>
/// Reads an abstract page of arXiv, of today's layout or that of 2020 (field guide 5). The title and the abstract are taken from the
/// <c>citation_…</c> entries of its head where they stand with their TeX intact; what arXiv changed elsewhere (accents and Greek letters
/// in comments, accents in names) is as the page shows it.
/// </summary>
public static partial class AbstractPageParser
{
    /// <param name="html">The page.</param>
    /// <param name="address">Where it came from, for the message of a failure.</param>
    /// <returns>
    /// All that the page says of the version it shows. On an older version's page the categories and the history are the e-print's as it
    /// is now (field guide 5.8).
    /// </returns>
    /// <exception cref="ArxivFormatException">
    /// The answer is not arXiv's at all; or an element that every abstract page has is missing or not of a known shape, or two of them
    /// contradict each other. Nothing is left out in silence: an empty text means that the page has no such row.
    /// </exception>
    public static EprintRecord Parse(string html, Uri address)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(address);
        using var document = PageMarkup.Parse(html, address);
        var page = PageParts.Of(document, address);
        if (page.IsForeign)
        {
            throw new ArxivFormatException("identifier", address, "it has nothing in it that a page of arXiv has") { IsForeign = true };
        }

        // The identifier comes first: without one the answer is no abstract page at all, and that is the message a person needs.
        var identifier = Identifier(page);
        var table = MetadataTable.Parse(page);
        var record = new EprintRecord
        {
            Identifier = identifier,
            Source = RecordSource.Page,
            Title = Title(page),
            Abstract = AbstractText.Parse(page),
            Categories = SubjectLine.Parse(table, page),
            Comment = table.Text("comment"),
            JournalRef = table.Text("journal reference"),
            Dois = RelatedDois.Parse(table, page),
            ReportNumber = table.Text("report number"),
            MscClass = table.Text("MSC classes"),
            AcmClass = table.Text("ACM classes"),
            Proxy = Proxy(page),
        };
        return WithVersions(WithAuthors(record, page), page);
    }

    private static ArxivIdentifier Identifier(PageParts page)
    {
        var text = page.Citation("citation_arxiv_id", "identifier");
        return ArxivIdentifier.TryParse(text, out var identifier) ? identifier : throw page.Fault("identifier", $"'{text}'");
    }

    private static string Title(PageParts page)
    {
        var title = page.Citation("citation_title", "title");
        return PageText.Line(page.Title).Length > 0 ? title : throw page.Fault("title", "h1.title is empty");
    }

    /// <summary>
    /// What stands in brackets behind the submitter, before the first version; empty where nothing does (field guide 5.6).
    /// </summary>
    private static string Proxy(PageParts page)
    {
        var from = page.History.ChildNodes.TakeWhile(node => node is not IElement { LocalName: "strong" or "b" });
        return Via().Match(PageText.Collapse(string.Concat(from.Select(node => node.TextContent)))).Groups["proxy"].Value;
    }

    private static EprintRecord WithAuthors(EprintRecord record, PageParts page)
    {
        // The hidden part of a list of more than a hundred authors begins on a line of its own, with a comma (field guide 5.4).
        var line = PageText.Line(page.Authors).Replace(" ,", ",", StringComparison.Ordinal);
        var authors = PageAuthors.Parse(page.Citations("citation_author"), line);
        if (authors.Count == 0 || line.Length == 0 || authors.Any(author => author.Name.Length == 0))
        {
            throw page.Fault("authors", $"{authors.Count} in the head; the line is '{line}'");
        }

        return record with { Authors = authors, AuthorsRaw = line };
    }

    private static EprintRecord WithVersions(EprintRecord record, PageParts page)
    {
        var dateline = Dateline.Parse(page);
        var history = SubmissionHistory.Parse(page);
        var (first, last) = (history[0], history[^1]);
        if (first.Submitted.ToString("d MMM yyyy", CultureInfo.InvariantCulture) != dateline.FirstDay
            || (dateline.LatestVersion ?? dateline.Version) != last.Version)
        {
            throw page.Fault("submission history", $"it disagrees with the line '{PageText.Line(page.Dateline)}'");
        }

        var withdrawn = history[dateline.Version - 1].Withdrawn || Withdrawal.IsAnnounced(page);
        return record with
        {
            Version = dateline.Version,
            LatestVersion = last.Version,
            FirstSubmitted = first.Submitted,
            LastSubmitted = last.Submitted,
            Versions = history,
            Withdrawn = withdrawn,
            License = License(page, withdrawn),
        };
    }

    /// <summary>
    /// Wherever in its place the page has it; empty for a withdrawn version, for which arXiv names none (field guide 5.7).
    /// </summary>
    private static string License(PageParts page, bool withdrawn)
    {
        var link = page.License.QuerySelector("a[href]") ?? page.License.Owner?.QuerySelector("a[title='Rights to this article'][href]");
        if (link is null && withdrawn)
        {
            return "";
        }

        var target = link?.GetAttribute("href")?.Trim() ?? "";
        return Uri.TryCreate(target, UriKind.Absolute, out var license) && license.Scheme is "http" or "https"
            ? target
            : throw page.Fault("licence", $"'{target}'");
    }

    [GeneratedRegex(@"\[via (?<proxy>[^\[\]]+?)(( as)? proxy)?\]\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Via();
}

/// <summary>The framed notice above the dateline (field guide 5.7).</summary>
internal static class Withdrawal
{
    /// <summary>Whether it says that the version shown is withdrawn; that a newer one is, does not concern this version.</summary>
    internal static bool IsAnnounced(PageParts page)
    {
        if (page.Notice is not { } notice)
        {
            return false;
        }

        var text = PageText.Line(notice);
        var ofThis = text.StartsWith("This paper has been withdrawn", StringComparison.Ordinal);
        return ofThis || text.StartsWith("A newer version of this paper has been withdrawn", StringComparison.Ordinal)
            ? ofThis
            : throw page.Fault("withdrawal notice", $"'{text}'");
    }
}

/// <summary>The publishers' DOIs of an e-print; arXiv's own stands in another row (field guide 5.5).</summary>
internal static class RelatedDois
{
    private const string Field = "DOI";

    /// <summary>
    /// Bare, in the page's order, without the separators that arXiv links along with them. What an author gave for a DOI and arXiv could
    /// not link is kept as it stands.
    /// </summary>
    internal static List<string> Parse(MetadataTable table, PageParts page)
    {
        if (table.Cell(Field) is not { } cell)
        {
            return page.Citation("citation_doi") is null ? [] : throw page.Fault(Field, "the head names one, the table does not");
        }

        var links = cell.ChildNodes.OfType<IElement>().Where(child => child.LocalName == "a").ToList();
        var written = links.Count > 0 ? links.Select(PageText.Link) : PageText.Line(cell).Split(' ');
        var dois = written.SelectMany(DoiField.Parse).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return dois.Count > 0 ? dois : throw page.Fault(Field, "the row is empty");
    }
}
