using System.Text.Json;
using Sheaf.Replica.Requests;

namespace Sheaf.Replica;

/// <summary>The papers a replica serves, by identifier.</summary>
public sealed class Corpus
{
    private Corpus(IReadOnlyDictionary<string, CorpusPaper> papers) => Papers = papers;

    /// <summary>By canonical identifier.</summary>
    public IReadOnlyDictionary<string, CorpusPaper> Papers { get; }

    /// <summary>Reads a file of JSON lines.</summary>
    /// <exception cref="CorpusFormatException">A line is not a paper.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Corpus Load(string file)
    {
        using var lines = File.OpenText(file);
        return Read(lines, file);
    }

    /// <summary>Reads JSON lines.</summary>
    /// <exception cref="CorpusFormatException">A line is not a paper.</exception>
    public static Corpus Parse(TextReader lines) => Read(lines, "corpus");

    /// <exception cref="CorpusFormatException">A paper cannot be served.</exception>
    public static Corpus Of(IEnumerable<CorpusPaper> papers)
    {
        var byId = new Dictionary<string, CorpusPaper>(StringComparer.Ordinal);
        foreach (var paper in papers)
        {
            Add(byId, paper, paper.Id);
        }

        return new Corpus(byId);
    }

    private static Corpus Read(TextReader lines, string source)
    {
        var byId = new Dictionary<string, CorpusPaper>(StringComparer.Ordinal);
        var number = 0;
        while (lines.ReadLine() is { } line)
        {
            number++;
            var place = $"{source}, line {number}";
            try
            {
                if (CorpusLine.Parse(line) is { } paper)
                {
                    Add(byId, paper, place);
                }
            }
            catch (JsonException e)
            {
                throw new CorpusFormatException($"{place}: {e.Message}", e);
            }
        }

        return new Corpus(byId);
    }

    private static void Add(Dictionary<string, CorpusPaper> byId, CorpusPaper paper, string place)
    {
        if (Fault(paper) is { } fault)
        {
            throw new CorpusFormatException($"{place}: {fault}");
        }

        if (!byId.TryAdd(paper.Id, paper))
        {
            throw new CorpusFormatException($"{place}: {paper.Id} is in the corpus twice");
        }
    }

    private static string? Fault(CorpusPaper paper)
    {
        if (!RequestedIdentifier.TryParse(paper.Id, out var identifier) || identifier.Id != paper.Id)
        {
            return $"\"{paper.Id}\" is not an arXiv identifier in its canonical form and without version";
        }

        if (paper.Categories.Count == 0)
        {
            return $"{paper.Id} has no category";
        }

        if (paper.Authors.Any(author => author?.Name is null) || paper.Categories.Concat(paper.Doi).Any(text => text is null))
        {
            return $"{paper.Id} has a null among its authors, categories or DOIs";
        }

        var inOrder = paper.Versions.Select((version, index) => version?.Version == index + 1).All(right => right);
        return inOrder ? null : $"the versions of {paper.Id} are not 1, 2, 3, …";
    }
}
