using System.Text.Json;
using Sheaf.Tests.Support;

namespace Sheaf.Tests.Commands;

/// <summary><c>sheaf refuse</c> and the file it writes.</summary>
public sealed class RefusingPapers
{
    [Fact]
    public async Task A_no_is_one_line_whatever_the_spelling()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("refuse", "https://arxiv.org/pdf/2404.00001v2.pdf", "arXiv:hep-th/9901001", "2404.00001");

        Assert.Equal(0, ran.Exit);
        Assert.Equal("2404.00001\nhep-th/9901001\n", bench.Read("refused.txt"));
        Assert.Contains("2404.00001 will not be suggested.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_editor_wrote_into_the_file_stays()
    {
        await using var bench = await Workbench.StartAsync([]);
        const string Own = "// seen, not ours\r\nhttps://arxiv.org/abs/2404.00001 too narrow";
        File.WriteAllText(bench.PathOf("refused.txt"), Own);

        var ran = await bench.RunAsync("refuse", "2404.00001", "2404.00002", "--json");

        Assert.Equal(Own + "\r\n2404.00002\r\n", bench.Read("refused.txt"));
        using var document = JsonDocument.Parse(ran.Output);
        Assert.Equal(["already-refused", "refused"], document.RootElement.GetProperty("papers").EnumerateArray().Select(paper => paper.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task A_refused_paper_stays_on_the_list_it_stands_on()
    {
        await using var bench = await Workbench.StartAsync([]);
        bench.List("2024-04.md", "# April\n\n- 2404.00001 ★\n");

        var ran = await bench.RunAsync("refuse", "2404.00001");

        Assert.Contains("It stays on the list: curated/2024-04.md, line 3.", ran.Output, StringComparison.Ordinal);
        Assert.Equal("# April\n\n- 2404.00001 ★\n", bench.Read("curated", "2024-04.md"));
    }

    [Fact]
    public async Task One_reference_that_cannot_be_read_refuses_none()
    {
        await using var bench = await Workbench.StartAsync([]);

        var ran = await bench.RunAsync("refuse", "2404.00001", "2404.0001");

        Assert.Equal(2, ran.Exit);
        Assert.False(File.Exists(bench.PathOf("refused.txt")));
    }
}
