using System.Xml;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Http;

namespace Sheaf.Arxiv.Oai;

/// <summary>An error of the protocol, as an answer has it (field guide 3.3).</summary>
/// <param name="Code">The protocol's name of the error; empty where the answer gives none.</param>
/// <param name="Text">In arXiv's words, one line.</param>
internal sealed record OaiError(string Code, string Text)
{
    private const int LongestError = 1_000;

    /// <summary>Reads an element <c>error</c>, from its start tag to behind its end.</summary>
    public static OaiError Read(XmlReader reader)
    {
        var code = Beginning(reader.GetAttribute("code") ?? "");
        return new(code, Beginning(reader.ReadText()));
    }

    // It goes into messages and logs.
    private static string Beginning(string text) => MetadataText.OneLine(text[..Math.Min(text.Length, LongestError)]);
}
