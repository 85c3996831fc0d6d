namespace Sheaf;

/// <summary>What the program's exit status means.</summary>
internal enum ExitCode
{
    Done = 0,

    /// <summary>Done, but something needs a person: papers missing, mistakes found, a part that could not be fetched.</summary>
    NeedsAPerson = 1,

    /// <summary>Wrong usage or configuration.</summary>
    BadInput = 2,

    /// <summary>arXiv is unavailable or refuses; nothing is lost, run again.</summary>
    Unavailable = 3,

    /// <summary>Disk, permissions, a damaged store, or a fault of Sheaf; nothing is lost.</summary>
    Failed = 4,

    /// <summary>Stopped by a person or the system; nothing is lost, run again.</summary>
    Interrupted = 130,
}
