using System.Collections.Concurrent;
using Sheaf.Replica.Faults;

namespace Sheaf.Replica.Oai;

/// <summary>ListRecords and ListIdentifiers, page by page (field guide 3.2, 3.3).</summary>
internal sealed class OaiLists(Corpus corpus, ReplicaOptions options)
{
    private static readonly string[] s_allowed = ["verb", "metadataPrefix", "set", "from", "until"];

    private readonly OaiRows _rows = new(corpus);

    // A token is good until the end of the day on which it was given. One that was never given is as good as its form.
    private readonly ConcurrentDictionary<string, DateTime> _given = new(StringComparer.Ordinal);

    private DateTimeOffset Now => options.Time.GetUtcNow();

    public CorpusPaper AsIs(CorpusPaper paper) => _rows.AsIs(paper);

    /// <exception cref="OaiRefusedException">The request is wrong, or nothing matches.</exception>
    public string Answer(OaiArguments arguments, FaultKind? fault) => arguments["resumptionToken"] is { } token
        ? GoOn(arguments, token, fault)
        : Begin(arguments, fault);

    private string Begin(OaiArguments arguments, FaultKind? fault)
    {
        var selection = OaiListRequest.Of(arguments, Now);
        var request = arguments.Accepted(s_allowed);
        return _rows.Of(selection, count: 1).Count > 0
            ? Page(selection, request, fault, isFirst: true)
            : throw OaiRefusedException.NothingMatches(request);
    }

    private string GoOn(OaiArguments arguments, string token, FaultKind? fault)
    {
        if (arguments.Names.Count > 2)
        {
            throw OaiRefusedException.BadArgument("No other paramters allowed with resumptionToken");
        }

        var request = arguments.Accepted("verb", "resumptionToken");
        var selection = OaiSelection.OfToken(token);
        if (selection is null || OaiFormats.Find(selection.Prefix) is null)
        {
            throw OaiRefusedException.BadToken("Token decoding failed or format is invalid.", request: []);
        }

        if (selection.Verb != arguments.Verb)
        {
            throw OaiRefusedException.BadToken("token from different verb", request);
        }

        return fault == FaultKind.Expired || (_given.TryGetValue(token, out var day) && day < Now.UtcDateTime.Date)
            ? throw OaiRefusedException.BadToken("token has expired", request)
            : Page(selection, request, fault, isFirst: false);
    }

    private string Page(OaiSelection selection, IReadOnlyList<(string Name, string Value)> request, FaultKind? fault, bool isFirst)
    {
        if (fault == FaultKind.Moved)
        {
            _rows.EditBehind(selection, Now);
        }

        var size = selection.Verb == "ListRecords" ? options.RecordsPerPage : options.IdentifiersPerPage;
        size = fault switch { FaultKind.Vacant => 0, FaultKind.Shortened => Math.Max(1, size / 2), _ => size };
        var rows = _rows.Of(selection, size + 1);
        if (rows.Count == 0)
        {
            // Rows have gone meanwhile, and the token leads behind the last.
            throw OaiRefusedException.NothingMatches(request);
        }

        var goesOn = rows.Count > size;
        rows = rows[..Math.Min(size, rows.Count)];
        var token = goesOn ? selection.TokenBehind(rows) : isFirst ? null : "";
        if (goesOn)
        {
            _given[token!] = Now.UtcDateTime.Date;
        }

        return OaiDocument.OfList(request, selection.Verb, rows.Select(row => Shown(row, selection)), token, Now);
    }

    private static string Shown(OaiRow row, OaiSelection selection) =>
        selection.Verb == "ListRecords" ? OaiRecord.Of(row.Paper, OaiFormats.Find(selection.Prefix)!) : OaiRecord.Header(row.Paper);
}
