namespace Sheaf.Arxiv.Politeness;

/// <summary>What a request tells the handlers below the client: of which kind it is, and so how it is spaced.</summary>
public static class ArxivRequest
{
    public static readonly HttpRequestOptionsKey<RequestKind> Kind = new("Sheaf.RequestKind");
}
