using Sheaf.Replica.AbstractPages;
using Sheaf.Replica.Faults;
using Sheaf.Replica.Oai;
using Sheaf.Replica.Queries;
using Sheaf.Replica.Text;

namespace Sheaf.Replica.Requests;

/// <summary>Finds the answer to a request.</summary>
internal sealed class Router(Corpus corpus, ReplicaOptions options)
{
    private readonly QueryApi _queries = new(corpus, options.Time);
    private readonly OaiInterface _records = new(corpus, options);
    private readonly AbstractPageSite _pages = new(corpus);

    /// <param name="request">The request.</param>
    /// <param name="fault">What goes wrong with a list; null: nothing.</param>
    public Answer Answer(ReceivedRequest request, FaultKind? fault = null)
    {
        if (request.Path != "/robots.txt" && request.Kind == LoggedKind.Other)
        {
            return NotFound(NotServed.Sentence(request.Path));
        }

        if (request.Method == "OPTIONS")
        {
            return Requests.Answer.Empty(200).With("Allow", "OPTIONS, HEAD, GET");
        }

        if (!request.IsRead)
        {
            return Page(405, "405 Method Not Allowed", "Method Not Allowed", $"{request.Method} is not answered here, only GET.");
        }

        return request.Kind switch
        {
            LoggedKind.Api when request.Path == OaiInterface.Path => _records.Answer(request, fault),
            LoggedKind.Api => _queries.Answer(request, fault),
            LoggedKind.Page => _pages.Answer(request),
            _ => RobotsRules.Answer,
        };
    }

    private static Answer NotFound(string sentence) => Page(404, "404 Not Found", "Not Found", sentence);

    private static Answer Page(int status, string title, string heading, string sentence) => Requests.Answer.Html(
        status,
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head><title>{title} | arXiv replica</title></head>
        <body><h1>{heading}</h1>
        <p>{Html.Escape(sentence)}</p></body>
        </html>

        """);
}
