using System.Text;
using Sheaf.Checking;
using Sheaf.Tests.Editing;

namespace Sheaf.Tests.Checking;

/// <summary><c>check --fix</c>: what is certain, and not a byte more.</summary>
public sealed class MendingAList
{
    [Fact]
    public async Task A_link_whose_title_is_exactly_one_papers_is_put_right_and_every_other_byte_stays()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        var text = "\ufeff# Gears\r\n\r\n"
            + GearPapers.Entry("2404.00001", GearPapers.Wooden).Replace("\n", " — my *note*  \r\n", StringComparison.Ordinal)
            + GearPapers.Entry("2404.00001v1", GearPapers.Survey) + "no ending  ";
        bench.List("2024-04.md", text);

        var found = await CheckRunner.RunAsync(bench, "--fix");

        Assert.Equal(
            text.Replace("2404.00001v1", "2404.00002", StringComparison.Ordinal),
            bench.Read("curated", "2024-04.md") is var read && read[0] == '\ufeff' ? read : "\ufeff" + read);
        Assert.Empty(found.Short);
        Assert.Equal("wrong-paper", Assert.Single(found.Document.GetProperty("fixed").EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(0, found.Exit);
    }

    [Fact]
    public async Task What_a_person_must_decide_is_left_alone()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        var text = GearPapers.Entry("2404.00003", "A Survey on the Wear of Clockwork Escapement and Springs of All Sorts")
            + $"* {GearPapers.Survey} by Specimen and van der Berg (1 Apr), https://arxiv.org/abs/2404.00001\n- 2404.00002\n"
            + "- 2404.00002 — once more\n- 2404.09999\n";
        bench.List("2024-04.md", text);

        var found = await CheckRunner.RunAsync(bench, "--fix");

        Assert.Equal(text, bench.Read("curated", "2024-04.md"));
        Assert.Equal(1, found.Exit);
        Assert.Empty(found.Document.GetProperty("fixed").EnumerateArray());
    }

    [Fact]
    public async Task A_line_that_stands_twice_is_taken_out_once_and_shown()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001 — a note\n- 2404.00002\n- 2404.00001 — a note\n\nThe end.\n");

        var ran = await bench.RunAsync("check", "--fix");

        Assert.Equal("- 2404.00001 — a note\n- 2404.00002\n\nThe end.\n", bench.Read("curated", "2024-04.md"));
        Assert.Contains("line 3, mended: duplicate\n- - 2404.00001 — a note\n", ran.Output, StringComparison.Ordinal);
        Assert.Equal(0, ran.Exit);
    }

    [Fact]
    public async Task Without_the_option_nothing_is_written()
    {
        await using var bench = await Workbench.StartAsync(GearPapers.All);
        bench.List("2024-04.md", "- 2404.00001\n- 2404.00001\n");

        var ran = await bench.RunAsync("check");

        Assert.Equal("- 2404.00001\n- 2404.00001\n", bench.Read("curated", "2024-04.md"));
        Assert.Contains("sheaf check --fix", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A\nB\nA\n", "A, and more\nB\nA\n", "A, and more\nB\nA\n")]
    [InlineData("A\nB\nA\n", "B\nA\n", "B\nA\n")]
    [InlineData("A\nB\nA\n", "A\nB\n", "A\nB\n")]
    [InlineData("A\nB\nA\n", "A\nB\nA, and more\n", "A\nB\nA, and more\n")]
    [InlineData("A\nB\nA\n", "A\nC\nB\nA\n", "A\nC\nB\nA\n")]
    [InlineData("A\nB\nA\n", "A\nB, and more\nA\nC\n", "A\nB, and more\nC\n")]
    [InlineData("A\nA\nA\n", "A, and more\nA\nA\n", "A, and more\nA\n")]
    [InlineData("A\nA\nA\n", "B\nC\nA\n", "B\nC\nA\n")]
    public void Of_a_line_that_stood_twice_one_stays_whatever_another_program_saves_meanwhile(string read, string saved, string mended)
    {
        using var folder = new EditorsFolder();
        File.WriteAllText(folder.List, saved);
        var content = Encoding.UTF8.GetBytes(read);
        var lines = read.TrimEnd('\n').Split('\n');
        var findings = lines.Index().Where(line => line.Index > 0 && line.Item == "A")
            .Select(line => new Finding(FindingCode.Duplicate, "list", line.Index + 1, null, "") { Fix = new LineFix("A", null) }).ToList();

        folder.Files.Change(
            "check --fix",
            edit => Fixer.Apply(edit, findings, [new CheckedFile(folder.List, "list", FileKind.Curated, EditorsFolder.April, content, [])]),
            TestContext.Current.CancellationToken);

        Assert.Equal(mended, File.ReadAllText(folder.List));
    }

    [Fact]
    public void A_mark_on_a_line_of_its_own_goes_though_it_stands_there_once()
    {
        using var folder = new EditorsFolder();
        File.WriteAllText(folder.List, "A sentence.\n<!-- suggested -->\n");
        var finding = new Finding(FindingCode.SuggestedNoteLeft, "draft", 2, null, "") { Fix = new LineFix("<!-- suggested -->", null) };

        folder.Files.Change(
            "check --fix",
            edit => Fixer.Apply(
                edit, [finding],
                [new CheckedFile(folder.List, "draft", FileKind.Draft, EditorsFolder.April, File.ReadAllBytes(folder.List), [])]),
            TestContext.Current.CancellationToken);

        Assert.Equal("A sentence.\n", File.ReadAllText(folder.List));
    }
}
