namespace Sheaf.Lists.Import;

/// <summary>What a field of a record says of a paper, whatever its format calls it.</summary>
internal enum FieldRole
{
    /// <summary>Anything else. It names the record's paper where it is the only one that does.</summary>
    Other,

    /// <summary>An identifier of arXiv's: what stands there and is none is damaged, or the paper is not on arXiv.</summary>
    Identifier,

    /// <summary>An identifier of some archive: a DOI, a row's number, maybe one of arXiv's.</summary>
    Key,

    /// <summary>The name that people cite the record by. It names the paper where nothing else does.</summary>
    CitationKey,

    /// <summary>A link, a DOI, or words with an identifier in them: <c>arXiv preprint arXiv:2404.19756</c>.</summary>
    Address,
    Title,

    /// <summary>One person.</summary>
    Author,

    /// <summary>A whole day.</summary>
    Day,
    Year,
    Month,
    DayOfMonth,

    /// <summary>
    /// Words of a person about the paper. They name it only where they say nothing else: <c>arXiv:2404.19756 [cs.LG]</c>.
    /// </summary>
    Note,

    /// <summary>As a note, but nobody's word on the paper: a description, a body.</summary>
    Passage,

    /// <summary>An abstract, keywords, references: what is named there is another paper.</summary>
    Prose,
    Star,
    Section,
}

/// <summary>One field of a record.</summary>
/// <param name="Role">What it says.</param>
/// <param name="Value">As a reader sees it.</param>
/// <param name="Line">Where the value begins in the file, from 1.</param>
internal sealed record Field(FieldRole Role, string Value, int Line)
{
    /// <summary>What the file calls it; empty where it has no name.</summary>
    public string Name { get; init; } = "";
}
