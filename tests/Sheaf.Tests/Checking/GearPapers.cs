using System.Text.Json.Nodes;

namespace Sheaf.Tests.Checking;

/// <summary>Invented papers whose titles are easily confused.</summary>
internal static class GearPapers
{
    public const string Wooden = "Grinding Wooden Gears with Patient Hands";
    public const string Survey = "A Survey on the Wear of Clockwork Escapements";
    public const string Cogwheel = "CogWheel: Aligning Toothed Transmissions without Human Feedback";

    /// <summary>Of no title's words.</summary>
    private const string Abstract =
        "We show that nobody went out all morning, and the cat slept on the chair by the window until somebody came home and lit the "
        + "fire. Then there was tea.";

    public static readonly DateTimeOffset FirstOfApril = new(2024, 4, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>2404.00001 to 2404.00003, of 1, 2 and 3 April.</summary>
    public static IReadOnlyList<string> All =>
    [
        Paper("2404.00001", Wooden, 0, "Ada Specimen", "José van der Berg"),
        Paper("2404.00002", Survey, 1, "Marta R. Ejemplo", "Wei Li"),
        Paper("2404.00003", Cogwheel, 2, "Bo Muster"),
    ];

    public static string Paper(string id, string title, int day, params string[] authors) =>
        Paper(id, title, day, authors, []);

    public static string Paper(string id, string title, int day, string[] authors, params (string Key, JsonNode? Value)[] changes) =>
        InventedPapers.One(
        id, FirstOfApril.AddDays(day),
        [("title", title), ("authors", new JsonArray([.. authors.Select(InventedPapers.Author)])), ("abstract", Abstract), .. changes]);

    /// <summary>A paper with a second version that has another title.</summary>
    public static string Renamed(string id, string first, string second) => Paper(id, second, 0, ["Ada Specimen"], [
        ("latestVersion", 2),
        ("lastSubmitted", InventedPapers.Utc(FirstOfApril.AddDays(40))),
        ("versions", new JsonArray(
            new JsonObject { ["version"] = 1, ["submitted"] = InventedPapers.Utc(FirstOfApril), ["title"] = first },
            new JsonObject { ["version"] = 2, ["submitted"] = InventedPapers.Utc(FirstOfApril.AddDays(40)) })),
    ]);

    /// <summary>An entry of a list with a title.</summary>
    public static string Entry(string id, string title) => $"- [{title}](https://arxiv.org/abs/{id})\n";
}
