using System.Globalization;
using System.Text.Json.Nodes;
using Sheaf.Store.Ledger;

namespace Sheaf.TestKit.Storms;

/// <summary>An invented month: papers, some of them withdrawn, deleted or unknown to arXiv, and the list that asks for them.</summary>
internal sealed class StormMonth
{
    /// <summary>A withdrawn, a deleted, an unknown and a malformed one stand among so many.</summary>
    private const int Rarity = 9;

    private readonly List<string> _corpus = [];
    private readonly List<string> _lines = ["# Papers of the month", ""];
    private readonly Dictionary<string, string> _missing = [];
    private readonly List<string> _existing = [];

    /// <param name="random">The same month for the same seed.</param>
    /// <param name="count">How many papers are on the list.</param>
    public StormMonth(Random random, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            Add(random, number, random.Next(Rarity * 4));
        }
    }

    /// <summary>What the local arXiv serves, as JSON lines.</summary>
    public IReadOnlyList<string> Corpus => _corpus;

    public string List => string.Join('\n', _lines) + "\n";

    /// <summary>Papers on the list that arXiv has.</summary>
    public IReadOnlyList<string> Existing => _existing;

    /// <summary>What must be missing in the end, and why.</summary>
    public IReadOnlyDictionary<string, string> Missing => _missing;

    private void Add(Random random, int number, int lot)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"2404.{number * 7:D5}");
        if (lot == 0)
        {
            _missing[id] = LookupOutcome.NotFound;
            _lines.Add($"- {id}");
        }
        else if (lot == 1)
        {
            var malformed = string.Create(CultureInfo.InvariantCulture, $"2413.{number:D5}");
            _missing[malformed] = LookupOutcome.Malformed;
            _lines.Add($"- {malformed}");
        }
        else
        {
            var deleted = lot == 2;
            _corpus.Add(Paper(id, number, random, deleted, withdrawn: lot is 3 or 4));
            _lines.Add(Line(id, random));
            if (deleted)
            {
                _missing[id] = LookupOutcome.Deleted;
            }
            else
            {
                _existing.Add(id);
            }
        }
    }

    private static string Line(string id, Random random) => random.Next(5) switch
    {
        0 => $"- {id} ★ #widgets — worth a look",
        1 => $"* [Widgets of kind {id}](https://arxiv.org/abs/{id})",
        2 => $"- arXiv:{id}v1, on widgets",
        3 => $"https://doi.org/10.48550/arXiv.{id}",
        _ => $"- {id}",
    };

    private static string Paper(string id, int number, Random random, bool deleted, bool withdrawn)
    {
        var submitted = new DateTimeOffset(2024, 4, 1, 12, 0, 0, TimeSpan.Zero).AddMinutes(number * 20);
        var latest = withdrawn ? 2 : 1 + random.Next(3);
        var versions = Enumerable.Range(1, latest).Select(version => (JsonNode)new JsonObject
        {
            ["version"] = version,
            ["submitted"] = InventedPapers.Utc(submitted.AddDays(version - 1)),
            ["sizeKb"] = withdrawn && version == latest ? 0 : 10 + version,
            ["withdrawn"] = withdrawn && version == latest,
        }).ToArray();
        return InventedPapers.One(
            id,
            submitted,
            ("title", $"Widgets of kind {id} & Gau\\ss{{}} $k$-folds"),
            ("latestVersion", latest),
            ("versions", new JsonArray(versions)),
            ("lastSubmitted", InventedPapers.Utc(submitted.AddDays(latest - 1))),
            ("withdrawn", withdrawn),
            ("comment", random.Next(2) == 0 ? "12 pages" : null),
            ("doi", random.Next(4) == 0 ? new JsonArray($"10.9999/{id}") : null),
            ("deleted", deleted ? "removed at the wish of the author" : null));
    }
}
