using System.Xml;
using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Http;

namespace Sheaf.Arxiv.Oai;

/// <summary>
/// OAI-PMH answered with an error other than those an <see cref="OaiAnswer"/> tells: the request was wrong (field guide 3.3).
/// </summary>
/// <param name="code">The protocol's name of the error, <c>badArgument</c>; empty where the answer gives none.</param>
/// <param name="error">The error in arXiv's words.</param>
/// <param name="address">The request.</param>
public sealed class OaiErrorException(string code, string error, Uri address)
    : Exception(
        $"OAI-PMH refuses {address}: {(code.Length > 0 ? code : "an error without a code")}{(error.Length > 0 ? $": {error}" : "")}")
{
    /// <summary>The token has expired, or was never one: the list is to be begun anew.</summary>
    public const string BadResumptionToken = "badResumptionToken";

    /// <summary>Nothing matches: an empty answer, no error.</summary>
    public const string NoRecordsMatch = "noRecordsMatch";

    public Uri Address { get; } = address;

    /// <summary>The protocol's name of the error: <c>badArgument</c>.</summary>
    public string Code { get; } = code;

    /// <summary>The error in arXiv's words, one line.</summary>
    public string Error { get; } = error;
}

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
