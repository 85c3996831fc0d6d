namespace Sheaf.Replica.Oai;

/// <summary>A format of records, and how one paper looks in it.</summary>
internal sealed record OaiFormat(string Prefix, string Schema, string Space, Func<CorpusPaper, string> Render);

/// <summary>The formats that are served. arXiv has one more, arXivOld, which its help does not mention.</summary>
internal static class OaiFormats
{
    public static IReadOnlyList<OaiFormat> All { get; } =
    [
        new("oai_dc", "https://www.openarchives.org/OAI/2.0/oai_dc.xsd", "http://www.openarchives.org/OAI/2.0/oai_dc/", DublinCore.Of),
        new("arXiv", "https://oaipmh.arxiv.org/OAI/arXiv.xsd", "http://arxiv.org/OAI/arXiv/", ArxivMetadata.Of),
        new("arXivRaw", "https://oaipmh.arxiv.org/OAI/arXivRaw.xsd", "http://arxiv.org/OAI/arXivRaw/", RawMetadata.Of),
    ];

    public static OaiFormat? Find(string prefix) => All.FirstOrDefault(format => format.Prefix == prefix);
}
