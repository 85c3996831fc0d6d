namespace Sheaf.Drafts.Merging;

/// <summary>What a block of Markdown is.</summary>
internal enum BlockKind
{
    FrontMatter,
    Heading,

    /// <summary>A list item with everything in it.</summary>
    Item,

    /// <summary>The names of a table's columns and the rule under them.</summary>
    TableHead,
    TableRow,
    Paragraph,
    Quote,
    Comment,
    Code,

    /// <summary>A rule across the page.</summary>
    Break,
}
