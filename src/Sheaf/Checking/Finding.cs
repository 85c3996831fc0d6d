using Sheaf.Arxiv.Eprints;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Checking;

/// <summary>One mistake, or what may be one, in a list.</summary>
/// <param name="Code">One of <see cref="FindingCode"/>.</param>
/// <param name="File">The list, as a person would write its path.</param>
/// <param name="Line">From 1.</param>
/// <param name="Id">The paper as linked; null where the reference names none.</param>
/// <param name="Message">One or two sentences: what the list says, what is true, what to do. Holds text from outside as it is.</param>
internal sealed record Finding(string Code, string File, int Line, string? Id, string Message)
{
    public Severity Severity => FindingCode.SeverityOf(Code);

    /// <summary>Stays while the finding does, wherever its line goes; empty until all findings of a check are known.</summary>
    public string Key { get; init; } = "";

    /// <summary>The paper that was meant; null where there is none to propose.</summary>
    public MeantPaper? Suggestion { get; init; }

    /// <summary>How to mend it where that is certain; null where a person must decide.</summary>
    public LineFix? Fix { get; init; }

    /// <summary>How to keep what Sheaf wrote, where the editor says so; null where there is nothing to keep.</summary>
    public LineFix? Accept { get; init; }
}

/// <summary>The paper that a list probably meant.</summary>
/// <param name="Identifier">Its identifier.</param>
/// <param name="Title">arXiv's.</param>
/// <param name="Authors">In their order.</param>
/// <param name="Day">Of its first submission, UTC.</param>
/// <param name="Why">What speaks for it, as words that can follow a colon.</param>
internal sealed record MeantPaper(ArxivIdentifier Identifier, string Title, IReadOnlyList<Author> Authors, DateOnly Day, string Why)
{
    internal static MeantPaper Of(Eprint paper, string why) =>
        new(paper.Identifier, paper.Title, paper.Authors, DateOnly.FromDateTime(paper.FirstSubmitted.UtcDateTime), why);
}

/// <summary>A change to one line of a list that mends a mistake for certain.</summary>
/// <param name="Old">What stands there, once on the line; the whole line where it is to go.</param>
/// <param name="New">What stands there afterwards; null: the line goes.</param>
internal sealed record LineFix(string Old, string? New)
{
    /// <summary>Writes a reference anew in the form it had: a link stays a link.</summary>
    /// <param name="text">As it stands in the list.</param>
    /// <param name="reference">What it is to name.</param>
    internal static LineFix Rewrite(string text, EprintReference reference) => new(
        text,
        text.Contains("://", StringComparison.Ordinal) || text.Contains("arxiv.org/", StringComparison.OrdinalIgnoreCase)
            ? $"https://arxiv.org/abs/{reference}"
            : text.StartsWith("10.48550", StringComparison.Ordinal) ? $"10.48550/arXiv.{reference.Identifier}"
            : text.StartsWith("arxiv:", StringComparison.OrdinalIgnoreCase) ? $"arXiv:{reference}"
            : reference.ToString());
}

/// <summary>The kinds of findings, by the words that scripts rely on.</summary>
internal static class FindingCode
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

/// <summary>How much a finding matters. Errors and warnings need a person.</summary>
internal enum Severity
{
    /// <summary>Printed like this, the list would be wrong.</summary>
    Error,

    /// <summary>Probably not what the editor wants.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Note,
}
