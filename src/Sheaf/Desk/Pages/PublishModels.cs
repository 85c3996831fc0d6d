namespace Sheaf.Desk.Pages;

/// <summary>What publishing a month will do, and what it has done.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Month">As <c>2024-04</c>.</param>
/// <param name="State">Whether it is published, and what has changed since, in sentences.</param>
public sealed record PublishPageModel(DeskFrame Frame, string Month, IReadOnlyList<string> State)
{
    /// <summary>What a person must see to or decide first; null where nothing is in the way.</summary>
    public string? Hindrance { get; init; }

    /// <summary>The files that publishing writes.</summary>
    public IReadOnlyList<PublishedFileRow> Files { get; init; } = [];

    /// <summary>Who is told then, in a sentence.</summary>
    public string Told { get; init; } = "";

    /// <summary>Findings to look at, in words; null for none.</summary>
    public string? Findings { get; init; }

    /// <summary>What is withdrawn or was replaced since it was published, in sentences.</summary>
    public IReadOnlyList<string> Errata { get; init; } = [];

    /// <summary>Whether there is a draft without errors.</summary>
    public bool CanBePublished { get; init; }

    /// <summary>Whether somebody is told by a command.</summary>
    public bool HasCommand { get; init; }

    /// <summary>Whether it is published as it is, so that the button would do nothing.</summary>
    public bool IsDone { get; init; }

    /// <summary>Whether there are warnings to publish it with all the same.</summary>
    public bool AsksAnyway { get; init; }

    /// <summary>Whether something was published before that can be published anew.</summary>
    public bool AsksAgain { get; init; }
}

/// <summary>A file of an issue.</summary>
/// <param name="Name">Below the workspace.</param>
/// <param name="State">What becomes of it.</param>
public sealed record PublishedFileRow(string Name, string State);
