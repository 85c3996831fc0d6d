using Sheaf.Lists;

namespace Sheaf.Tests.Lists;

public sealed class TablesInACuratedList
{
    [Fact]
    public void Each_row_with_a_reference_is_one_entry()
    {
        const string Table = """
            | # | Paper | Tags | Remark |
            |--:|-------|------|--------|
            | 1 | [KAN \| networks](https://arxiv.org/abs/2404.19756) | ★ #nets | — see 2404.00009 |
            | 2 | 2404.00002 - short | #data | |
            | 3 | no paper | | |
            """;

        var entries = CuratedList.Parse("list.md", Table).Entries;

        Assert.Equal(["2404.19756", "2404.00002"], entries.Select(entry => entry.Reference.ToString()));
        Assert.Equal(["see 2404.00009", "short"], entries.Select(entry => entry.Note));
        Assert.Equal([true, false], entries.Select(entry => entry.Starred));
        Assert.Equal(["nets", "data"], entries.SelectMany(entry => entry.Tags));
        Assert.All(entries, entry => Assert.False(entry.IsMention));
    }

    [Fact]
    public void A_table_may_do_without_outer_bars()
    {
        var entries = CuratedList.Parse(
            "list.md", "Paper | Link\n--- | ---\nKAN | 2404.19756\nMore | 2404.00002\n\nProse with 2404.00003 in it").Entries;

        Assert.Equal([false, false, true], entries.Select(entry => entry.IsMention));
    }

    [Theory]
    [InlineData("-|-")]
    [InlineData("| :-: | - |")]
    public void One_dash_a_cell_is_enough_for_the_rule(string rule) =>
        Assert.False(Assert.Single(CuratedList.Parse("list.md", $"Paper | Link\n{rule}\nKAN | 2404.19756").Entries).IsMention);
}
