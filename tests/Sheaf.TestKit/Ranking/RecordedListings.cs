using System.Text.Json;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.TestKit.Ranking;

/// <summary>What Hugging Face's daily list said from 2024-05-27 on, as it was recorded.</summary>
/// <param name="Days">The first day on which each paper was listed.</param>
/// <param name="Votes">Of the morning of that day.</param>
internal sealed record RecordedListings(
    IReadOnlyDictionary<ArxivIdentifier, DateOnly> Days, IReadOnlyDictionary<ArxivIdentifier, int> Votes)
{
    /// <summary>The first month whose lists were all recorded.</summary>
    public static readonly Month First = Month.Parse("2024-06");

    public Listings Listings => new(Days);

    /// <param name="file">One JSON object a line: <c>id</c>, <c>day</c>, <c>upvotes</c>.</param>
    public static RecordedListings Read(string file)
    {
        var (days, votes) = (new Dictionary<ArxivIdentifier, DateOnly>(), new Dictionary<ArxivIdentifier, int>());
        foreach (var line in File.ReadLines(file))
        {
            using var row = JsonDocument.Parse(line);
            var day = DateOnly.ParseExact(row.RootElement.GetProperty("day").GetString()!, "yyyy-MM-dd");
            if (ArxivIdentifier.TryParse(row.RootElement.GetProperty("id").GetString(), out var paper)
                && (!days.TryGetValue(paper, out var before) || day < before))
            {
                days[paper] = day;
                votes[paper] = row.RootElement.GetProperty("upvotes").GetInt32();
            }
        }

        return new(days, votes);
    }
}
