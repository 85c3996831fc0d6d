namespace Sheaf.Editing;

/// <summary>What the editor has decided about a paper: exactly one of these.</summary>
internal enum PaperState
{
    /// <summary>Nothing yet.</summary>
    Open,

    /// <summary>An item of a list, without a star.</summary>
    Taken,

    /// <summary>An item of a list with a star.</summary>
    Starred,

    /// <summary>Put off: it stands in <c>later.txt</c>.</summary>
    Later,

    /// <summary>It stands in <c>refused.txt</c>.</summary>
    Refused,
}
