namespace Sheaf.Curation;

/// <summary>What became of one line given to a curated list.</summary>
/// <param name="Text">The line.</param>
/// <param name="Line">Where the paper stands in the list, from 1.</param>
/// <param name="AlreadyListed">Whether it stood there before, and the line was not written.</param>
public sealed record AppendedLine(string Text, int Line, bool AlreadyListed);
