using System.Text.Json;

namespace Sheaf.TestKit.Sentences;

/// <summary>An abstract in sentences, and those of them that readers would print.</summary>
/// <param name="Title">Of the paper.</param>
/// <param name="Sentences">Of its abstract.</param>
/// <param name="Accepted">By each reader: the numbers of the sentences; none where no sentence can be printed.</param>
/// <param name="Best">Of each reader.</param>
public sealed record LabelledAbstract(
    string Title, IReadOnlyList<string> Sentences, IReadOnlyList<IReadOnlyList<int>> Accepted, IReadOnlyList<int> Best)
{
    /// <summary>Those of two readers.</summary>
    public static IReadOnlyList<LabelledAbstract> ReadOpen(string referenceData) =>
    [
        .. from line in File.ReadLines(Path.Combine(referenceData, "sentences", "labels.jsonl"))
           let paper = JsonElement.Parse(line)
           select new LabelledAbstract(
               paper.GetProperty("title").GetString()!,
               [.. paper.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()!)],
               [.. paper.GetProperty("accept").EnumerateArray().Select(Numbers)],
               Numbers(paper.GetProperty("best"))),
    ];

    /// <summary>Whether a reader would print what was chosen; nothing where there is nothing.</summary>
    public bool IsAcceptedBy(int reader, int? number) =>
        number is { } chosen ? Accepted[reader].Contains(chosen) : Accepted[reader].Count == 0;

    private static List<int> Numbers(JsonElement numbers) => [.. numbers.EnumerateArray().Select(number => number.GetInt32())];
}
