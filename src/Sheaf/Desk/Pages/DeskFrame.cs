using Microsoft.AspNetCore.Components;

namespace Sheaf.Desk.Pages;

/// <summary>What stands around every page of the desk.</summary>
/// <param name="Title">Of the page, plain text.</param>
/// <param name="Page">The word by which scripts know the page: <c>suggestions</c>.</param>
public sealed record DeskFrame(string Title, string Page)
{
    /// <summary>What a browser tells this workspace from others by; says nothing of where it is.</summary>
    public string? Workspace { get; init; }

    /// <summary>The month that the page is about, as <c>2024-04</c>; null for none.</summary>
    public string? Month { get; init; }

    /// <summary>The same for readers.</summary>
    public string? MonthTitle { get; init; }

    /// <summary>The month before, as <c>2024-03</c>.</summary>
    public string? Previous { get; init; }

    /// <summary>The month after.</summary>
    public string? Next { get; init; }

    /// <summary>The pages of the month and of the desk.</summary>
    public IReadOnlyList<DeskTab> Tabs { get; init; } = [];

    /// <summary>What goes on at this moment, in a sentence; null for nothing.</summary>
    public string? Run { get; init; }

    /// <summary>Something that the last click did; null for nothing.</summary>
    public string? Said { get; init; }
}

/// <summary>A link to a page of the desk.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Page">The word of the page.</param>
/// <param name="Count">How many there are of what it shows; null for no number.</param>
public sealed record DeskTab(string Name, string Path, string Page, int? Count = null);

/// <summary>Why a page cannot be shown, or something was not done.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
/// <param name="Lines">Lines with words of a person that would go.</param>
public sealed record ProblemPageModel(int Status, string Sentence, IReadOnlyList<ProblemLine> Lines)
{
    /// <summary>Where a password is asked for that would let one in; null where none would.</summary>
    public string? Login { get; init; }

    /// <summary>Whether it is shown to who may see nothing else of the desk.</summary>
    public bool IsForReaders { get; init; }
}

/// <summary>A line of an editor's file.</summary>
/// <param name="File">The file, below the workspace.</param>
/// <param name="Line">From 1.</param>
/// <param name="Text">As it stands there.</param>
public sealed record ProblemLine(string File, int Line, string Text);

/// <summary>Where a password is asked for.</summary>
/// <param name="Back">Where to go then.</param>
/// <param name="Problem">Why one was not let in; null at the first try.</param>
public sealed record LoginPageModel(string Back, string? Problem);

/// <summary>A page of the manual.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Text">The page.</param>
/// <param name="Topics">All pages.</param>
public sealed record HelpPageModel(DeskFrame Frame, MarkupString Text, IReadOnlyList<DeskTab> Topics);

/// <summary>The keys of the desk.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Groups">Keys of pages, in the order in which they are shown.</param>
public sealed record KeysPageModel(DeskFrame Frame, IReadOnlyList<KeyGroup> Groups);

/// <summary>Keys that work on some pages.</summary>
/// <param name="Title">Of the group.</param>
/// <param name="Keys">In the order in which they are shown.</param>
public sealed record KeyGroup(string Title, IReadOnlyList<DeskKey> Keys);

/// <summary>One key.</summary>
/// <param name="Action">The word by which the script knows what it does.</param>
/// <param name="Key">The key, as browsers name it; several with blanks between them.</param>
/// <param name="Does">What it does, for readers.</param>
/// <param name="IsFixed">Whether it stays as it is.</param>
public sealed record DeskKey(string Action, string Key, string Does, bool IsFixed = false);
