using System.Collections.Immutable;

namespace Sheaf.Service;

/// <summary>What went wrong in the service's last runs, each by the matter that it is about: a list, a month's draft, or the run as a whole.</summary>
public sealed class RunFailures
{
    private const string Whole = "";
    private static readonly ImmutableSortedDictionary<string, RunFailure> None = ImmutableSortedDictionary.Create<string, RunFailure>(StringComparer.Ordinal);

    private ImmutableSortedDictionary<string, RunFailure> _lasting = None;
    private ImmutableSortedDictionary<string, RunFailure> _found = None;

    /// <summary>As they stood at the end of the last run.</summary>
    public IReadOnlyDictionary<string, RunFailure> Lasting => _lasting;

    /// <summary>A run begins.</summary>
    public void Begin() => _found = None;

    /// <summary>This run met with it.</summary>
    public void Add(string matter, RunFailure failure) => _found = _found.SetItem(matter, failure);

    /// <summary>The run could not be carried out at all.</summary>
    public void AddWhole(Exception failure) => Add(Whole, new RunFailure(failure, failure.Message));

    /// <summary>The run has ended. What it did not look at stands as it stood.</summary>
    /// <param name="sawEverything">Whether it was a whole harvest, and not only drafts; one that failed as a whole has seen nothing.</param>
    public void End(bool sawEverything) => _lasting = sawEverything && !_found.ContainsKey(Whole) ? _found : _lasting.SetItems(_found);
}
