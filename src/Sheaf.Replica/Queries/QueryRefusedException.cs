namespace Sheaf.Replica.Queries;

/// <summary>A query that arXiv answers with an error feed; status, link and text are arXiv's (field guide 2.5).</summary>
internal sealed class QueryRefusedException : Exception
{
    private const string Errors = "https://arxiv.org/api/errors";

    private QueryRefusedException(int status, string link, string message)
        : base(message)
    {
        Status = status;
        Link = link;
    }

    public int Status { get; }

    /// <summary>Address and id of the error.</summary>
    public string Link { get; }

    /// <summary>An error with an anchor of its own, made from its text.</summary>
    public static QueryRefusedException Named(string message) =>
        new(400, $"{Errors}#{message.Replace(' ', '_')}", message);

    public static QueryRefusedException OfSorting(string message) =>
        new(400, "https://arxiv.org/help/api/user-manual#sort", message);

    public static QueryRefusedException NothingAsked() =>
        new(400, Errors, "Either a search_query or id_list must be specified for the classic API.");

    public static QueryRefusedException Unparsable(string query) =>
        new(400, Errors, $"Invalid query string: '{query}'");

    /// <summary>What arXiv answers where its own code fails.</summary>
    public static QueryRefusedException Breakdown() => new(
        500,
        Errors,
        "The server encountered an internal error and was unable to complete your request. Either the server is overloaded or there is "
        + "an error in the application.");
}
