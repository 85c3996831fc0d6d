namespace Sheaf.Harvesting;

/// <summary>Something on a curated list that was meant to name a paper and does not.</summary>
/// <param name="Text">As written.</param>
/// <param name="List">The list's file name.</param>
/// <param name="Line">From 1.</param>
/// <param name="Problem">Why it names none.</param>
public sealed record MalformedReference(string Text, string List, int Line, string Problem);
