using System.Xml;
using Sheaf.Arxiv.Http;

namespace Sheaf.Arxiv.Atom;

/// <summary>The elements of a feed (field guide 2.2).</summary>
internal static class AtomElements
{
    public const string AtomNamespace = "http://www.w3.org/2005/Atom";
    public const string ArxivNamespace = "http://arxiv.org/schemas/atom";
    public const string OpenSearchNamespace = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>The attribute <c>term</c>, which holds what a category element says; empty where there is none.</summary>
    public static string ReadTerm(this XmlReader reader)
    {
        var term = reader.GetAttribute("term") ?? "";
        reader.ReadPast();
        return term;
    }
}
