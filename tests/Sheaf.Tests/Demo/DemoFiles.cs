using System.Text.Json;
using System.Text.RegularExpressions;

namespace Sheaf.Tests.Demo;

/// <summary>
/// The files of the demo, read from the source tree as plainly as possible: no code of the product stands between them and a test.
/// </summary>
internal static partial class DemoFiles
{
    private static string CorpusPath { get; } = PathOf("papers.jsonl");

    private static string ListPath { get; } = PathOf("april-2024.md");

    /// <summary>The first line of the corpus: what in it is fact and what is not.</summary>
    public static JsonElement About { get; } = JsonElement.Parse(CorpusLines()[0]);

    /// <summary>The papers of the corpus, in file order.</summary>
    public static IReadOnlyList<JsonElement> Papers { get; } = [.. CorpusLines().Skip(1).Select(line => JsonElement.Parse(line))];

    /// <summary>The curated list, whole.</summary>
    public static string List { get; } = File.ReadAllText(ListPath);

    /// <summary>The identifier of each entry of the list, in file order: the first one on its line.</summary>
    public static IReadOnlyList<string> Listed { get; } =
        [.. List.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).Select(line => Identifier().Match(line).Value)];

    public static byte[] BytesOf(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>The first sentence of a summary and what follows it, empty where there is no more.</summary>
    public static (string First, string Remainder) Sentences(string summary)
    {
        var parts = BetweenSentences().Split(summary, 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>Its words in lower case, without punctuation.</summary>
    public static IReadOnlyList<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(word => word.Value)];

    public static string Text(this JsonElement paper, string key) => paper.GetProperty(key).GetString()!;

    private static string PathOf(string name) => Path.Combine(ReferenceData.Checkout, "src", "Sheaf", "Demo", name);

    private static string[] CorpusLines() => File.ReadAllText(CorpusPath).TrimEnd('\n').Split('\n');

    [GeneratedRegex(@"[0-9]{4}\.[0-9]{5}")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?<=[.?!])\s+(?=\p{Lu})")]
    private static partial Regex BetweenSentences();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
