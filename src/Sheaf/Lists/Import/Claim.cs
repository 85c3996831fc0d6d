using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Lists.Import;

/// <summary>One place in somebody's list that names a paper, and what the list claims of that paper.</summary>
/// <param name="Reference">As found; its index counts within the line, or the value, that holds it.</param>
/// <param name="Line">Where the reference stands in the file, from 1. In an encoded mail, where the encoded line begins.</param>
/// <param name="IsEntry">Whether the place is an entry of the list; false for a mention in prose.</param>
internal sealed record Claim(FoundReference Reference, int Line, bool IsEntry)
{
    /// <summary>
    /// Whether it stands in a record of a bibliography, a table or a document. A mention there, in an abstract or a list of references, is
    /// no entry even where the file has no entries.
    /// </summary>
    public bool IsInRecord { get; init; }

    /// <summary>
    /// Whether it belongs to what is said of another paper, a later reference on the line of an entry or in its note, or stands in code or
    /// in a line that was struck out: never listed.
    /// </summary>
    public bool IsAside { get; init; }

    /// <summary>
    /// The month that the nearest heading above names: 2024-04 under <c>April 2024</c>; null where none does.
    /// </summary>
    public Month? HeadingMonth { get; init; }

    /// <summary>The paper's title as printed, without markup; null where the list claims none.</summary>
    public string? Title { get; init; }

    /// <summary>The surnames as printed, in their order, without <c>et al.</c>; empty where the list names nobody.</summary>
    public IReadOnlyList<string> Surnames { get; init; } = [];

    /// <summary>Whether the list says that there are more authors than it names.</summary>
    public bool EtAl { get; init; }

    /// <summary>The paper's day; null where the list names none.</summary>
    public ClaimedDay? Day { get; init; }

    /// <summary>Marked with a star, or treated in depth.</summary>
    public bool Starred { get; init; }

    /// <summary>What the list says of the paper, in its own markup; null where it says nothing.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// What stands beside the reference in the order of Sheaf's own line, so that it can be carried over; only in texts, never in records.
    /// </summary>
    public LineWords Carried { get; init; } = LineWords.None;

    /// <summary>The heading it stands under, as written; null where there is none but the file's title.</summary>
    public string? Section { get; init; }
}

/// <summary>
/// A day as a list prints it. The month is one of 12 and the day one of 31; whether the two go together is for others to judge.
/// </summary>
/// <param name="Day">From 1.</param>
/// <param name="Month">From 1.</param>
/// <param name="Year">Null where the list leaves it to be understood.</param>
/// <param name="Text">As printed: <c>30 Apr</c>.</param>
internal sealed record ClaimedDay(int Day, int Month, int? Year, string Text);
