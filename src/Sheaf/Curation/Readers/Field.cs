namespace Sheaf.Curation.Readers;

/// <summary>What a field of a record says of a paper, whatever its format calls it.</summary>
internal enum FieldRole
{
    /// <summary>Anything else: read for mentions of other papers only.</summary>
    Other,

    /// <summary>An identifier, maybe bare, maybe of something else.</summary>
    Identifier,

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
    Note,
    Star,
    Section,
}

/// <summary>One field of a record.</summary>
/// <param name="Role">What it says.</param>
/// <param name="Value">As a reader sees it.</param>
/// <param name="Line">Where the value begins in the file, from 1.</param>
internal sealed record Field(FieldRole Role, string Value, int Line);
