using System.Collections.Immutable;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;

namespace Sheaf.Service.Runs;

/// <summary>What the service can be asked to do at once.</summary>
internal enum RunKind
{
    /// <summary>As <c>sheaf harvest</c>: fetches what is missing or due of the months, or of everything.</summary>
    Harvest,

    /// <summary>Sweeps the months, or those that the schedule sweeps, and ranks them.</summary>
    Sweep,

    /// <summary>As <c>sheaf backfill</c>: fetches what is missing or due from the first of the months to the last.</summary>
    Backfill,

    /// <summary>As <c>sheaf check</c>: asks arXiv what a check of the months, or of everything, needs to know.</summary>
    Check,

    /// <summary>As <c>sheaf draft</c>: writes or updates the drafts of the months.</summary>
    Draft,

    /// <summary>Ranks the papers of the months for suggestions.</summary>
    Rank,
}

/// <summary>A run that a person asks the service for.</summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="Months">Each once, the earliest first; none: see <see cref="RunKind"/>.</param>
internal sealed record RunRequest(RunKind Kind, ImmutableArray<Month> Months)
{
    private static readonly ImmutableArray<RunKind> Kinds = [.. Enum.GetValues<RunKind>()];

    /// <summary>As the contract writes it: <c>harvest</c>.</summary>
    public static string NameOf(RunKind kind) => kind.ToString().ToLowerInvariant();

    /// <param name="kind">As <see cref="NameOf"/> gives it.</param>
    /// <param name="months">As <c>2024-04</c>, in any order.</param>
    /// <exception cref="BadInputException">There is no such kind or no such month, or a month is needed and none is given.</exception>
    public static RunRequest Parse(string? kind, IEnumerable<string?> months)
    {
        var known = Kinds.Cast<RunKind?>().FirstOrDefault(one => NameOf(one!.Value) == kind)
            ?? throw new BadInputException(
                $"There is no run of this kind; write one of {string.Join(", ", Kinds.Select(NameOf))}.");
        return Of(known, months.Select(MonthOf));
    }

    /// <inheritdoc cref="Parse"/>
    public static RunRequest Of(RunKind kind, IEnumerable<Month> months)
    {
        var request = new RunRequest(kind, [.. months.Distinct().Order()]);
        return request.Months.IsEmpty && (kind is RunKind.Backfill or RunKind.Draft or RunKind.Rank)
            ? throw new BadInputException($"Name the months that the {NameOf(kind)} is for, as 2024-04.")
            : request;
    }

    private static Month MonthOf(string? text) =>
        !Month.TryParse(text, out var month) ? throw new BadInputException("There is a month that is none; write it as 2024-04.")
        : !ArxivMonths.Contain(month) ? throw new BadInputException($"There are no papers of {text}: arXiv began in 1991.")
        : month;
}
