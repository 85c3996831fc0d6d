using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Sheaf.Drafts.Formats;

namespace Sheaf.Tests.Hostile;

/// <summary>Everything that the program writes of hostile papers: for a terminal, a spreadsheet, another program, a draft, a log.</summary>
public sealed partial class OutputOfHostilePapers(OutputOfHostilePapers.Harvested harvested)
    : IClassFixture<OutputOfHostilePapers.Harvested>
{
    public static TheoryData<string> CommandsForReaders =>
    [
        "status 2024-04", "status", "check 2024-04", "draft 2024-04 --output -", "harvest 2024-04", "harvest 2024-04 --verbose",
        .. Enumerable.Range(0, HostilePapers.Texts.Count).Select(number => $"show {HostilePapers.Id(number)}"),
    ];

    public static TheoryData<string> CommandsForPrograms =>
    [
        "status 2024-04 --json", "check 2024-04 --json",
        .. Sheaf.Drafts.Formats.DraftFormat.All.Select(format => $"draft 2024-04 --format {format.Name} --output -"), "export papers",
        "export papers --json", "export entries",
        "export papers --format csv", "export entries --format csv", "harvest --json", $"show {HostilePapers.Id(6)} --json",
        $"show {HostilePapers.Id(14)} --json",
    ];

    [Theory]
    [MemberData(nameof(CommandsForReaders))]
    [MemberData(nameof(CommandsForPrograms))]
    public async Task No_terminal_is_commanded(string command)
    {
        var ran = await harvested.Bench.RunAsync(command.Split(' '));

        Assert.True(ran.Exit is 0 or 1, ran.Error);
        Assert.NotEmpty(ran.Output);
        IsHarmlessOnATerminal(ran.Output);
        IsHarmlessOnATerminal(ran.Error);
    }

    [Fact]
    public void Every_paper_is_there_and_its_letters_are_kept()
    {
        Assert.Equal(HostilePapers.Texts.Count, Regex.Count(harvested.Draft, "^\\* ", RegexOptions.Multiline));
        Assert.Contains(@"\[free\](javascript:alert(1))", harvested.Draft, StringComparison.Ordinal);
        Assert.Contains(@"\`code\` \*\*bold\*\*", harvested.Draft, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_holds_no_markup_but_its_own()
    {
        var own = harvested.Draft.Replace(" <!-- suggested -->\n", "\n", StringComparison.Ordinal)
            .Replace("  <!-- write here -->\n", "\n", StringComparison.Ordinal);
        var plain = Escaped().Replace(own, "x");

        Assert.DoesNotMatch(Tag(), plain);
        Assert.DoesNotMatch(@"\]\(|\]\[|^\s*\[[^\]]*\]:", plain);
        Assert.DoesNotMatch(@"&(#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);", plain);
        Assert.Equal(2, Regex.Count(plain, "^#", RegexOptions.Multiline));
        Assert.DoesNotMatch("(?m)^ {0,3}(```|~~~|[+-] |[0-9]+[.)] |>)", plain);
        IsHarmlessOnATerminal(harvested.Draft);
    }

    [Fact]
    public void A_suggestion_is_marked_once_whatever_its_text_claims()
    {
        var suggestions = harvested.Draft.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();

        Assert.Equal(HostilePapers.Texts.Count, suggestions.Count);
        Assert.All(suggestions, line => Assert.Equal(1, Regex.Count(Escaped().Replace(line, "x"), "<!--")));
        // Where the text leaves no sentence to print, there is the place for words alone.
        var sentences = suggestions.Where(line => line != "  <!-- write here -->").ToList();
        Assert.All(sentences, line => Assert.EndsWith(" <!-- suggested -->", line, StringComparison.Ordinal));
        Assert.True(sentences.Count >= 5, $"only {sentences.Count} hostile sentences are in the draft");
    }

    [Fact]
    public async Task No_cell_is_a_formula()
    {
        var csv = (await harvested.Bench.RunAsync("export", "papers", "--format", "csv")).Output;

        var cells = Cells(csv);
        Assert.Equal(0, cells.Count % 18);
        Assert.Equal(HostilePapers.Texts.Count + 1, cells.Count / 18);
        Assert.All(
            cells,
            cell => Assert.False(cell.TrimStart() is ['=' or '+' or '-' or '@' or '\uff1d' or '\uff0b' or '\uff0d' or '\uff20', ..], cell));
        Assert.Contains("'=cmd|' /C calc'!A0", cells);
    }

    [Fact]
    public async Task Json_says_exactly_what_arxiv_said()
    {
        using var papers = JsonDocument.Parse((await harvested.Bench.RunAsync("export", "papers", "--json")).Output);

        var titles = papers.RootElement.EnumerateArray().Select(paper => paper.GetProperty("title").GetString()).ToList();
        Assert.Contains("=cmd|' /C calc'!A0", titles);
        Assert.Contains("$<a title=\"$ \" href=\"javascript:alert(1)\">here</a>", titles);
    }

    private static void IsHarmlessOnATerminal(string text) => Assert.DoesNotContain(
        text.EnumerateRunes(),
        rune => rune.Value is not ('\n' or '\r' or 0x200c or 0x200d)
            && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator);

    /// <summary>RFC 4180, read by a few lines of our own.</summary>
    internal static List<string> Cells(string csv) =>
        [.. Cell().Matches(csv[..^2] + ",")
            .Select(
                cell => cell.Groups["quoted"].Success
                    ? cell.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)
                    : cell.Groups["plain"].Value)];

    [GeneratedRegex("""(?:"(?<quoted>(?:[^"]|"")*)"|(?<plain>[^,\r\n]*))(?:,|\r\n)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();

    /// <summary>What CommonMark takes for a character because of the backslash before it.</summary>
    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]")]
    private static partial Regex Escaped();

    /// <summary>More than CommonMark takes for a tag, a comment or an address.</summary>
    [GeneratedRegex(@"<(?:[!?/]|[A-Za-z][A-Za-z0-9.+-]*[\s/:>])")]
    private static partial Regex Tag();

    /// <summary>A workspace into which all of them have been harvested, and its draft.</summary>
    public sealed class Harvested : IAsyncLifetime
    {
        internal Workbench Bench { get; private set; } = null!;

        internal string Draft { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Bench = await Workbench.StartAsync(HostilePapers.Corpus());
            Bench.List("2024-04.md", HostilePapers.List());
            var harvest = await Bench.RunAsync("harvest", "--verbose");
            await Bench.RunAsync("draft", "2024-04");
            Assert.True(harvest.Exit == 0, harvest.Output + harvest.Error);
            Draft = Bench.Read("drafts", "2024-04.md");
        }

        public ValueTask DisposeAsync() => Bench.DisposeAsync();
    }
}
