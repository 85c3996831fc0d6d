namespace Sheaf.Checking;

/// <summary>The kinds of findings, by the words that scripts rely on.</summary>
public static class FindingCode
{
    /// <summary>The title, or the authors and day, that the list gives are another paper's.</summary>
    public const string WrongPaper = "wrong-paper";

    /// <summary>arXiv has no such paper, or has deleted it.</summary>
    public const string UnknownId = "unknown-id";

    /// <summary>arXiv has the paper, but not this version of it.</summary>
    public const string UnknownVersion = "unknown-version";

    public const string MalformedReference = "malformed-reference";

    /// <summary>One paper under two titles that are not both its own.</summary>
    public const string SameIdTwoTitles = "same-id-two-titles";

    /// <summary>On the list of the month, and neither in its draft nor deleted from it by the editor.</summary>
    public const string NotInDraft = "not-in-draft";

    public const string RepairedReference = "repaired-reference";

    /// <summary>A paper twice on a list or on two lists, or under two identifiers.</summary>
    public const string Duplicate = "duplicate";

    public const string Withdrawn = "withdrawn";

    /// <summary>On the list of another month than that of its first submission.</summary>
    public const string OtherMonth = "other-month";

    public const string DateMismatch = "date-mismatch";

    public const string AuthorMismatch = "author-mismatch";

    /// <summary>In an issue that was published.</summary>
    public const string AlreadyCovered = "already-covered";

    /// <summary>A sentence in a draft that no person wrote.</summary>
    public const string SuggestedNoteLeft = "suggested-note-left";

    /// <summary>An entry of a draft, or a paper in depth, on which nobody has written a word.</summary>
    public const string NoWords = "no-words";

    /// <summary>What stands in a draft for something still to come.</summary>
    public const string PlaceholderLeft = "placeholder-left";

    /// <summary>arXiv has changed a paper since Sheaf last wrote the draft.</summary>
    public const string ChangedSinceWritten = "changed-since-written";

    /// <summary>The line under the draft's title counts otherwise than the draft.</summary>
    public const string CountMismatch = "count-mismatch";

    /// <summary>An entry of a draft that is on no list.</summary>
    public const string NotOnList = "not-on-list";

    /// <summary>The paper is right, but arXiv has another title for it now than the list.</summary>
    public const string TitleChanged = "title-changed";

    public const string VersionPinned = "version-pinned";

    /// <exception cref="ArgumentOutOfRangeException">There is no such code.</exception>
    public static Severity SeverityOf(string code) => code switch
    {
        WrongPaper or UnknownId or UnknownVersion or MalformedReference or SameIdTwoTitles or NotInDraft => Severity.Error,
        RepairedReference or Duplicate or Withdrawn or OtherMonth or DateMismatch or AuthorMismatch or AlreadyCovered or SuggestedNoteLeft
            or NoWords or PlaceholderLeft or ChangedSinceWritten or CountMismatch => Severity.Warning,
        TitleChanged or VersionPinned or NotOnList => Severity.Note,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No such finding."),
    };
}
