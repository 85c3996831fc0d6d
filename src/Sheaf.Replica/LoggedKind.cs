namespace Sheaf.Replica;

/// <summary>Which of arXiv's interfaces a request was for; each has its own spacing.</summary>
public enum LoggedKind
{
    /// <summary>The query API and OAI-PMH, which arXiv counts together.</summary>
    Api,

    /// <summary>An abstract page.</summary>
    Page,

    /// <summary>robots.txt, and everything the replica does not serve.</summary>
    Other,
}
