namespace Sheaf.Lists.Import;

/// <summary>One line of what a list shows.</summary>
/// <param name="Text">Without its line ending.</param>
/// <param name="Line">Where in the file it stands, from 1.</param>
internal readonly record struct ShownLine(string Text, int Line);
