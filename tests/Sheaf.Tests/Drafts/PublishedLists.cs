using System.Globalization;
using System.Text.Json;
using Sheaf.Arxiv.Eprints;
using Sheaf.Drafts.Styles;
using Sheaf.Names;
using Sheaf.Tests.Demo;

namespace Sheaf.Tests.Drafts;

/// <summary>
/// A list as a person published it, from the papers' own facts. Where the two differ, the list slipped: each slip is named.
/// </summary>
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
        var entries = Entries();
        var list = string.Concat(entries.Select(entry => $"- {entry.Paper.Identifier} — a note\n"));

        var lines = new RoundupStyle(namesShown: 3)
            .Render(InventedEprints.Draft(list, [.. entries.Select(entry => entry.Paper)])).Split('\n');

        Assert.Equal(59, lines.Count(line => line.StartsWith("* ", StringComparison.Ordinal)));
        Assert.All(entries, entry => Assert.Contains(Line(entry), lines));
    }

    [Fact]
    public void The_titles_of_a_published_list_are_those_of_the_draft_but_for_its_slips()
    {
        var differing = Entries().Where(entry => entry.Printed.Title != entry.Paper.Title);

        Assert.Equal(SlipsInTitles.Keys, differing.Select(entry => entry.Printed.Order));
    }

    [Fact]
    public void The_links_of_a_published_list_are_those_of_the_draft_but_for_its_slips()
    {
        var differing = Entries().Where(entry => entry.Printed.Link != LinkOf(entry.Paper));

        Assert.Equal(SlipsInLinks.Keys, differing.Select(entry => entry.Printed.Order));
    }

    [Fact]
    public void The_names_of_a_published_list_are_those_of_the_draft_but_for_its_slips()
    {
        var differing = Entries().Where(entry => entry.Printed.Names != AuthorLine.Write(entry.Paper.Authors, namesShown: 3));

        Assert.Equal(SlipsInNames.Keys, differing.Select(entry => entry.Printed.Order));
    }

    [Fact]
    public void The_days_of_a_published_list_are_those_of_the_draft_but_for_its_slips()
    {
        var differing = Entries().Where(entry => entry.Printed.Day != DayOf(entry.Paper));

        Assert.Equal(SlipsInDays.Keys, differing.Select(entry => entry.Printed.Order));
    }

    /// <summary>As it was printed, with the paper's own facts in place of the slips.</summary>
    private static string Line((PrintedEntry Printed, Eprint Paper) entry)
    {
        var (printed, paper) = entry;
        return (printed with
        {
            Title = SlipsInTitles.ContainsKey(printed.Order) ? paper.Title : printed.Title,
            Names = SlipsInNames.ContainsKey(printed.Order) ? AuthorLine.Write(paper.Authors, namesShown: 3) : printed.Names,
            Day = SlipsInDays.ContainsKey(printed.Order) ? DayOf(paper) : printed.Day,
            Link = SlipsInLinks.ContainsKey(printed.Order) ? LinkOf(paper) : printed.Link,
        }).Line;
    }

    private static string DayOf(Eprint paper) => paper.FirstSubmitted.ToString("d MMM", CultureInfo.InvariantCulture);

    private static string LinkOf(Eprint paper) => $"https://arxiv.org/abs/{paper.Identifier}";

    private static List<(PrintedEntry Printed, Eprint Paper)> Entries()
    {
        var papers = DemoFiles.Papers.ToDictionary(paper => paper.Text("id"));
        return [.. PrintedList.Entries.Select(entry => (entry, PaperOf(papers[entry.Id])))];
    }

    private static Eprint PaperOf(JsonElement paper) => InventedEprints.Paper(
        paper.Text("id"), paper.Text("firstSubmitted"), paper.Text("title"), "",
        [.. paper.GetProperty("authors").EnumerateArray().Select(author => author.Text("name"))]);
}
