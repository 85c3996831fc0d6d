namespace Sheaf.Harvesting;

/// <summary>How the runs of the service are told from those that a person began.</summary>
public static class RunNames
{
    /// <summary>How the names of the service's runs end in the log of runs.</summary>
    public const string Mark = "(scheduled)";

    /// <summary>Whether a run is the service's own.</summary>
    public static bool IsOfTheService(string command) => command.EndsWith(Mark, StringComparison.Ordinal);
}
