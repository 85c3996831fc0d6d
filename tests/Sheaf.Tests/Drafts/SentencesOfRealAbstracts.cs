using System.Text.Json;
using Sheaf.Drafts.Sentences;
using Sheaf.Text;

namespace Sheaf.Tests.Drafts;

/// <summary>
/// Abstracts that others have split into sentences (SciTLDR). Some of them they split at the ends of lines: those are left out. Of the
/// rest, one in two hundred may differ, since a few begin a sentence with a small letter and their splitter errs too.
/// </summary>
public sealed class SentencesOfRealAbstracts
{
    [Fact]
    public void The_first_are_found_as_others_find_them()
    {
        var abstracts = File.ReadLines(ReferenceData.PathOf("scitldr", "train.jsonl"))
            .Select(Sentences)
            .Where(sentences => sentences[0][^1] is '.' or '?' or '!')
            .ToList();

        var differing = abstracts.Count(sentences => AbstractSentences.Of(string.Join(' ', sentences)).First() != sentences[0]);

        Assert.InRange(abstracts.Count, 1_800, 1_991);
        Assert.InRange(differing, 0, abstracts.Count / 200);
    }

    private static List<string> Sentences(string line)
    {
        using var paper = JsonDocument.Parse(line);
        return [.. paper.RootElement.GetProperty("source").EnumerateArray().Select(sentence => PlainLine.Of(sentence.GetString()!))];
    }
}
