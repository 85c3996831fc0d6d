namespace Sheaf.Arxiv.Politeness;

/// <summary>What arXiv counts together when it limits requests. Kinds are spaced separately; the one connection is shared (field guide 2.7, 5.10).</summary>
public enum RequestKind
{
    /// <summary>The query API, OAI-PMH and the daily feeds: one limit for the three.</summary>
    Api,

    /// <summary>Pages of arxiv.org, under its robots.txt.</summary>
    Page,
}
