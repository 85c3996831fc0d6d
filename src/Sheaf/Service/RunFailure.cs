namespace Sheaf.Service;

/// <summary>Something that went wrong in a run of the service.</summary>
/// <param name="Cause">What happened.</param>
/// <param name="Sentence">The same for a person.</param>
public sealed record RunFailure(Exception Cause, string Sentence);
