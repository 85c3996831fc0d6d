namespace Sheaf.TestKit;

/// <summary>What a command line answered.</summary>
internal sealed record CommandResult(int Exit, string Output, string Error);
