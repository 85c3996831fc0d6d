using System.Text.Json;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Signals;

/// <summary>
/// Reads an answer of Hugging Face's <c>/api/daily_papers</c>: a list of objects with <c>paper.id</c> and <c>paper.upvotes</c>. All its
/// other fields have come and gone over the years and are not read.
/// </summary>
internal static class DailyPapersParser
{
    /// <summary>What can be read of it; whatever cannot is named.</summary>
    /// <param name="body">UTF-8.</param>
    public static DailyPapersPage Read(ReadOnlySpan<byte> body)
    {
        var (count, papers, problems) = (0, new Dictionary<ArxivIdentifier, int?>(), new List<string>());
        var isWhole = false;
        try
        {
            var json = new Utf8JsonReader(body);
            json.Read();
            if (json.TokenType != JsonTokenType.StartArray)
            {
                return new(0, papers, ["it is not a list"], IsWhole: false);
            }

            while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            {
                using var entry = JsonDocument.ParseValue(ref json);
                Add(entry.RootElement, ++count, papers, problems);
            }

            // Nothing may follow.
            isWhole = !json.Read();
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // The second kind where half a character is escaped in a text.
            problems.Add(count == 0 ? "it is not JSON" : $"it breaks off after entry {count}");
        }

        return new(count, papers, problems, isWhole);
    }

    private static void Add(JsonElement entry, int number, Dictionary<ArxivIdentifier, int?> papers, List<string> problems)
    {
        if (Field(entry, "paper") is not { } paper || Field(paper, "id") is not { ValueKind: JsonValueKind.String } named)
        {
            problems.Add($"entry {number} names no paper");
            return;
        }

        var text = named.GetString()!;
        if (!ArxivIdentifier.TryParse(text, out var identifier))
        {
            problems.Add($"entry {number}: '{(text.Length > 40 ? $"{text[..40]}…" : text)}' is not an arXiv identifier");
            return;
        }

        papers[identifier] = Math.Max(papers.GetValueOrDefault(identifier) ?? -1, Votes(paper, number, problems) ?? -1) is >= 0 and var most
            ? most
            : null;
    }

    private static int? Votes(JsonElement paper, int number, List<string> problems)
    {
        if (Field(paper, "upvotes") is not { } votes)
        {
            return null;
        }

        if (votes.ValueKind == JsonValueKind.Number && votes.TryGetInt32(out var count) && count >= 0)
        {
            return count;
        }

        problems.Add($"entry {number}: its votes are no number");
        return null;
    }

    /// <summary>Null where there is no such field, or nothing in it.</summary>
    private static JsonElement? Field(JsonElement entry, string name) =>
        entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}

/// <summary>One page of the list of a day.</summary>
/// <param name="Count">Entries read, with or without a paper.</param>
/// <param name="Papers">Each once, with its votes; null where the service does not say how many.</param>
/// <param name="Problems">What could not be read, as words that follow a colon.</param>
/// <param name="IsWhole">Whether it was read to its end.</param>
internal sealed record DailyPapersPage(
    int Count, IReadOnlyDictionary<ArxivIdentifier, int?> Papers, IReadOnlyList<string> Problems, bool IsWhole);
