using System.Globalization;
using System.Text;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.Oai;

/// <summary>The answers of OAI-PMH, with the blank lines and numeric quotes of arXiv's templates (field guide 3.3, 3.4).</summary>
internal static class OaiDocument
{
    /// <summary>No record has an earlier datestamp.</summary>
    public const string Earliest = "2005-09-16";

    public static string OfIdentify(IReadOnlyList<(string Name, string Value)> request, DateTimeOffset now) => Whole(
        request,
        now,
        $"""
            <Identify>
                <repositoryName>arXiv</repositoryName>
                <baseURL>https://oaipmh.arxiv.org/oai</baseURL>
                <protocolVersion>2.0</protocolVersion>
                <adminEmail>help@arxiv.org</adminEmail>
                <earliestDatestamp>{Earliest}</earliestDatestamp>
                <deletedRecord>persistent</deletedRecord>
                <granularity>YYYY-MM-DD</granularity>
            </Identify>
        """);

    public static string OfFormats(IReadOnlyList<(string Name, string Value)> request, DateTimeOffset now)
    {
        var formats = new StringBuilder("    <ListMetadataFormats>\n");
        foreach (var format in OaiFormats.All)
        {
            formats.AppendLine(
                CultureInfo.InvariantCulture,
                $"""
                        <metadataFormat>
                            <metadataPrefix>{format.Prefix}</metadataPrefix>
                            <schema>{format.Schema}</schema>
                            <metadataNamespace>{format.Space}</metadataNamespace>
                        </metadataFormat>

                """);
        }

        return Whole(request, now, formats.Append("    </ListMetadataFormats>").ToString());
    }

    public static string OfRecord(IReadOnlyList<(string Name, string Value)> request, string record, DateTimeOffset now) => Whole(
        request,
        now,
        $"""
            <GetRecord>
        {record}
            </GetRecord>
        """);

    public static string OfError(OaiRefusedException refused, DateTimeOffset now) =>
        Whole(refused.Request, now, $"    <error code='{refused.Code}'>{Escape(refused.Message)}</error>");

    public static string Day(DateTimeOffset time) => Html.Format(time, "yyyy-MM-dd");

    public static string Escape(string text) => Html.Escape(Xml.Legal(text));

    private static string Whole(IReadOnlyList<(string Name, string Value)> request, DateTimeOffset now, string content)
    {
        var arguments = string.Concat(request.Select(argument => $" {argument.Name}=\"{Escape(argument.Value)}\""));
        return $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/" {""}
                     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                     xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd">
                <responseDate>{Html.Format(now, "yyyy-MM-ddTHH:mm:ssZ")}</responseDate>
                            <request{arguments}>http://oaipmh.arxiv.org/oai</request>


            {content}
            </OAI-PMH>
            """;
    }
}
