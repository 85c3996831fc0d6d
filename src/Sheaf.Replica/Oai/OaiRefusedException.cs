namespace Sheaf.Replica.Oai;

/// <summary>A request that OAI-PMH answers with an error; code and text are arXiv's (field guide 3.3).</summary>
internal sealed class OaiRefusedException : Exception
{
    private OaiRefusedException(string code, string message, IReadOnlyList<(string Name, string Value)> request)
        : base(message)
    {
        Code = code;
        Request = request;
    }

    public string Code { get; }

    /// <summary>What arXiv had accepted of the request before it refused.</summary>
    public IReadOnlyList<(string Name, string Value)> Request { get; }

    public static OaiRefusedException BadVerb(string reason) => new(
        "badVerb",
        $"Value of the verb argument is not a legal OAI-PMH verb, the verb argument is missing, or the verb argument is repeated. "
        + $"Reason: {reason}",
        []);

    public static OaiRefusedException BadArgument(string reason) => new(
        "badArgument",
        "The request includes illegal arguments, is missing required arguments, includes a repeated argument, or values for arguments "
        + "have an illegal syntax. "
        + $"Reason: {reason}",
        []);

    public static OaiRefusedException BadToken(string reason, IReadOnlyList<(string Name, string Value)> request) =>
        new("badResumptionToken", $"The value of the resumptionToken argument is invalid or expired. Reason: {reason}", request);

    public static OaiRefusedException NothingMatches(IReadOnlyList<(string Name, string Value)> request) =>
        new(
            "noRecordsMatch",
            "The combination of the values of the from, until, set and metadataPrefix arguments results in an empty list.", request);

    public static OaiRefusedException NoSuchId(string reason, IReadOnlyList<(string Name, string Value)> request) => new(
        "idDoesNotExist",
        $"The value of the identifier argument is unknown or illegal in this repository. Reason: {reason}",
        request);

    public static OaiRefusedException NoSuchFormat(IReadOnlyList<(string Name, string Value)> request) => new(
        "cannotDisseminateFormat",
        "The metadata format identified by the value given for the metadataPrefix argument is not supported by the item or by the "
        + "repository. Reason: Did not recognize requested format",
        request);
}
