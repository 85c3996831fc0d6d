namespace Sheaf.Settings;

/// <summary>Through which of arXiv's interfaces a sweep goes.</summary>
internal enum SweepInterface
{
    /// <summary>Whichever needs fewer requests.</summary>
    Auto,

    /// <summary>The query API.</summary>
    Atom,

    /// <summary>OAI-PMH.</summary>
    Oai,
}
