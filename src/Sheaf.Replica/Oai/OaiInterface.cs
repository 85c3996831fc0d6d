using System.Text;
using Sheaf.Replica.Faults;
using Sheaf.Replica.Requests;

namespace Sheaf.Replica.Oai;

/// <summary>OAI-PMH (field guide 3): hands out single records and lists of them, and tells about itself.</summary>
internal sealed class OaiInterface(Corpus corpus, ReplicaOptions options)
{
    private readonly TimeProvider _time = options.Time;
    private readonly OaiLists _lists = new(corpus, options);
    private Answer? _last;

    public const string Path = "/oai";

    private const string Scheme = "oai:arXiv.org:";

    /// <param name="request">The request.</param>
    /// <param name="fault">What goes wrong with a list; null: nothing.</param>
    public Answer Answer(ReceivedRequest request, FaultKind? fault = null)
    {
        try
        {
            var arguments = OaiArguments.Of(request);
            return arguments.Verb switch
            {
                "Identify" => Xml(Identify(arguments)),
                "ListMetadataFormats" => Xml(ListMetadataFormats(arguments)),
                "GetRecord" => Xml(GetRecord(arguments)),
                "ListSets" => Xml(ListSets(arguments)),
                "ListRecords" or "ListIdentifiers" when fault == FaultKind.Repeated && _last is { } last => last,
                "ListRecords" or "ListIdentifiers" => _last = Xml(_lists.Answer(arguments, fault)),
                _ => throw OaiRefusedException.BadVerb("Invalid verb provided"),
            };
        }
        catch (OaiRefusedException refused)
        {
            // Errors of the protocol are no errors of HTTP.
            return Xml(OaiDocument.OfError(refused, _time.GetUtcNow()));
        }
    }

    private static Answer Xml(string document) => new(200, "text/xml", Encoding.UTF8.GetBytes(document));

    private string Identify(OaiArguments arguments) => arguments.Names is ["verb"]
        ? OaiDocument.OfIdentify(arguments.Accepted("verb"), _time.GetUtcNow())
        : throw OaiRefusedException.BadArgument("No other parameters allowed for Identify");

    private string ListMetadataFormats(OaiArguments arguments)
    {
        arguments.Demand("verb", "identifier");
        var request = arguments.Accepted("verb", "identifier");
        return arguments["identifier"] is not { } identifier || Find(identifier) is not null
            ? OaiDocument.OfFormats(request, _time.GetUtcNow())
            : throw OaiRefusedException.NoSuchId("No paper with that ID.", request);
    }

    private string ListSets(OaiArguments arguments)
    {
        if (arguments["resumptionToken"] is not null)
        {
            throw OaiRefusedException.BadArgument("Invalid token");
        }

        arguments.Demand("verb");
        return OaiDocument.OfSets(arguments.Accepted("verb"), OaiSets.All, _time.GetUtcNow());
    }

    private string GetRecord(OaiArguments arguments)
    {
        if (arguments.Names.Count < 3)
        {
            throw OaiArguments.Unexpected("identifier", "verb", "metadataPrefix");
        }

        arguments.Demand("identifier", "verb", "metadataPrefix");
        var paper = Find(arguments["identifier"]!);
        var format = OaiFormats.Find(arguments["metadataPrefix"]!)
            ?? throw OaiRefusedException.NoSuchFormat(arguments.Accepted("verb", "identifier"));
        var request = arguments.Accepted("verb", "identifier", "metadataPrefix");
        return paper is null
            ? throw OaiRefusedException.NoSuchId("Nothing found for this ID", request)
            : OaiDocument.OfRecord(request, OaiRecord.Of(_lists.AsIs(paper), format), _time.GetUtcNow());
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
