using Sheaf.Arxiv;
using Sheaf.Store.Ledger;
using Sheaf.Store.Runs;

namespace Sheaf.Harvesting;

/// <summary>How a harvest ended: every reference asked for is fetched, unchanged or missing with a reason.</summary>
public sealed record HarvestReport
{
    public required int Asked { get; init; }

    /// <summary>Papers that arXiv told of in this run: by their page or, where that could not be had, in another way.</summary>
    public required int Fetched { get; init; }

    /// <summary>Papers that were not due, or whose page arXiv said has not changed.</summary>
    public required int Unchanged { get; init; }

    public required IReadOnlyList<MissingPaper> Missing { get; init; }

    public required RequestTally Requests { get; init; }

    public required DateTimeOffset Started { get; init; }

    public required DateTimeOffset Finished { get; init; }

    /// <summary>Why the run ended before every page was asked for, for a person; null when it did not.</summary>
    public string? CutShort { get; init; }

    /// <summary>Until when arXiv wants to be left alone by one of its interfaces; null where it has not said, or the moment has passed.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    public ExitCode Exit =>
        Missing.Any(paper => paper.Reason is LookupOutcome.ArxivUnavailable or LookupOutcome.NotYetTried) ? ExitCode.Unavailable
        : Missing.Count > 0 ? ExitCode.NeedsAPerson
        : ExitCode.Done;

    /// <summary>The report as the log of runs keeps it.</summary>
    /// <param name="interrupted">What ended the run from outside; null when it came to its end.</param>
    internal RunResult ToRunResult(Exception? interrupted) => new()
    {
        Finished = Finished,
        Asked = Asked,
        Fetched = Fetched,
        Unchanged = Unchanged,
        Missing = Missing.Count,
        AtomRequests = Requests.Atom,
        PageRequests = Requests.Page,
        OaiRequests = Requests.Oai,
        Exit = (int)(interrupted switch
        {
            null => Exit,
            OperationCanceledException => ExitCode.Interrupted,
            ArxivForbiddenException or ArxivUnavailableException => ExitCode.Unavailable,
            _ => ExitCode.Failed,
        }),
        Error = CutShort,
    };
}

/// <summary>A reference that did not end as a fetched paper. The paper may still be known from an earlier run.</summary>
/// <param name="Id">The canonical identifier, or the text as written when it is malformed.</param>
/// <param name="Reason">One of <see cref="LookupOutcome"/>.</param>
/// <param name="Detail">For readers: what exactly happened; null where the reason says it all.</param>
public sealed record MissingPaper(string Id, string Reason, string? Detail);

/// <summary>Requests sent, by interface.</summary>
public sealed record RequestTally(int Atom, int Page, int Oai);
