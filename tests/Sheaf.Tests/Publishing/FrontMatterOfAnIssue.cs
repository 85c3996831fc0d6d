using System.Text;
using Sheaf.Publishing;
using Sheaf.Settings;
using YamlDotNet.RepresentationModel;

namespace Sheaf.Tests.Publishing;

/// <summary>What Hugo, Jekyll and Quarto are told of an issue, read back by a reader of YAML.</summary>
public sealed class FrontMatterOfAnIssue
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Hostile =>
    [
        "no", "2024-04", "12:30", "null", "~", "- item", "# not a comment", "a: b", "a \"quoted\" 'word'", "back\\slash \\n \\u0041",
        "{{ .Site }} {% raw %}", "---", "...", "%YAML 1.2", "&anchor *alias !tag", "'; drop",
        "<script>alert(1)</script>", "émoji 😀 \u200b and 汉字",
        "line\nbreak\r\n---\nevil: true", "tab\there", "]]]", "trailing ", "\u2028\u2029\u0085", "@`",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Any_words_come_back_as_one_line_and_nothing_else_with_them(string words)
    {
        foreach (var style in new[] { FrontMatterStyle.Hugo, FrontMatterStyle.Jekyll, FrontMatterStyle.Quarto })
        {
            var text = new FrontMatter($"Of {words}", new DateOnly(2024, 5, 2), "2024-04", words, ["cs.CL", words]).Write(style);

            var (read, rest) = Read(text + "# Body\n");

            var plain = global::Sheaf.Text.PlainLine.Of(words);
            Assert.Equal(global::Sheaf.Text.PlainLine.Of($"Of {words}"), Text(read, "title"));
            Assert.Equal(("2024-05-02", "2024-04", plain), (Text(read, "date"), Text(read, "slug"), Text(read, "summary")));
            Assert.Equal(["cs.CL", plain], ((YamlSequenceNode)read["tags"]).Select(tag => ((YamlScalarNode)tag).Value));
            Assert.Equal(style switch { FrontMatterStyle.Quarto => 7, FrontMatterStyle.Jekyll => 6, _ => 5 }, read.Children.Count);
            Assert.Equal("\n# Body\n", rest);
        }
    }

    [Theory]
    [InlineData("hugo")]
    [InlineData("jekyll")]
    [InlineData("quarto")]
    public async Task An_issue_begins_with_it_and_goes_on_as_it_was_edited(string style)
    {
        await using var bench = await FinishedMonth.StartAsync();
        bench.List("2024-04.md", "- 2404.00001 #wood\n- 2404.00002 #survey #wood\n");

        var ran = await bench.PublishAsync("--set", $"Publish:FrontMatter={style}");

        var (read, rest) = Read(await File.ReadAllTextAsync(bench.Published(), Token));
        Assert.Equal(0, ran.Exit);
        Assert.Equal(("Gears of April", "A word before all."), (Text(read, "title"), Text(read, "summary")));
        Assert.Equal(TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null), Text(read, "date"));
        Assert.Equal(["cs.CL", "survey", "wood"], ((YamlSequenceNode)read["tags"]).Select(tag => ((YamlScalarNode)tag).Value));
        Assert.Equal("\n" + bench.Read("drafts", "2024-04.md"), rest);
    }

    [Fact]
    public async Task The_date_stays_that_of_the_first_time()
    {
        await using var bench = await FinishedMonth.StartAsync();
        await bench.PublishAsync("--set", "Publish:FrontMatter=hugo");
        var receipt = await File.ReadAllTextAsync(bench.Receipt(), Token);
        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", null);
        var earlier = receipt.Replace(
            $"\"firstPublished\": \"{today}\"", "\"firstPublished\": \"2024-05-02\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(bench.Receipt(), earlier, Token);

        await bench.PublishAsync("--again", "--set", "Publish:FrontMatter=hugo");

        Assert.Contains("\ndate: 2024-05-02\n", await File.ReadAllTextAsync(bench.Published(), Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_that_it_is_the_first_of_the_next_month()
    {
        await using var bench = await FinishedMonth.StartAsync();

        var ran = await bench.RunAsync(
            "draft", "2024-04", "--edited", "--format", "markdown", "--output", "-", "--set", "Publish:FrontMatter=hugo");

        var (read, body) = Read(ran.Output);
        Assert.Equal(("Gears of April", "2024-05-01"), (Text(read, "title"), Text(read, "date")));
        Assert.Equal("\n" + bench.Read("drafts", "2024-04.md"), body);
    }

    [Fact]
    public async Task The_editors_own_front_matter_stays_alone()
    {
        await using var bench = await FinishedMonth.StartAsync();
        FinishedMonth.Edit(bench, text => $"---\ntitle: Mine\n---\n\n{text}");

        await bench.PublishAsync("--set", "Publish:FrontMatter=hugo");

        Assert.Equal(bench.Read("drafts", "2024-04.md"), await File.ReadAllTextAsync(bench.Published(), Token));
    }

    [Theory]
    [InlineData("---\ntitle: \"x\"\ntags:\n- \"2404.00003\"\n---\n\n")]
    [InlineData("---\ntitle: \"See https://arxiv.org/abs/2404.00003\"\nlinks:\n  - https://arxiv.org/abs/2404.00003\n...\n")]
    public void A_paper_that_it_names_is_no_entry(string before)
    {
        var list = global::Sheaf.Lists.Import.ListReader.ReadWhole(
            "2024-04.md", Encoding.UTF8.GetBytes($"{before}* Widgets by Specimen (1 Apr), https://arxiv.org/abs/2404.00001\n"));

        Assert.Equal(["2404.00001"], list.Listed.Select(claim => $"{claim.Reference.Reference}"));
        Assert.Contains(list.Claims, claim => $"{claim.Reference.Reference}" == "2404.00003");
    }

    [Theory]
    [InlineData("---\n- 2404.00001\n---\n- 2404.00002\n")]
    [InlineData("---\n\nSome words: here\n\n- 2404.00001\n\n---\n\n- 2404.00002\n")]
    [InlineData("--- a: b\nnote: x\n- 2404.00001\n- 2404.00002\n---\n")]
    public void Lines_of_dashes_in_a_text_are_none(string text) => Assert.Equal(
        2, global::Sheaf.Lists.Import.ListReader.ReadWhole("x.md", Encoding.UTF8.GetBytes(text)).Listed.Count());

    private static (YamlMappingNode Read, string Body) Read(string text)
    {
        Assert.StartsWith("---\n", text, StringComparison.Ordinal);
        var end = text.IndexOf("\n---\n", StringComparison.Ordinal);
        var yaml = new YamlStream();
        using var reader = new StringReader(text[4..end]);
        yaml.Load(reader);
        return ((YamlMappingNode)Assert.Single(yaml.Documents).RootNode, text[(end + 5)..]);
    }

    private static string? Text(YamlMappingNode read, string key) => ((YamlScalarNode)read[key]).Value;
}
