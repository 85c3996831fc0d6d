using Sheaf.Arxiv.Identifiers;
using Sheaf.Service.Runs;

namespace Sheaf.Service.Events;

/// <summary>Something that has changed and that whoever looks at a page should see.</summary>
/// <param name="Name">As the contract names it: <c>run</c>, <c>files</c>, <c>edits</c>, <c>ranking</c> or <c>gate</c>.</param>
internal abstract record ServiceEvent(string Name)
{
    /// <summary>An event of the same key that nobody has read yet is replaced by a newer one.</summary>
    public virtual string Key => Name;

    /// <summary>What is told where an older event of the same key has not been read: the newer one, as it says all.</summary>
    public virtual ServiceEvent After(ServiceEvent unread) => this;
}

/// <summary>A run begins, goes on or has ended.</summary>
internal sealed record RunEvent(RunSnapshot Run) : ServiceEvent("run")
{
    public override string Key => FormattableString.Invariant($"{Name} {Run.Number}");
}

/// <summary>The content of files that the editor writes has changed, whoever changed it.</summary>
/// <param name="Files">Paths below the workspace, with <c>/</c> on every system: <c>curated/2024-04.md</c>.</param>
internal sealed record FilesEvent(IReadOnlyList<string> Files) : ServiceEvent("files")
{
    public override ServiceEvent After(ServiceEvent unread) =>
        this with { Files = [.. ((FilesEvent)unread).Files.Union(Files).Order(StringComparer.Ordinal)] };
}

/// <summary>The journal has a new edit, or one was taken back or made again, whoever did it.</summary>
/// <param name="Latest">The number of the latest edit; null where there is none.</param>
internal sealed record EditsEvent(int? Latest) : ServiceEvent("edits");

/// <summary>The kept ranking of a month has changed.</summary>
/// <param name="Month">The month.</param>
/// <param name="State">How it stands with it.</param>
internal sealed record RankingEvent(Month Month, RankingState State) : ServiceEvent("ranking")
{
    public override string Key => $"{Name} {Month}";
}

/// <summary>How it stands with a ranking; whether it is up to date still is not looked into.</summary>
internal enum RankingState
{
    /// <summary>A new one is kept.</summary>
    Ready,

    /// <summary>A process is making one.</summary>
    Making,

    /// <summary>None is kept any more.</summary>
    None,
}

/// <summary>Whether arXiv may be asked.</summary>
/// <param name="HeldUntil">Until when arXiv has asked to wait; null while it has not.</param>
/// <param name="StoppedBy">The address that answered 403, after which nothing is asked; null while none has.</param>
internal sealed record GateEvent(DateTimeOffset? HeldUntil, Uri? StoppedBy) : ServiceEvent("gate");
