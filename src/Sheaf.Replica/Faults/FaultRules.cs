using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sheaf.Replica.Faults;

/// <summary>
/// Reads and writes rules: one JSON object a line, such as
/// <c>{"fault":"rate-exceeded","kind":"api","every":3,"retryAfter":2}</c>; empty lines and lines that begin with <c>//</c> say nothing.
/// </summary>
public static partial class FaultRules
{
    /// <exception cref="FormatException">A line is no rule; the message names it and says why.</exception>
    public static IReadOnlyList<FaultRule> Read(string text) =>
    [
        .. text.Split('\n').Index()
            .Where(line => !string.IsNullOrWhiteSpace(line.Item) && !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Select(line => Read(line.Item, line.Index + 1)),
    ];

    public static string Write(IEnumerable<FaultRule> rules) =>
        string.Concat(rules.Select(rule => JsonSerializer.Serialize(rule, RuleJson.Default.FaultRule) + "\n"));

    private static FaultRule Read(string line, int number)
    {
        try
        {
            var rule = JsonSerializer.Deserialize(line, RuleJson.Default.FaultRule);
            return rule is { Probability: null or (>= 0 and <= 1), Every: null or > 0 }
                ? rule
                : throw new FormatException($"Line {number}: a probability goes from 0 to 1, and \"every\" begins at 1.");
        }
        catch (JsonException exception)
        {
            throw new FormatException($"Line {number} is no rule: {exception.Message.Split(" Path:")[0]}", exception);
        }
    }

    [JsonSourceGenerationOptions(
        JsonSerializerDefaults.Web,
        UseStringEnumConverter = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = [typeof(KebabCase<FaultKind>), typeof(KebabCase<LoggedKind>)])]
    [JsonSerializable(typeof(FaultRule))]
    private sealed partial class RuleJson : JsonSerializerContext;

    private sealed class KebabCase<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false)
        where TEnum : struct, Enum;
}
