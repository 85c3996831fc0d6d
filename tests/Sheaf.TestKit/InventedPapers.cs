using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sheaf.TestKit;

/// <summary>Papers that do not exist, as lines of a corpus.</summary>
internal static class InventedPapers
{
    /// <summary>Papers 2404.00001 and on, submitted from 1 April 2024 at noon, one an hour.</summary>
    public static IReadOnlyList<string> Many(int count) => [.. Enumerable.Range(1, count).Select(number => One(
        string.Create(CultureInfo.InvariantCulture, $"2404.{number:D5}"),
        new DateTimeOffset(2024, 4, 1, 12, 0, 0, TimeSpan.Zero).AddHours(number - 1)))];

    /// <summary>One paper with one version.</summary>
    /// <param name="id">Its identifier.</param>
    /// <param name="submitted">When its first version came.</param>
    /// <param name="changes">Keys to set beside or instead of the usual ones; null takes one away.</param>
    public static string One(string id, DateTimeOffset submitted, params (string Key, JsonNode? Value)[] changes)
    {
        var paper = new JsonObject
        {
            ["id"] = id,
            ["latestVersion"] = 1,
            ["title"] = $"Widgets of kind {id}",
            ["authors"] = new JsonArray(Author("Ada Specimen"), Author("José van der Berg")),
            ["abstract"] = $"We study widgets of kind {id} that turn by day and by night. They turn.",
            ["categories"] = new JsonArray("cs.CL", "cs.LG"),
            ["primaryCategory"] = "cs.CL",
            ["firstSubmitted"] = Utc(submitted),
            ["lastSubmitted"] = Utc(submitted),
            ["versions"] = new JsonArray(
                new JsonObject { ["version"] = 1, ["submitted"] = Utc(submitted), ["sizeKb"] = 12, ["withdrawn"] = false }),
            ["license"] = "http://creativecommons.org/licenses/by/4.0/",
            ["withdrawn"] = false,
        };
        foreach (var (key, value) in changes)
        {
            paper[key] = value;
        }

        return paper.ToJsonString(new JsonSerializerOptions { WriteIndented = false });
    }

    public static JsonObject Author(string name) => new() { ["name"] = name, ["affiliations"] = new JsonArray() };

    public static string Utc(DateTimeOffset moment) => moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
