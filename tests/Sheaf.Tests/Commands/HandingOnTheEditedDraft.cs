using System.Text;
using System.Text.Json;

namespace Sheaf.Tests.Commands;

/// <summary><c>sheaf draft YYYY-MM --edited</c>: the draft as it stands, for readers.</summary>
public sealed class HandingOnTheEditedDraft
{
    private static readonly string[] Papers = [InventedPapers.One("2404.00001", new DateTimeOffset(2024, 4, 3, 12, 0, 0, TimeSpan.Zero))];

    [Theory]
    [InlineData("html", "2024-04.html")]
    [InlineData("htm", "2024-04.html")]
    [InlineData("mail", "2024-04.mail.html", "2024-04.mail.txt")]
    public async Task Goes_beside_the_draft_and_is_the_same_each_time(string format, params string[] files)
    {
        await using var bench = await DraftedAsync();
        var asked = bench.Arxiv.Requests.Count;

        var ran = await bench.RunAsync("draft", "2024-04", "--edited", "--format", format);
        var first = files.Select(file => bench.Read("drafts", file)).ToList();
        var again = await bench.RunAsync("draft", "2024-04", "--edited", "--format", format, "--json");

        Assert.Equal(0, ran.Exit);
        Assert.All(first, text => Assert.Contains("My own words", text, StringComparison.Ordinal));
        Assert.All(first, text => Assert.DoesNotContain("write here", text, StringComparison.Ordinal));
        Assert.Equal(first, files.Select(file => bench.Read("drafts", file)));
        using var json = JsonDocument.Parse(again.Output);
        Assert.Equal("2024-04", json.RootElement.GetProperty("month").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("papers").GetInt32());
        Assert.Equal(
            files.Select(file => (bench.PathOf("drafts", file), "unchanged")),
            json.RootElement.GetProperty("files").EnumerateArray()
                .Select(file => (file.GetProperty("path").GetString()!, file.GetProperty("outcome").GetString()!)));
        Assert.Equal(asked, bench.Arxiv.Requests.Count);
    }

    [Fact]
    public async Task Markdown_goes_to_standard_output_and_never_over_the_draft()
    {
        await using var bench = await DraftedAsync();
        var draft = bench.Read("drafts", "2024-04.md");
        var files = Directory.GetFiles(bench.PathOf("drafts"));

        var ran = await bench.RunAsync("draft", "2024-04", "--edited", "--format", "markdown");
        var over = await bench.RunAsync("draft", "2024-04", "--edited", "--format", "md", "--output", bench.PathOf("drafts", "2024-04.md"));

        Assert.Equal(0, ran.Exit);
        Assert.Contains("My own words", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("<!--", ran.Output, StringComparison.Ordinal);
        Assert.Equal(2, over.Exit);
        Assert.Equal(draft, bench.Read("drafts", "2024-04.md"));
        Assert.Equal(files, Directory.GetFiles(bench.PathOf("drafts")));
    }

    [Fact]
    public async Task Markdown_in_a_file_has_the_bytes_of_the_draft()
    {
        await using var bench = await DraftedAsync();
        byte[] text = [0xef, 0xbb, 0xbf, .. "# T  \r\n\r\nWords <!-- suggested -->  \r\n\r\n\tno end"u8];
        await File.WriteAllBytesAsync(bench.PathOf("drafts", "2024-04.md"), text, TestContext.Current.CancellationToken);

        var ran = await bench.RunAsync("draft", "2024-04", "--edited", "--format", "markdown", "--output", bench.PathOf("issue.md"));
        var printed = await bench.RunAsync("draft", "2024-04", "--edited", "--format", "markdown", "--output", "-");

        Assert.Equal(0, ran.Exit);
        var written = await File.ReadAllBytesAsync(bench.PathOf("issue.md"), TestContext.Current.CancellationToken);
        Assert.Equal([0xef, 0xbb, 0xbf, .. "# T  \r\n\r\nWords  \r\n\r\n\tno end"u8], written);
        Assert.Equal(Encoding.UTF8.GetString(written), printed.Output);
    }

    [Fact]
    public async Task A_mail_goes_where_it_is_told_with_its_text_beside_it()
    {
        await using var bench = await DraftedAsync();

        var ran = await bench.RunAsync("draft", "2024-04", "--edited", "--format", "mail", "--output", bench.PathOf("out", "mail.html"));
        var printed = await bench.RunAsync("draft", "2024-04", "--edited", "--format", "mail", "--output", "-");

        Assert.Equal(0, ran.Exit);
        Assert.Equal(bench.Read("out", "mail.html"), printed.Output);
        Assert.Contains("My own words", bench.Read("out", "mail.txt"), StringComparison.Ordinal);
        Assert.False(File.Exists(bench.PathOf("drafts", "2024-04.mail.html")));
    }

    [Fact]
    public async Task A_plan_writes_nothing()
    {
        await using var bench = await DraftedAsync();

        var ran = await bench.RunAsync("draft", "2024-04", "--edited", "--format", "mail", "--dry-run");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("Would make 0 requests and write", ran.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(bench.PathOf("drafts"), "*.mail.*"));
    }

    [Theory]
    [InlineData("draft 2024-04 --edited")]
    [InlineData("draft 2024-04 --edited --format json")]
    [InlineData("draft 2024-04 --edited --output -")]
    [InlineData("draft 2024-04 --format mail")]
    [InlineData("draft 2024-04 --edited --format html --style table")]
    [InlineData("draft 2024-04 --edited --format markdown --diff")]
    [InlineData("draft 2024-04 --edited --format markdown --discard-edits")]
    [InlineData("draft 2024-04 --edited --format markdown --json")]
    [InlineData("draft 2024-05 --edited --format html")]
    [InlineData("draft 2024-04 --edited --format mail --output out.txt")]
    public async Task What_there_is_not_is_refused_in_one_sentence(string line)
    {
        await using var bench = await DraftedAsync();
        var before = Directory.GetFiles(bench.Folder, "*", SearchOption.AllDirectories).Order();

        var ran = await bench.RunAsync(line.Split(' '));

        Assert.Equal(2, ran.Exit);
        Assert.Single(ran.Error.TrimEnd('\n').Split('\n'));
        Assert.Equal(before, Directory.GetFiles(bench.Folder, "*", SearchOption.AllDirectories).Order());
    }

    [Theory]
    [InlineData("curated/2024-04.md")]
    [InlineData("drafts/2024-04.md")]
    [InlineData("drafts/.sheaf/x.html")]
    [InlineData("sheaf.db")]
    [InlineData("sheaf.json")]
    [InlineData("published/2024-03.md")]
    [InlineData("refused.txt")]
    public async Task Nothing_of_the_workspace_is_replaced(string path)
    {
        await using var bench = await DraftedAsync();
        Directory.CreateDirectory(bench.PathOf("published"));
        await File.WriteAllTextAsync(bench.PathOf("published", "2024-03.md"), "mine", TestContext.Current.CancellationToken);
        var before = Content();

        foreach (var format in new[] { "html", "mail", "markdown" })
        {
            var ran = await bench.RunAsync("draft", "2024-04", "--edited", "--format", format, "--output", bench.PathOf(path));
            Assert.Equal(2, ran.Exit);
        }

        Assert.Equal(before, Content());

        string? Content() => File.Exists(bench.PathOf(path)) ? Convert.ToHexString(File.ReadAllBytes(bench.PathOf(path))) : null;
    }

    [Theory]
    [InlineData("2024-04.html", "html")]
    [InlineData("2024-04.mail.html", "mail")]
    [InlineData("2024-04.mail.txt", "mail")]
    public async Task No_link_is_followed_out_of_the_workspace(string name, string format)
    {
        await using var bench = await DraftedAsync();
        var elsewhere = Directory.CreateTempSubdirectory("sheaf-elsewhere-").FullName;
        var mine = Path.Combine(elsewhere, "mine.txt");
        await File.WriteAllTextAsync(mine, "mine", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(bench.PathOf("drafts", name), mine);

        var ran = await bench.RunAsync("draft", "2024-04", "--edited", "--format", format);

        Assert.Equal(2, ran.Exit);
        Assert.Equal("mine", await File.ReadAllTextAsync(mine, TestContext.Current.CancellationToken));
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task A_month_that_is_on_no_list_any_more_is_handed_on()
    {
        await using var bench = await DraftedAsync();
        File.Delete(bench.PathOf("curated", "2024-04.md"));
        File.Delete(bench.Store);

        var ran = await bench.RunAsync("draft", "2024-04", "--edited", "--format", "html", "--output", "-");

        Assert.Equal(0, ran.Exit);
        Assert.Contains("My own words", ran.Output, StringComparison.Ordinal);
    }

    private static async Task<Workbench> DraftedAsync()
    {
        var bench = await Workbench.StartAsync(Papers);
        bench.List("2024-04.md", "- 2404.00001 ★\n");
        await bench.RunAsync("harvest");
        await bench.RunAsync("draft", "2024-04");
        var draft = bench.Read("drafts", "2024-04.md");
        Assert.Contains("<!-- write here -->", draft, StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            bench.PathOf("drafts", "2024-04.md"), draft.Replace("## Papers", "My own words.\n\n## Papers", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        return bench;
    }
}
