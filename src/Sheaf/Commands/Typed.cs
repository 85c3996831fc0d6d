namespace Sheaf.Commands;

/// <summary>Words that a person typed behind an option.</summary>
internal static class Typed
{
    /// <summary>A line with single blanks; null where there are no words.</summary>
    /// <exception cref="BadInputException">They are several lines.</exception>
    public static string? Line(string? words, string option) =>
        words?.Trim().AsSpan().IndexOfAny('\r', '\n') >= 0
            ? throw new BadInputException($"{option} takes one line; write longer words into the file by hand.")
        : string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line
        : null;
}
