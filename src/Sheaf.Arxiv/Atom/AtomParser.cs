using System.Text;
using System.Xml;

namespace Sheaf.Arxiv.Atom;

/// <summary>
/// Reads answers of the query API, in the layout of today and in that of the service before November 2025 (field guide 2.2). A request
/// must not have named versions: what the answer shows is taken for the most recent version.
/// </summary>
public static class AtomParser
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 64 * 1024 * 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,

        // A reference to a control character must not cost the page: the texts are cleaned of them.
        CheckCharacters = false,
    };

    /// <summary>Reads an answer; the body is left open.</summary>
    /// <param name="body">The answer in UTF-8.</param>
    /// <param name="address">What was asked, for the messages of failures.</param>
    /// <exception cref="AtomErrorException">The answer is an error feed, whatever its status was.</exception>
    /// <exception cref="ArxivFormatException">The answer is no feed of the query API.</exception>
    /// <exception cref="ArxivUnavailableException">The answer was cut off: asking again helps.</exception>
    public static AtomAnswer Parse(Stream body, Uri address)
    {
        using var text = new StreamReader(body, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);
        return Parse(text, address);
    }

    /// <inheritdoc cref="Parse(Stream, Uri)"/>
    public static AtomAnswer Parse(string body, Uri address)
    {
        using var text = new StringReader(body);
        return Parse(text, address);
    }

    private static AtomAnswer Parse(TextReader body, Uri address)
    {
        using var text = new FeedText(body);
        try
        {
            using var reader = XmlReader.Create(text, Settings);
            return ReadFeed(reader, address);
        }
        catch (XmlException exception) when (text.EndReached)
        {
            throw new ArxivUnavailableException($"The answer of {address} was cut off: {exception.Message}", exception);
        }
        catch (XmlException exception)
        {
            throw new ArxivFormatException("feed", address, exception.Message);
        }
    }

    private static AtomAnswer ReadFeed(XmlReader reader, Uri address)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader is not { LocalName: "feed", NamespaceURI: FeedElements.AtomNamespace })
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
