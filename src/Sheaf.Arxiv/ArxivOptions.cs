using Sheaf.Arxiv.Politeness;

namespace Sheaf.Arxiv;

/// <summary>
/// Where arXiv is and how it is asked. The intervals and the first wait may only be lowered for loopback hosts; an interval is a day at
/// most.
/// </summary>
public sealed class ArxivOptions
{
    public const string Section = "Arxiv";

    /// <summary>The query API. Default <c>https://export.arxiv.org/api/query</c>.</summary>
    public Uri ApiBase { get; set; } = new("https://export.arxiv.org/api/query");

    /// <summary>OAI-PMH. Default <c>https://oaipmh.arxiv.org/oai</c>.</summary>
    public Uri OaiBase { get; set; } = new("https://oaipmh.arxiv.org/oai");

    /// <summary>The site whose abstract pages are read. Default <c>https://arxiv.org/</c>.</summary>
    public Uri SiteBase { get; set; } = new("https://arxiv.org/");

    /// <summary>
    /// Least time from the end of one API, OAI-PMH or feed request to the start of the next. Default and floor 3 s (field guide 2.7).
    /// </summary>
    public TimeSpan ApiInterval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Least time from the end of one page request to the start of the next. Default and floor 15 s (field guide 5.10).</summary>
    public TimeSpan PageInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// First wait after a refusal or a broken connection, doubling with jitter up to 10 minutes, 3 tries; Retry-After goes before it.
    /// Default and floor 30 s, no more than 10 minutes.
    /// </summary>
    public TimeSpan BackOff { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Identifiers per API request, 1 to 500. Default 100.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>A paper looked at longer ago than this is looked at again. Default 30 days.</summary>
    public TimeSpan RefreshAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>
    /// A mail address or URL that arXiv's staff can reach, sent in the User-Agent. Empty by default; set it. Bound from the top-level key
    /// <c>Contact</c>.
    /// </summary>
    public string Contact { get; set; } = "";

    /// <summary>How the program names itself to whomever it asks: <c>Sheaf/0.1.0 (mailto:editor@example.org)</c>.</summary>
    public string UserAgent => Arxiv.Contact.UserAgent(Contact);

    /// <summary>
    /// The folder in which all processes of a user keep what they must know of each other's requests (see
    /// <see cref="Politeness.GateFolder"/>). Null by default: the process knows of its own requests only. Not a setting.
    /// </summary>
    public string? GateFolder { get; set; }

    /// <summary>Whether no request can leave this machine.</summary>
    public bool AsksOnlyLoopback => Loopback.Includes(ApiBase) && Loopback.Includes(OaiBase) && Loopback.Includes(SiteBase);
}
