using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Store.Signals;

/// <summary>A service listed a paper among those that people noticed; see the table <c>signal</c>.</summary>
/// <param name="Identifier">The paper; the store need not have it.</param>
/// <param name="Source">The service, as <c>Signals:Sources</c> names it.</param>
/// <param name="Day">On which it was listed.</param>
/// <param name="Votes">The most that were seen; null where the service has not said.</param>
/// <param name="Asked">When it said so.</param>
internal sealed record SignalRow(ArxivIdentifier Identifier, string Source, DateOnly Day, int? Votes, DateTimeOffset Asked);

/// <summary>How it stands with one day of a service; see the table <c>signal_day</c>.</summary>
/// <param name="Day">By the service's own calendar.</param>
/// <param name="Asked">When its whole list was read last; null where it never was.</param>
/// <param name="Tried">When it was asked last.</param>
/// <param name="Problem">Why that brought no whole list, for a person; null where it did.</param>
internal sealed record SignalDay(DateOnly Day, DateTimeOffset? Asked, DateTimeOffset Tried, string? Problem);
