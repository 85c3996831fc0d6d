using Sheaf.Tests.Support;

namespace Sheaf.Tests.Checking;

/// <summary><c>check --fix</c>: what is certain, and not a byte more.</summary>
public sealed class MendingAList
{
    [Fact]
    public async Task A_link_whose_title_is_exactly_one_papers_is_put_right_and_every_other_byte_stays()
    {
        await using var bench = await Workbench.StartAsync(Gears.All);
        var text = "\ufeff# Gears\r\n\r\n" + Gears.Entry("2404.00001", Gears.Wooden).Replace("\n", " — my *note*  \r\n", StringComparison.Ordinal) + Gears.Entry("2404.00001v1", Gears.Survey) + "no ending  ";
        bench.List("2024-04.md", text);

        var found = await Checked.RunAsync(bench, "--fix");

        Assert.Equal(text.Replace("2404.00001v1", "2404.00002", StringComparison.Ordinal), bench.Read("curated", "2024-04.md") is var read && read[0] == '\ufeff' ? read : "\ufeff" + read);
        Assert.Empty(found.Short);
        Assert.Equal("wrong-paper", Assert.Single(found.Document.GetProperty("fixed").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(0, found.Exit);
    }

    [Fact]
    public async Task What_a_person_must_decide_is_left_alone()
    {
        await using var bench = await Workbench.StartAsync(Gears.All);
        var text = Gears.Entry("2404.00003", "A Survey on the Wear of Clockwork Escapement and Springs of All Sorts")
            + $"* {Gears.Survey} by Specimen and van der Berg (1 Apr), https://arxiv.org/abs/2404.00001\n- 2404.00002\n- 2404.00002 — once more\n- 2404.09999\n";
        bench.List("2024-04.md", text);

        var found = await Checked.RunAsync(bench, "--fix");

        Assert.Equal(text, bench.Read("curated", "2024-04.md"));
        Assert.Equal(1, found.Exit);
        Assert.Empty(found.Document.GetProperty("fixed").EnumerateArray());
    }

    [Fact]
    public async Task A_line_that_stands_twice_is_taken_out_once_and_shown()
    {
        await using var bench = await Workbench.StartAsync(Gears.All);
        bench.List("2024-04.md", "- 2404.00001 — a note\n- 2404.00002\n- 2404.00001 — a note\n\nThe end.\n");

        var ran = await bench.RunAsync("check", "--fix");

        Assert.Equal("- 2404.00001 — a note\n- 2404.00002\n\nThe end.\n", bench.Read("curated", "2024-04.md"));
        Assert.Contains("line 3, mended: duplicate\n- - 2404.00001 — a note\n", ran.Output, StringComparison.Ordinal);
        Assert.Equal(0, ran.Exit);
    }

    [Fact]
    public async Task Without_the_option_nothing_is_written()
    {
        await using var bench = await Workbench.StartAsync(Gears.All);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00001\n");

        var ran = await bench.RunAsync("check");

        Assert.Equal("- 2404.00001\n- 2404.00001\n", bench.Read("curated", "2024-04.md"));
        Assert.Contains("sheaf check --fix", ran.Output, StringComparison.Ordinal);
    }
}
