namespace Sheaf.Tests.Support;

/// <summary>What a command line answered.</summary>
internal sealed record CommandResult(int Exit, string Output, string Error);
