using Sheaf.Store.Ledger;

namespace Sheaf.Harvesting;

/// <summary>How a page request ended well; how it ended otherwise is a <see cref="LookupReason"/>.</summary>
public static class PageOutcome
{
    public const string Fetched = "fetched";

    public const string Unchanged = "unchanged";
}
