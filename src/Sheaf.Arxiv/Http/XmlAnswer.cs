using System.Text;
using System.Xml;

namespace Sheaf.Arxiv.Http;

/// <summary>An answer in XML: what it is called in the messages of failures, and what was asked.</summary>
internal readonly record struct XmlAnswer(string Name, Uri Address)
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

    /// <summary>
    /// Reads an answer in UTF-8, whatever encoding it declares: arXiv sends no other. Bytes that are none become the replacement
    /// character. The body is left open.
    /// </summary>
    /// <exception cref="ArxivFormatException">The answer is not XML, or has a document type, which none of arXiv's has.</exception>
    /// <exception cref="ArxivUnavailableException">The answer was cut off: asking again helps.</exception>
    public static T Read<T>(Stream body, XmlAnswer answer, Func<XmlReader, Uri, T> read)
    {
        using var text = new StreamReader(
            body, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024, leaveOpen: true);
        return Read(text, answer, read);
    }

    /// <inheritdoc cref="Read{T}(Stream, XmlAnswer, Func{XmlReader, Uri, T})"/>
    public static T Read<T>(string body, XmlAnswer answer, Func<XmlReader, Uri, T> read)
    {
        using var text = new StringReader(body);
        return Read(text, answer, read);
    }

    private static T Read<T>(TextReader body, XmlAnswer answer, Func<XmlReader, Uri, T> read)
    {
        using var text = new XmlText(body);
        try
        {
            using var reader = XmlReader.Create(text, Settings);
            return read(reader, answer.Address);
        }
        catch (XmlException exception) when (text.EndReached)
        {
            throw new ArxivUnavailableException($"The answer of {answer.Address} was cut off: {exception.Message}", exception);
        }
        catch (XmlException exception)
        {
            throw new ArxivFormatException(answer.Name, answer.Address, ReasonOf(exception));
        }
    }

    // What the reader says of document types is advice to whoever wrote the program.
    private static string ReasonOf(XmlException exception) => exception.Message.Contains("DTD", StringComparison.Ordinal)
        ? "it has a document type, which no answer of arXiv has"
        : exception.Message;
}
