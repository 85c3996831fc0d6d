namespace Sheaf.Store.Lists;

/// <summary>One change to the editor's files that can be taken back as a whole.</summary>
/// <param name="Number">From 1, in the order in which they were made.</param>
/// <param name="Made">When.</param>
/// <param name="Command">What made it: <c>add</c>, <c>check --fix</c>, <c>desk</c>.</param>
/// <param name="What">Of what, for readers.</param>
/// <param name="IsUndone">Whether it has been taken back.</param>
/// <param name="Parts">What it changed.</param>
internal sealed record EditRow(int Number, DateTimeOffset Made, string Command, string What, bool IsUndone, IReadOnlyList<EditPart> Parts);

/// <summary>Whole lines that were changed in one file.</summary>
/// <param name="File">Below the workspace, with strokes.</param>
/// <param name="IsNewFile">Whether the file was not there before.</param>
/// <param name="Position">Where they begin, in the text as it became.</param>
/// <param name="Before">As they were; empty where lines were added.</param>
/// <param name="After">As they became; empty where lines were taken away.</param>
/// <param name="LineAbove">The line above them; null at the beginning of the file.</param>
/// <param name="LineBelow">The line below them; null at its end.</param>
internal sealed record EditPart(string File, bool IsNewFile, int Position, string Before, string After, string? LineAbove, string? LineBelow);
