namespace Sheaf.Checking;

/// <summary>How much a finding matters. Errors and warnings need a person.</summary>
public enum Severity
{
    /// <summary>Printed like this, the list would be wrong.</summary>
    Error,

    /// <summary>Probably not what the editor wants.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Note,
}
