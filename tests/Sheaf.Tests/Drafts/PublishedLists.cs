using System.Globalization;
using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Styles;
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

    private static readonly Dictionary<int, string> SlipsInTitles = new()
    {
        [1] = "a dash for the hyphen in Kolmogorov-Arnold",
        [22] = "capitals that the paper does not have",
        [26] = "a capital that the paper does not have: Replication",
        [55] = "capitals that the paper does not have",
        [59] = "capitals that the paper does not have",
    };

    private static readonly Dictionary<int, string> SlipsInLinks = new()
    {
        [13] = "another paper: 2404.14662 for 2404.14387",
        [48] = "another paper: 2404.02151 for 2404.03715",
    };

    [Fact]
    public void The_entry_lines_of_a_published_list_are_those_of_the_draft_but_for_its_slips()
    {
        var entries = Entries().ToList();
        var list = string.Concat(entries.Select(entry => $"- {entry.Paper.Identifier} — a note\n"));

        var lines = new RoundupStyle(namesShown: 3).Render(InventedPapers.Draft(list, [.. entries.Select(entry => entry.Paper)])).Split('\n');

        Assert.Equal(59, lines.Count(line => line.StartsWith("* ", StringComparison.Ordinal)));
        Assert.All(entries, entry => Assert.Contains(Line(entry), lines));
    }

    [Fact]
    public void The_titles_of_a_published_list_are_those_of_the_draft_but_for_its_slips()
    {
        var differing = Entries().Where(entry => entry.PrintedTitle != entry.Paper.Title);

        Assert.Equal(SlipsInTitles.Keys, differing.Select(entry => entry.Order));
    }

    [Fact]
    public void The_links_of_a_published_list_are_those_of_the_draft_but_for_its_slips()
    {
        var differing = Entries().Where(entry => entry.PrintedLink != $"https://arxiv.org/abs/{entry.Paper.Identifier}");

        Assert.Equal(SlipsInLinks.Keys, differing.Select(entry => entry.Order));
    }

    [Fact]
    public void The_names_of_a_published_list_are_those_of_the_draft_but_for_its_slips()
    {
        var differing = Entries().Where(entry => entry.PrintedNames != AuthorLine.Write(entry.Paper.Authors, namesShown: 3));

        Assert.Equal(SlipsInNames.Keys, differing.Select(entry => entry.Order));
    }

    [Fact]
    public void The_days_of_a_published_list_are_those_of_the_draft_but_for_its_slips()
    {
        var differing = Entries().Where(entry => entry.PrintedDay != DayOf(entry.Paper));

        Assert.Equal(SlipsInDays.Keys, differing.Select(entry => entry.Order));
    }

    /// <summary>As it was printed, with the paper's own facts in place of the slips.</summary>
    private static string Line(Entry entry)
    {
        var title = SlipsInTitles.ContainsKey(entry.Order) ? entry.Paper.Title : entry.PrintedTitle;
        var names = SlipsInNames.ContainsKey(entry.Order) ? AuthorLine.Write(entry.Paper.Authors, namesShown: 3) : entry.PrintedNames;
        var day = SlipsInDays.ContainsKey(entry.Order) ? DayOf(entry.Paper) : entry.PrintedDay;
        var link = SlipsInLinks.ContainsKey(entry.Order) ? $"https://arxiv.org/abs/{entry.Paper.Identifier}" : entry.PrintedLink;
        return $"* {title} by {names} ({day}), {link}";
    }

    private static string DayOf(Eprint paper) => paper.FirstSubmitted.ToString("d MMM", CultureInfo.InvariantCulture);

    private static IEnumerable<Entry> Entries()
    {
        var papers = File.ReadLines(ReferenceData.PathOf("articles", "april-2024.metadata.jsonl"))
            .Select(line => JsonElement.Parse(line))
            .ToDictionary(paper => paper.GetProperty("id").GetString()!);
        var list = JsonElement.Parse(File.ReadAllText(ReferenceData.PathOf("published", "2024-04.json")));
        foreach (var entry in list.GetProperty("entries").EnumerateArray())
        {
            var paper = papers[entry.GetProperty("true_id").GetString()!];
            yield return new Entry(
                entry.GetProperty("order").GetInt32(),
                entry.GetProperty("title").GetString()!,
                entry.GetProperty("surnames_printed").GetString()!,
                entry.GetProperty("date_printed").GetString()!,
                entry.GetProperty("link").GetString()!,
                InventedPapers.Paper(
                    paper.GetProperty("id").GetString()!,
                    $"{paper.GetProperty("v1_date").GetString()}T12:00:00Z",
                    paper.GetProperty("title").GetString()!,
                    "",
                    [.. paper.GetProperty("authors").EnumerateArray().Select(name => name.GetString()!)]));
        }
    }

    /// <summary>What was printed of a paper, and the paper.</summary>
    private sealed record Entry(int Order, string PrintedTitle, string PrintedNames, string PrintedDay, string PrintedLink, Eprint Paper);
}
