using System.Text.Json.Serialization;

namespace Sheaf.Answers;

/// <summary>What a failed command writes under <c>--json</c>.</summary>
internal sealed record FailureJson(Failure Error);

/// <param name="Code">The exit code.</param>
/// <param name="Message">What went wrong and what to do.</param>
/// <param name="File">The file with the mistake; left out where there is none.</param>
/// <param name="Line">The line in it, from 1; left out where there is none.</param>
internal sealed record Failure(
    int Code,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? File,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line);
