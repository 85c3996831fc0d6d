namespace Sheaf.Desk.Pages;

/// <summary>The first page of a workspace that has no settings yet.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Typed">What has been typed.</param>
public sealed record StartPageModel(DeskFrame Frame, StartFields Typed)
{
    /// <summary>Why the workspace was not made; null where that was not tried.</summary>
    public string? Problem { get; init; }
}

/// <summary>What is asked for a new workspace, as it was typed.</summary>
/// <param name="Categories">What the editor follows.</param>
/// <param name="Issue">The text of a past issue or list; empty for none.</param>
/// <param name="Contact">A mail address or URL; empty for none.</param>
public sealed record StartFields(string Categories, string Issue, string Contact)
{
    public static StartFields None { get; } = new("", "", "");
}

/// <summary>A workspace that has just been made, and what its first sweep asks.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Written">What was written, in sentences.</param>
/// <param name="Sweep">What the first sweep asks of arXiv, in a sentence.</param>
/// <param name="Months">That it sweeps, parted by blanks.</param>
public sealed record StartedPageModel(DeskFrame Frame, IReadOnlyList<string> Written, string Sweep, string Months)
{
    /// <summary>What takes effect when, in sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
