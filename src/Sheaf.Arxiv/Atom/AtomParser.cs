using System.Xml;
using Sheaf.Arxiv.Http;

namespace Sheaf.Arxiv.Atom;

/// <summary>
/// Reads answers of the query API, in the layout of today and in that of the service before November 2025 (field guide 2.2). A request
/// must not have named versions: what the answer shows is taken for the most recent version.
/// </summary>
public static class AtomParser
{
    /// <summary>Reads an answer; the body is left open.</summary>
    /// <param name="body">The answer in UTF-8.</param>
    /// <param name="address">What was asked, for the messages of failures.</param>
    /// <exception cref="AtomErrorException">The answer is an error feed, whatever its status was.</exception>
    /// <exception cref="ArxivFormatException">The answer is no feed of the query API.</exception>
    /// <exception cref="ArxivUnavailableException">The answer was cut off: asking again helps.</exception>
    public static AtomAnswer Parse(Stream body, Uri address) => XmlAnswer.Read(body, new("feed", address), ReadFeed);

    /// <inheritdoc cref="Parse(Stream, Uri)"/>
    public static AtomAnswer Parse(string body, Uri address) => XmlAnswer.Read(body, new("feed", address), ReadFeed);

    private static AtomAnswer ReadFeed(XmlReader reader, Uri address)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader is not { LocalName: "feed", NamespaceURI: AtomElements.AtomNamespace })
        {
            throw new ArxivFormatException("feed", address, $"found '{reader.Name}'");
        }

        var feed = new AtomFeed(address);
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            feed.Read(reader);
        }

        return feed.ToAnswer();
    }
}
