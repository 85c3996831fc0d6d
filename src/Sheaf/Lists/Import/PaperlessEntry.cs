namespace Sheaf.Lists.Import;

/// <summary>An entry of a list that names no paper on arXiv: it is named to the editor, so that nothing is dropped in silence.</summary>
/// <param name="Line">Where it stands in the file, from 1.</param>
/// <param name="Text">What stands there in place of a reference: the DOI, the address, the words, as written.</param>
/// <param name="Reason">Why there is no paper.</param>
internal sealed record PaperlessEntry(int Line, string Text, PaperlessReason Reason)
{
    /// <summary>The title that the entry gives, without markup; null where it gives none.</summary>
    public string? Title { get; init; }
}

/// <summary>Why an entry names no paper on arXiv.</summary>
internal enum PaperlessReason
{
    /// <summary>Its links can be read as they stand, and lead elsewhere: a repository, a publisher's DOI.</summary>
    LeadsElsewhere,

    /// <summary>Its link hides where it leads: a mail service's redirect without an address inside, a shortened link.</summary>
    OpaqueLink,

    /// <summary>Its field or column was made for identifiers and holds something else.</summary>
    NoIdentifier,

    /// <summary>It is a row or record with a title and no reference at all.</summary>
    TitleOnly,

    /// <summary>
    /// It is an item of a text, of four words or more, without any link: a title perhaps. Only told where titles are looked up.
    /// </summary>
    Words,
}
