namespace Sheaf.Tests.Support;

/// <summary>What a command line answered.</summary>
internal sealed record Ran(int Exit, string Output, string Error);
