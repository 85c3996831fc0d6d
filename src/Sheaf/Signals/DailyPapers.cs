using Sheaf.Arxiv.Identifiers;
using Sheaf.Text;

namespace Sheaf.Signals;

/// <summary>
/// The list of one day of Hugging Face, all pages. It is asked for by day, not by month: which day an entry is of stands in the answer only
/// since 2025.
/// </summary>
/// <param name="client">Asks.</param>
/// <param name="home">Where the service is, ending with a slash.</param>
/// <param name="limits">How many pages a day may have.</param>
internal sealed class DailyPapers(PoliteClient client, Uri home, SignalLimits limits)
{
    /// <summary>The most that the service gives at a time.</summary>
    private const int PageSize = 100;

    /// <summary>The service's own default. A page that is shorter is the last, whatever it makes of the size that is asked for.</summary>
    private const int ShortPage = 50;

    /// <summary>Asks for a day, a day of the service's own calendar.</summary>
    /// <exception cref="SignalUnavailableException">It refuses, or cannot be reached.</exception>
    public async Task<ListedDay> GetAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var (papers, problems) = (new Dictionary<ArxivIdentifier, int?>(), new List<string>());
        for (var number = 0; number < limits.MostPages; number++)
        {
            var address = new Uri(home, $"api/daily_papers?date={UtcText.Day(day)}&p={number}&limit={PageSize}");
            if (await client.GetAsync(address, cancellationToken) is not { } body)
            {
                return new(papers, [.. problems, "the service does not take this day"], IsWhole: false);
            }

            var page = DailyPapersParser.Read(body);
            problems.AddRange(page.Problems);
            var before = papers.Count;
            foreach (var (paper, votes) in page.Papers)
            {
                papers.TryAdd(paper, votes);
            }

            // A service that knows no pages gives the same one again.
            if (!page.IsWhole || page.Count < ShortPage || papers.Count == before)
            {
                return new(papers, problems, page.IsWhole);
            }
        }

        return new(papers, [.. problems, $"it has more than {limits.MostPages} pages"], IsWhole: false);
    }
}

/// <summary>What a service listed on a day.</summary>
/// <param name="Papers">Each once, with its votes; null where the service does not say how many.</param>
/// <param name="Problems">What could not be read, as words that follow a colon.</param>
/// <param name="IsWhole">Whether all of it was read.</param>
internal sealed record ListedDay(IReadOnlyDictionary<ArxivIdentifier, int?> Papers, IReadOnlyList<string> Problems, bool IsWhole);
