using System.Text.Json;

namespace Sheaf.TestKit.Sentences;

/// <summary>A paper of SciTLDR: its abstract in sentences, as others split it, and summaries of one sentence by people.</summary>
public sealed record SummarizedPaper(string Title, IReadOnlyList<string> Sentences, IReadOnlyList<string> Summaries)
{
    /// <summary>How good a summary each sentence is.</summary>
    public IReadOnlyList<double> Scores { get; } = [.. Sentences.Select(sentence => Rouge.Best(sentence, Summaries))];

    /// <summary>The papers of a file, in its order.</summary>
    public static IReadOnlyList<SummarizedPaper> Read(string file) => [.. File.ReadLines(file).Select(Parse)];

    private static SummarizedPaper Parse(string line)
    {
        var paper = JsonElement.Parse(line);
        return new SummarizedPaper(paper.GetProperty("title").GetString()!, Texts(paper, "source"), Texts(paper, "target"));
    }

    private static List<string> Texts(JsonElement paper, string name) =>
        [.. paper.GetProperty(name).EnumerateArray().Select(text => text.GetString()!.Trim()).Where(text => text.Length > 0)];
}
