namespace Sheaf.Arxiv.Oai;

/// <summary>OAI-PMH answered with an error other than those an <see cref="OaiAnswer"/> tells: the request was wrong (field guide 3.3).</summary>
/// <param name="code">The protocol's name of the error, <c>badArgument</c>; empty where the answer gives none.</param>
/// <param name="error">The error in arXiv's words.</param>
/// <param name="address">The request.</param>
public sealed class OaiErrorException(string code, string error, Uri address)
    : Exception($"OAI-PMH refuses {address}: {(code.Length > 0 ? code : "an error without a code")}{(error.Length > 0 ? $": {error}" : "")}")
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
