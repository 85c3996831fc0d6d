namespace Sheaf;

/// <summary>
/// What a person typed, wrote or set cannot be used. The message is for that person: what is wrong and what to do. Exit code 2.
/// </summary>
internal sealed class BadInputException(string message, string? file = null, int? line = null) : Exception(message)
{
    /// <summary>The file with the mistake, where there is one.</summary>
    public string? File { get; } = file;

    /// <summary>The line in that file, from 1.</summary>
    public int? Line { get; } = line;
}
