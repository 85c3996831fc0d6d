using System.Text.Json;

namespace Sheaf.Tests.Checking;

/// <summary>What <c>check --json</c> said.</summary>
internal sealed record CheckRunner(int Exit, IReadOnlyList<Found> Findings, JsonElement Document)
{
    /// <summary>The findings in short: severity, code, line, identifier.</summary>
    public IEnumerable<string> Short => Findings.Select(finding => $"{finding.Severity} {finding.Code} {finding.Line} {finding.Id}");

    public static async Task<CheckRunner> RunAsync(Workbench bench, params string[] arguments)
    {
        var ran = await bench.RunAsync(["check", "--json", .. arguments]);
        var document = JsonElement.Parse(ran.Output);
        return new CheckRunner(ran.Exit, [.. document.GetProperty("findings").EnumerateArray().Select(Found.Of)], document);
    }
}

/// <summary>One finding as JSON has it.</summary>
internal sealed record Found(
    string Severity, string Code, string File, int Line, string? Id, string Message, string? SuggestedId, string? SuggestedTitle)
{
    public static Found Of(JsonElement finding) => new(
        finding.GetProperty("severity").GetString()!,
        finding.GetProperty("code").GetString()!,
        finding.GetProperty("file").GetString()!,
        finding.GetProperty("line").GetInt32(),
        finding.GetProperty("id").GetString(),
        finding.GetProperty("message").GetString()!,
        finding.TryGetProperty("suggestion", out var suggestion) ? suggestion.GetProperty("id").GetString() : null,
        finding.TryGetProperty("suggestion", out suggestion) ? suggestion.GetProperty("title").GetString() : null);
}
