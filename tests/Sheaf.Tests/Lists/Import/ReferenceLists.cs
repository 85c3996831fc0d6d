using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sheaf.Lists.Import;

namespace Sheaf.Tests.Lists.Import;

/// <summary>
/// Real lists: a round-up as found on the web, and the facts of published and curated lists in the shapes they are printed in.
/// </summary>
public sealed partial class ReferenceLists
{
    [Fact]
    public void The_roundup_has_its_entries_in_order_with_their_titles()
    {
        using var key = JsonDocument.Parse(File.ReadAllText(ReferenceData.PathOf("articles", "april-2024-roundup.expected.json")));
        var expected = key.RootElement.GetProperty("entries").EnumerateArray().ToList();

        var entries = ReadRoundup().Where(claim => claim.IsEntry).ToList();

        Assert.Equal(
            expected.Select(entry => Spelled(entry.GetProperty("title").GetString()!)),
            entries.Select(claim => Spelled(claim.Title ?? "")));
        Assert.All(entries, claim => Assert.False(string.IsNullOrEmpty(claim.Note)));
    }

    /// <summary>Other machines, and other people, would have written the same round-up so.</summary>
    [Theory]
    [InlineData("两", "二")]
    [InlineData("二", "2")]
    [InlineData("(?<=arxiv.org/abs/.*)0", "零")]
    [InlineData("(?<=arxiv.org/abs/.*)1", "一")]
    [InlineData("(?<=arxiv.org/abs/.*)4", "四")]
    [InlineData("(?<=arxiv.org/abs/.*)8", "八")]
    [InlineData("(?<=arxiv.org/abs/.*)0", "O")]
    [InlineData("\n", "\r\n")]
    [InlineData("(?m)(?<=^  • (论文|链接)):", "\uff1a")]
    [InlineData("(?m)^  • (论文|链接):", "$1\uff1a ")]
    [InlineData("(?m)^  • 论文:", "论文标题\uff1a")]
    [InlineData("(?m)^  • 论文:", "标题: ")]
    [InlineData("(?m)^  • 链接:", "  • 论文链接\uff1a")]
    [InlineData("(?m)^  • 链接:", "  • Link: ")]
    [InlineData("(?m)^  • 论文:(.*)$", "  • **$1**")]
    [InlineData("(?m)^  • 论文:(.*)\n  • 链接:", "### $1\n\n")]
    [InlineData("(?m)^  • 论文:(.*)\n  • 链接:", "**$1**\n")]
    [InlineData("(?m)^  • 论文:(.*)\n  • 链接:", "$1\n\n")]
    [InlineData("(?m)^  • 论文:(.*)\n  • 链接:(.*)$", "- [$1]($2)")]
    [InlineData("(?m)^  • 论文:(.*)\n  • 链接:", "1. $1\n   ")]
    [InlineData("(?m)^  • 论文:(.*)\n  • 链接:", "7、论文\uff1a$1\n链接\uff1a")]
    [InlineData("(?m)^  • 链接:(.*)$", "  • 链接:<$1>")]
    [InlineData("(?m)^  • 链接:(.*)$", "  • 链接:[$1]($1)")]
    [InlineData("(?m)^  • 链接:(.*)$", "  • 链接:[arXiv]($1)")]
    [InlineData("(?m)^  • 链接:(.*)$", "  • 链接:$1\n  • 代码:https://github.com/widget/gears")]
    [InlineData("(?m)^  • 链接:(.*)$", "  • 代码:https://github.com/widget/gears\n  • 链接:$1")]
    [InlineData("(?m)^  • 链接:(.*)$", "  • 链接:$1\n\n图片")]
    [InlineData("(?m)^  • 链接:", "\n  • 链接:")]
    [InlineData("https://arxiv.org/abs/", "arxiv.org/abs/")]
    [InlineData("https://arxiv.org/abs/", "https://arxiv.org/\nabs/")]
    [InlineData("https://arxiv.org/abs/", "https://arxiv.org/abs/\n")]
    [InlineData("https://arxiv.org/abs/", "http://www.arxiv.org/pdf/")]
    [InlineData("https://arxiv.org/abs/", "https://arxiv\u3002org/abs/")]
    [InlineData("https://arxiv.org/abs/", "https\uff1a//arxiv.org/abs/")]
    [InlineData("https://arxiv.org/abs/(.....)", "arXiv\uff1a$1")]
    public void The_roundup_is_read_the_same_in_other_shapes(string pattern, string replacement)
    {
        using var key = JsonDocument.Parse(File.ReadAllText(ReferenceData.PathOf("articles", "april-2024-roundup.expected.json")));
        var expected = key.RootElement.GetProperty("entries").EnumerateArray().ToList();
        var text = Regex.Replace(File.ReadAllText(ReferenceData.PathOf("articles", "april-2024-roundup.zh.txt")), pattern, replacement);

        var entries = ForeignText.Read("roundup.txt", text).Where(claim => claim.IsEntry).ToList();

        Assert.Equal(
            expected.Select(entry => (entry.GetProperty("repaired_id").GetString(), Spelled(entry.GetProperty("title").GetString()!))),
            entries.Select(claim => (claim.Id(), Spelled(claim.Title ?? ""))));
    }

    [Fact]
    public void The_roundup_has_its_names_and_days_where_they_slipped_in()
    {
        var claims = ReadRoundup().Where(claim => claim.Day is not null).ToList();

        Assert.Equal(
            [("An Ma Lin", true, "25.4."), ("Shen Guo Cai Qin", false, "11.4.")],
            claims.Select(claim => (string.Join(' ', claim.Surnames), claim.EtAl, claim.Date()!)));
    }

    [Fact]
    public void The_roundup_has_its_identifiers_as_far_as_they_can_be_repaired()
    {
        using var key = JsonDocument.Parse(File.ReadAllText(ReferenceData.PathOf("articles", "april-2024-roundup.expected.json")));
        var expected = key.RootElement.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("repaired_id").GetString())
            .ToList();
        var bodyLinks = key.RootElement.GetProperty("body_links").EnumerateArray()
            .Select(link => link.GetProperty("repaired_id").GetString());

        var claims = ReadRoundup();

        // A reference that nothing repairs is there all the same, with its problem.
        Assert.All(claims.Where(claim => claim.IsEntry).Zip(expected), pair => Assert.Equal(pair.Second, pair.First.Id() ?? pair.Second));
        Assert.All(claims, claim => Assert.True(claim.Reference.Reference is null != claim.Reference.Problem is null));
        Assert.All(claims.Where(claim => !claim.IsEntry).Zip(bodyLinks), pair => Assert.Equal(pair.Second, pair.First.Id() ?? pair.Second));
        Assert.Equal(3, claims.Count(claim => !claim.IsEntry));
    }

    [Theory]
    [InlineData("2023-10")]
    [InlineData("2024-01")]
    [InlineData("2024-04")]
    [InlineData("2024-05")]
    public void A_published_list_is_read_back_as_printed(string month)
    {
        using var list = JsonDocument.Parse(File.ReadAllText(ReferenceData.PathOf("published", $"{month}.json")));
        var entries = list.RootElement.GetProperty("entries").EnumerateArray().ToList();
        foreach (var marker in new[] { "", "* " })
        {
            var text = string.Concat(entries.Select(entry => $"{marker}{Printed(entry)}\n\n  A sentence about it.\n\n"));

            var claims = ForeignText.Read("list.md", text);

            Assert.Equal(entries.Select(Facts), claims.Select(Facts));
        }
    }

    [Theory]
    [InlineData("raschka_2025H1_section1a.json", "8 Feb, {0}, https://arxiv.org/abs/{1}")]
    [InlineData("raschka_2025H1_section1a.json", "- 8 Feb, {0}, [https://arxiv.org/abs/{1}](https://arxiv.org/abs/{1})")]
    [InlineData("raschka_2024-01_02_04_05.json", "{0}\nhttps://arxiv.org/abs/{1}\n\nA sentence about it.\n")]
    [InlineData("hf_daily_2024.json", "- [{0}](https://arxiv.org/abs/{1})")]
    [InlineData("xianshang33_llm_paper_daily.json", "- {0} ([paper](https://arxiv.org/abs/{1}))")]
    [InlineData("xianshang33_llm_paper_daily.json", "### {0}\n\n<https://arxiv.org/abs/{1}>\n\nA sentence about it.\n")]
    [InlineData(
        "dair_papers_of_the_week.json",
        "| 7) **{0}** - a comment of some words. | [Paper](https://arxiv.org/abs/{1}), [Post](https://example.org/2) |")]
    public void A_curated_list_is_read_back_in_its_shape(string file, string shape)
    {
        using var list = JsonDocument.Parse(File.ReadAllText(ReferenceData.PathOf("curated", file)));
        var entries = list.RootElement.EnumerateArray()
            .Where(entry => entry.GetProperty("arxiv_id").GetString() is not null && entry.GetProperty("title").GetString() is not null)
            .Select(entry => (Title: entry.GetProperty("title").GetString()!, Id: entry.GetProperty("arxiv_id").GetString()!)).ToList();
        var text = string.Concat(
            entries.Select(entry => string.Format(CultureInfo.InvariantCulture, shape, Escaped(entry.Title), entry.Id) + "\n"));

        var claims = ForeignText.Read("list.md", text).Where(claim => claim.IsEntry).ToList();

        Assert.Equal(entries.Select(entry => entry.Id), claims.Select(claim => claim.Id()));
        var wrong = entries.Zip(claims).Where(pair => Spelled(pair.First.Title) != Spelled(pair.Second.Title ?? ""))
            .Select(pair => $"{pair.First.Title} -> {pair.Second.Title}").ToList();
        // A title that is one word, or begins as a day, cannot be told from other words in every shape.
        Assert.True(wrong.Count <= entries.Count / 50, $"{wrong.Count} of {entries.Count}: {string.Join('\n', wrong.Take(40))}");
    }

    private static IReadOnlyList<Claim> ReadRoundup() =>
        ListReader.Read("april-2024-roundup.zh.txt", File.ReadAllBytes(ReferenceData.PathOf("articles", "april-2024-roundup.zh.txt")));

    private static string Printed(JsonElement entry)
    {
        var (title, names, day) =
            (entry.GetProperty("title").GetString(), entry.GetProperty("surnames_printed").GetString(), entry.GetProperty("date_printed")
                .GetString());
        var star = entry.GetProperty("starred").GetBoolean() ? " *" : "";
        return $"{title} by {(names is null ? "" : $"{names} ")}{(day is null ? "" : $"({day})")}, "
            + $"{entry.GetProperty("link").GetString()}{star}";
    }

    private static (string, string, bool, string?, string?, bool, bool) Facts(JsonElement entry)
    {
        var day = entry.GetProperty("date_iso").GetString() is { } iso
            ? DateOnly.Parse(iso, CultureInfo.InvariantCulture)
            : (DateOnly?)null;
        return (entry.GetProperty("title")
            .GetString()!, string.Join('|', entry.GetProperty("surnames").EnumerateArray().Select(name => name.GetString())),
            entry.GetProperty("et_al").GetBoolean(), day?.ToString("d.M.", CultureInfo.InvariantCulture),
            entry.GetProperty("link_id").GetString(), entry.GetProperty("starred").GetBoolean(), true);
    }

    private static (string, string, bool, string?, string?, bool, bool) Facts(Claim claim) => (
        claim.Title ?? "", string.Join('|', claim.Surnames), claim.EtAl, claim.Day is { } day ? $"{day.Day}.{day.Month}." : null,
        claim.Id(), claim.Starred, claim.IsEntry);

    private static string Escaped(string title) =>
        title.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
            .Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>The web copy lost spaces, and wrote some digits and question marks as other characters.</summary>
    private static string Spelled(string title)
    {
        var text = new StringBuilder(title).Replace("选修", "?").Replace("必修", "?").Replace('两', '2').Replace('二', '2').Replace(':', ':')
            .ToString();
        return Blank().Replace(text, "").TrimEnd('.', ',');
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
