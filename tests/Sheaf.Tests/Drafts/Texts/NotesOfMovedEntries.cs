using System.Globalization;
using Sheaf.Drafts.Texts;

namespace Sheaf.Tests.Drafts.Texts;

/// <summary>A note that is not indented goes with its paper, and no words come to stand behind another paper.</summary>
public sealed class NotesOfMovedEntries
{
    private const string First = "* First, https://arxiv.org/abs/2404.00001\n\nA note of the first.\n\n> On two lines.\n\n";
    private const string Second = "* Second, https://arxiv.org/abs/2404.00002\n\n";
    private const string Third = "* Third, https://arxiv.org/abs/2404.00003\n";

    [Fact]
    public void A_note_that_is_not_indented_goes_with_its_entry()
    {
        const string text = $"# A\n\n## B\n\n{First}{Second}{Third}";

        Assert.Equal($"# A\n\n## B\n\n{Second}{First}{Third}", Step(text, "* First", up: false));
        Assert.Equal($"# A\n\n## B\n\n{Second}{First}{Third}", Step(text, "* Second", up: true));
        Assert.Equal(text, Step($"# A\n\n## B\n\n{Second}{First}{Third}", "* First", up: true));
        Assert.Equal(text, Step($"# A\n\n## B\n\n{Second}{First}{Third}", "* Second", up: false));
    }

    [Fact]
    public void An_entry_comes_behind_the_words_that_the_next_section_begins_with() => Assert.Equal(
        $"# A\n\n## B\n\n## C\n\nWords of C.\n\n{Second}{Third}",
        Step($"# A\n\n## B\n\n{Second}## C\n\nWords of C.\n\n{Third}", "* Second", up: false));

    [Theory]
    [InlineData("* Second", true)]
    [InlineData("* First", false)]
    public void Words_at_the_end_of_a_section_may_be_no_note_so_nothing_is_moved_by_them(string block, bool up)
    {
        const string text = $"# A\n\n## B\n\n{First}{Second}Is this the end of the section?\n";

        Assert.Contains("indent", Move(text, block, up).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void In_any_draft_all_lines_are_kept_and_every_line_stays_behind_its_paper()
    {
        var random = new Random(20240401);
        var (moves, refusals) = (0, 0);
        for (var number = 0; number < 300; number++)
        {
            var text = AnyDraft(random);
            var blocks = MovingBlocks.Read(text);
            var targets = blocks.SelectMany(block => blocks.Select(other => other.Key).Append("").Append(block.Up).Append(block.Down)
                .OfType<string>().Distinct().Select(before => (block.Key, before)));
            foreach (var (block, before) in targets)
            {
                var (moved, refusal) = MovingBlocks.Move(text, block, before);
                Assert.True(moved is null != refusal is null);
                Assert.Equal(Owners(text), Owners(moved ?? text));
                (moves, refusals) = (moves + (moved is null ? 0 : 1), refusals + (moved is null ? 1 : 0));
            }
        }

        Assert.True(moves > refusals, FormattableString.Invariant($"{moves} moves, {refusals} refusals"));
    }

    /// <summary>Every line that is not blank, with the item that it stands behind.</summary>
    private static List<string> Owners(string text)
    {
        var (owner, owners) = ("", new List<string>());
        foreach (var line in text.Split('\n').Where(line => line.Length > 0))
        {
            var isEnd = line.StartsWith('#') || line == "---";
            owner = isEnd ? "" : line.StartsWith('*') ? line : owner;
            owners.Add($"{line} < {owner}");
        }

        return [.. owners.Order(StringComparer.Ordinal)];
    }

    private static string AnyDraft(Random random)
    {
        var text = new List<string> { "# April", "Some papers." };
        var paper = 0;
        for (var section = 0; section < random.Next(1, 4); section++)
        {
            text.Add(string.Create(CultureInfo.InvariantCulture, $"## Section {section}"));
            Perhaps($"Words of section {section}.", 3);
            for (var left = random.Next(4); left > 0; left--)
            {
                paper++;
                text.Add(FormattableString.Invariant($"* Paper {paper}, https://arxiv.org/abs/2404.{paper:00000}"));
                Perhaps($"  Indented words of {paper}.", 3);
                Perhaps($"A note of {paper}.", 3);
                Perhaps($"> Quoted for {paper}.", 5);
                Perhaps($"* No paper after {paper}", 6);
            }

            Perhaps($"---", 4);
            Perhaps($"The end of section {section}.", 5);
        }

        return string.Join("\n\n", text) + "\n";

        void Perhaps(FormattableString words, int often) =>
            text.AddRange(random.Next(often) == 0 ? [FormattableString.Invariant(words)] : []);
    }

    private static (string? Text, string? Refusal) Move(string text, string start, bool up)
    {
        var block = MovingBlocks.Read(text).First(block => block.Text.StartsWith(start, StringComparison.Ordinal));
        return MovingBlocks.Move(text, block.Key, up ? block.Up : block.Down);
    }

    private static string? Step(string text, string start, bool up) => Move(text, start, up).Text;
}
