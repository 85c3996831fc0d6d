namespace Sheaf.Checking;

/// <summary>A change to one line of a list that mends a mistake for certain.</summary>
/// <param name="Old">What stands there, once on the line; the whole line where it is to go.</param>
/// <param name="New">What stands there afterwards; null: the line goes.</param>
public sealed record LineFix(string Old, string? New);
