using System.Text;
using System.Xml;
using Sheaf.Drafts.Formats;
using Sheaf.Text;

namespace Sheaf.Publishing.Site;

/// <summary>
/// All issues as one Atom feed (RFC 4287). Ids are made of the site's own id and the month, so that they stay wherever the site moves.
/// </summary>
internal static class SiteFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    private static readonly XmlWriterSettings Layout = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
    };

    /// <param name="site">The site.</param>
    public static string Render(PublishedSite site)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, Layout))
        {
            xml.WriteStartElement("feed", Namespace);
            Element(xml, "id", $"urn:uuid:{site.Id}");
            Element(xml, "title", site.Title);
            Element(xml, "updated", UtcText.From(site.Issues.Max(issue => issue.Updated)));
            Author(xml, site.Title);
            Element(xml, "generator", "Sheaf");
            Link(xml, "alternate", "text/html", site.AddressOf(SiteNames.Index));
            if (site.Url is not null)
            {
                Link(xml, "self", "application/atom+xml", site.AddressOf(SiteNames.Feed));
            }

            foreach (var issue in site.Issues)
            {
                Write(xml, site, issue);
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(XmlWriter xml, PublishedSite site, SiteIssue issue)
    {
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", $"urn:uuid:{FeedIdentifier.Create(site.Id, $"issue of {issue.Month}")}");
        Element(xml, "title", issue.Title);
        Element(xml, "published", UtcText.From(issue.Published));
        Element(xml, "updated", UtcText.From(issue.Updated));
        Link(xml, "alternate", "text/html", site.AddressOf(issue.Page));
        Element(xml, "summary", issue.Summary.Length > 0 ? issue.Summary : SiteIndexPage.CountOf(issue));
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Namespace);
        Element(xml, "name", name);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string type, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, text);
}

/// <summary>The addresses of all pages for search engines (sitemaps.org), which want them whole.</summary>
internal static class SiteMap
{
    /// <summary>Without days of changes: who looks at the pages sees them.</summary>
    public static string Render(PublishedSite site)
    {
        var text = new StringBuilder(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        foreach (var page in site.Issues.Select(issue => issue.Page).Prepend(""))
        {
            Html line = $"  <url><loc>{new Uri(site.Url!, page).AbsoluteUri}</loc></url>\n";
            text.Append(line);
        }

        return text.Append("</urlset>\n").ToString();
    }
}
