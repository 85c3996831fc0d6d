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

    public static string OfSets(
        IReadOnlyList<(string Name, string Value)> request, IEnumerable<(string Set, string Name)> sets, DateTimeOffset now) => Whole(
        request,
        now,
        $"""
            <ListSets>
        {string.Concat(sets.Select(set => $"""
                        <set>
                <setSpec>{set.Set}</setSpec>
                <setName>{Escape(set.Name)}</setName>
            </set>


            """))}    </ListSets>
        """);

    /// <param name="request">What was asked.</param>
    /// <param name="verb">The verb, which is the name of the list, too.</param>
    /// <param name="items">Records or headers.</param>
    /// <param name="token">Null: no such element; empty: the list ends here.</param>
    /// <param name="now">The time; a token expires at the next midnight.</param>
    public static string OfList(
        IReadOnlyList<(string Name, string Value)> request, string verb, IEnumerable<string> items, string? token, DateTimeOffset now)
    {
        var list = new StringBuilder($"    <{verb}>\n").AppendJoin("\n\n", items).Append("\n\n");
        if (token is not null)
        {
            var midnight = Html.Format(now.UtcDateTime.Date.AddDays(1), "yyyy-MM-ddTHH:mm:ssZ");
            list.Append(
                token.Length == 0
                    ? "            <resumptionToken/>\n\n"
                    : $"            <resumptionToken expirationDate='{midnight}'>{Escape(token)}</resumptionToken>\n\n");
        }

        return Whole(request, now, list.Append($"    </{verb}>").ToString());
    }

    public static string OfError(OaiRefusedException refused, DateTimeOffset now) =>
        Whole(refused.Request, now, $"    <error code='{refused.Code}'>{Escape(refused.Message)}</error>");

    public static string Day(DateTimeOffset time) => Html.Format(time, "yyyy-MM-dd");

    public static string Escape(string text) => Html.Escape(Xml.Legal(text));

    private static string Whole(IReadOnlyList<(string Name, string Value)> request, DateTimeOffset now, string content)
    {
        // arXiv has another template for tokens, with other quotes.
        var quote = request.Any(argument => argument.Name == "resumptionToken") ? '\'' : '"';
        var arguments = string.Concat(request.Select(argument => $" {argument.Name}={quote}{Escape(argument.Value)}{quote}"));
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
