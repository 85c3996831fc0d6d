using System.Globalization;
using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts;
using Sheaf.Drafts.Text;

namespace Sheaf.Tests.Drafts;

/// <summary>A list as a person published it, from the papers' own facts. Where the two differ, the list slipped: each slip is named.</summary>
public sealed class PublishedLists
{
    private static readonly Dictionary<int, string> SlipsInNames = new()
    {
        [2] = "has the middle name with the surname, which no name tells: Ander Campos",
        [3] = "lost an accent: Costa-jussa",
        [7] = "no comma before et al.",
        [14] = "no comma before et al.",
        [16] = "four of ten authors, the second and one more left out",
        [24] = "no comma before et al.",
        [31] = "the comma after et al.",
        [34] = "no comma before et al.",
        [44] = "two spaces",
        [46] = "four of five authors, one left out",
        [48] = "the authors of another paper",
        [50] = "a given name: Hengzu for Yu",
        [54] = "another surname: Zheng for Zhang",
        [55] = "a letter short, Richard, and no comma before et al.",
    };

    private static readonly Dictionary<int, string> SlipsInDays = new()
    {
        [6] = "28 Apr for 29 Apr",
        [15] = "Apr 22 for 22 Apr",
        [23] = "16 Apr for 12 Apr",
        [44] = "names the year",
        [45] = "5 Apr for 4 Apr",
    };

    [Fact]
    public void The_names_of_a_published_list_are_those_of_the_draft_but_for_its_slips()
    {
        var differing = Entries().Where(entry => entry.PrintedNames != AuthorLine.Write(entry.Authors, namesShown: 3));

        Assert.Equal(SlipsInNames.Keys, differing.Select(entry => entry.Order));
    }

    [Fact]
    public void The_days_of_a_published_list_are_those_of_the_draft_but_for_its_slips()
    {
        var differing = Entries().Where(entry => entry.PrintedDay != entry.Day.ToString("d MMM", CultureInfo.InvariantCulture));

        Assert.Equal(SlipsInDays.Keys, differing.Select(entry => entry.Order));
    }

    private static IEnumerable<(int Order, string PrintedNames, string PrintedDay, IReadOnlyList<Author> Authors, DateOnly Day)> Entries()
    {
        var papers = File.ReadLines(ReferenceData.PathOf("articles", "april-2024.metadata.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(paper => paper.GetProperty("id").GetString()!);
        using var list = JsonDocument.Parse(File.ReadAllText(ReferenceData.PathOf("published", "2024-04.json")));
        foreach (var entry in list.RootElement.GetProperty("entries").EnumerateArray())
        {
            var paper = papers[entry.GetProperty("true_id").GetString()!];
            yield return (
                entry.GetProperty("order").GetInt32(),
                entry.GetProperty("surnames_printed").GetString()!,
                entry.GetProperty("date_printed").GetString()!,
                [.. paper.GetProperty("authors").EnumerateArray().Select(name => new Author(name.GetString()!))],
                DateOnly.Parse(paper.GetProperty("v1_date").GetString()!, CultureInfo.InvariantCulture));
        }
    }
}
