namespace Sheaf.Lists.Import;

/// <summary>The kinds of file that lists come in.</summary>
internal enum ListFormat
{
    /// <summary>Plain text and Markdown: one grammar, since people mix them.</summary>
    Text,
    Html,
    Bibtex,
    Ris,
    Csv,
    Json,
    /// <summary>OPML, the feeds of Atom and RSS, and the like.</summary>
    Xml,
    Mail,
    Mbox,
}
