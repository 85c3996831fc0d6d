using System.Text;
using Sheaf.Replica.Requests;

namespace Sheaf.Replica.Oai;

/// <summary>OAI-PMH (field guide 3): hands out single records and tells about itself. Lists of records and sets are not served.</summary>
internal sealed class OaiInterface(Corpus corpus, TimeProvider time)
{
    public const string Path = "/oai";

    private const string Scheme = "oai:arXiv.org:";

    public Answer Answer(ReceivedRequest request)
    {
        try
        {
            var arguments = OaiArguments.Of(request);
            return arguments.Verb switch
            {
                "Identify" => Xml(Identify(arguments)),
                "ListMetadataFormats" => Xml(ListMetadataFormats(arguments)),
                "GetRecord" => Xml(GetRecord(arguments)),
                "ListRecords" or "ListIdentifiers" or "ListSets" =>
                    Requests.Answer.Plain(501, $"The replica does not serve the verb {arguments.Verb} of OAI-PMH."),
                _ => throw OaiRefusedException.BadVerb("Invalid verb provided"),
            };
        }
        catch (OaiRefusedException refused)
        {
            // Errors of the protocol are no errors of HTTP.
            return Xml(OaiDocument.OfError(refused, time.GetUtcNow()));
        }
    }

    private static Answer Xml(string document) => new(200, "text/xml", Encoding.UTF8.GetBytes(document));

    private string Identify(OaiArguments arguments) => arguments.Names is ["verb"]
        ? OaiDocument.OfIdentify(arguments.Accepted("verb"), time.GetUtcNow())
        : throw OaiRefusedException.BadArgument("No other parameters allowed for Identify");

    private string ListMetadataFormats(OaiArguments arguments)
    {
        arguments.Demand("verb", "identifier");
        var request = arguments.Accepted("verb", "identifier");
        return arguments["identifier"] is not { } identifier || Find(identifier) is not null
            ? OaiDocument.OfFormats(request, time.GetUtcNow())
            : throw OaiRefusedException.NoSuchId("No paper with that ID.", request);
    }

    private string GetRecord(OaiArguments arguments)
    {
        if (arguments.Names.Count < 3)
        {
            throw OaiArguments.Unexpected("identifier", "verb", "metadataPrefix");
        }

        arguments.Demand("identifier", "verb", "metadataPrefix");
        var paper = Find(arguments["identifier"]!);
        var format = OaiFormats.Find(arguments["metadataPrefix"]!) ?? throw OaiRefusedException.NoSuchFormat(arguments.Accepted("verb", "identifier"));
        var request = arguments.Accepted("verb", "identifier", "metadataPrefix");
        return paper is null
            ? throw OaiRefusedException.NoSuchId("Nothing found for this ID", request)
            : OaiDocument.OfRecord(request, OaiRecord.Of(paper, format), time.GetUtcNow());
    }

    /// <summary>The paper of an identifier, null where there is none; a version in it is passed over, as arXiv does.</summary>
    private CorpusPaper? Find(string identifier)
    {
        if (!identifier.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw OaiRefusedException.NoSuchId($"All identifiers start with: {Scheme}", request: []);
        }

        return RequestedIdentifier.TryParse(identifier[Scheme.Length..], out var asked)
            ? corpus.Papers.GetValueOrDefault(asked.Id)
            : throw OaiRefusedException.NoSuchId("Invalid arXiv_id structure", request: []);
    }
}
