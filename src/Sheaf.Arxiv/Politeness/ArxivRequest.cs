namespace Sheaf.Arxiv.Politeness;

/// <summary>What a request to arXiv carries along for the handlers below its client.</summary>
public static class ArxivRequest
{
    public static readonly HttpRequestOptionsKey<RequestKind> Kind = new("Sheaf.RequestKind");
}
