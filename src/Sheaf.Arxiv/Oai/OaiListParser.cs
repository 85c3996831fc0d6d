using System.Xml;
using Sheaf.Arxiv.Http;

namespace Sheaf.Arxiv.Oai;

/// <summary>Reads answers to ListRecords in any of the formats of <see cref="OaiFormat"/> (field guide 3.3), record by record.</summary>
public static class OaiListParser
{
    /// <summary>Reads an answer; the body is left open. <c>noRecordsMatch</c> is a page without records.</summary>
    /// <param name="body">The answer in UTF-8.</param>
    /// <param name="address">What was asked, for the messages of failures.</param>
    /// <exception cref="OaiErrorException">The answer is another error of the protocol.</exception>
    /// <exception cref="ArxivFormatException">The answer is no answer to ListRecords.</exception>
    /// <exception cref="ArxivUnavailableException">The answer was cut off: asking again helps.</exception>
    public static OaiPage Parse(Stream body, Uri address) => XmlAnswer.Read(body, new("OAI-PMH", address), ReadAnswer);

    /// <inheritdoc cref="Parse(Stream, Uri)"/>
    public static OaiPage Parse(string body, Uri address) => XmlAnswer.Read(body, new("OAI-PMH", address), ReadAnswer);

    private static OaiPage ReadAnswer(XmlReader reader, Uri address)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "OAI-PMH")
        {
            throw new ArxivFormatException("OAI-PMH", address, $"found '{reader.Name}'");
        }

        OaiPage? page = null;
        OaiError? error = null;
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            switch (reader.LocalName)
            {
                case "error":
                    error ??= OaiError.Read(reader);
                    break;
                case "ListRecords" when page is null:
                    page = ReadList(reader);
                    break;
                default:
                    reader.ReadPast();
                    break;
            }
        }

        return error switch
        {
            null => page ?? throw new ArxivFormatException("ListRecords", address, "missing"),
            { Code: OaiErrorException.NoRecordsMatch } => new OaiPage([], Token: null) { IsNothing = true },
            _ => throw new OaiErrorException(error.Code, error.Text, address),
        };
    }

    private static OaiPage ReadList(XmlReader reader)
    {
        var items = new List<OaiItem>();
        string? token = null;
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            switch (reader.LocalName)
            {
                case "record":
                    items.Add(OaiItem.Of(OaiRecord.Read(reader)));
                    break;
                case "resumptionToken":
                    token = reader.ReadText().Trim();
                    break;
                default:
                    reader.ReadPast();
                    break;
            }
        }

        return new OaiPage(items, token is { Length: > 0 } ? token : null) { HasTokenElement = token is not null };
    }
}
