using System.Xml;
using Sheaf.Arxiv.Http;

namespace Sheaf.Arxiv.Oai;

/// <summary>
/// Reads answers to GetRecord in any of the formats of <see cref="OaiFormat"/> (field guide 3.3, 3.4). Elements are found by their local
/// names: they are unambiguous, and recordings exist whose namespaces are not arXiv's.
/// </summary>
public static class OaiParser
{
    /// <summary>Reads an answer; the body is left open.</summary>
    /// <param name="body">The answer in UTF-8.</param>
    /// <param name="address">What was asked, for the messages of failures.</param>
    /// <exception cref="OaiErrorException">The answer is an error of the protocol that no <see cref="OaiAnswer"/> tells.</exception>
    /// <exception cref="ArxivFormatException">The answer is no answer to GetRecord, or its record lacks what every record has.</exception>
    /// <exception cref="ArxivUnavailableException">The answer was cut off: asking again helps.</exception>
    public static OaiAnswer Parse(Stream body, Uri address) => XmlAnswer.Read(body, new("OAI-PMH", address), ReadAnswer);

    /// <inheritdoc cref="Parse(Stream, Uri)"/>
    public static OaiAnswer Parse(string body, Uri address) => XmlAnswer.Read(body, new("OAI-PMH", address), ReadAnswer);

    private static OaiAnswer ReadAnswer(XmlReader reader, Uri address)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "OAI-PMH")
        {
            throw new ArxivFormatException("OAI-PMH", address, $"found '{reader.Name}'");
        }

        // Read to its end even so: an answer that was cut off is none.
        OaiAnswer? answer = null;
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            switch (reader.LocalName)
            {
                case "error":
                    var error = ReadError(reader, address);
                    answer ??= error;
                    break;
                case "GetRecord" when answer is null:
                    answer = ReadGetRecord(reader, address);
                    break;
                default:
                    reader.ReadPast();
                    break;
            }
        }

        return answer ?? throw new ArxivFormatException("GetRecord", address, "missing");
    }

    private static OaiAnswer ReadError(XmlReader reader, Uri address)
    {
        var (code, error) = OaiError.Read(reader);
        return code switch
        {
            "idDoesNotExist" => new OaiAnswer.NotFound(error),
            "cannotDisseminateFormat" => new OaiAnswer.FormatNotAvailable(error),
            _ => throw new OaiErrorException(code, error, address),
        };
    }

    private static OaiAnswer? ReadGetRecord(XmlReader reader, Uri address)
    {
        OaiAnswer? answer = null;
        for (var inside = reader.Enter(); inside && reader.NextChild();)
        {
            if (reader.LocalName == "record" && answer is null)
            {
                answer = AnswerOf(OaiRecord.Read(reader), address);
            }
            else
            {
                reader.ReadPast();
            }
        }

        return answer;
    }

    private static OaiAnswer AnswerOf(OaiRecord record, Uri address) =>
        record.Header.IsDeleted ? new OaiAnswer.Deleted(record.Header.Datestamp)
        : record.Eprint is { } eprint ? new OaiAnswer.Found(eprint)
        : throw new ArxivFormatException("record", address, record.Fault ?? "not to be read");
}
