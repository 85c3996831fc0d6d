using System.Text;
using Sheaf.Editing;
using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Markdown;

namespace Sheaf.Tests.Editing;

/// <summary>What holds for every list and every edit: the same random ones in each run.</summary>
public sealed class AnyListAnyEdit
{
    private const int Rounds = 3_000;

    private static readonly string[] Lines =
    [
        "- 2404.00001", "- 2404.00002 ★", "* **2404.00003** #agents — words of mine", "  more words", "  - a point", "\tdeeper",
        "- [A Title](https://arxiv.org/abs/2404.00004)",
        "- KAN: Networks", "  https://arxiv.org/abs/2404.00005", "2404.00006 #one #two", "| 2404.00007 | words |", "|---|---|",
        "| A | [x](https://arxiv.org/abs/2404.00008) — y |",
        "", "", "   ", "# April 2024", "## A section", "Prose about 2404.00009.", "// 2404.00001 taken out", "```", "~~~", "> 2404.00010",
        "- 2404.0001", "1. hep-th/9901001 — old",
        "- [ ] 2404.00011 *", "- 2404.00012 —", "Words", "---", "  2404.00013", "- 2404.00001 — again", "– 2404.00014",
        "\u200f- 2404.00015", "- **bold** 2404.00016** x",
    ];

    private static readonly string[] Endings = ["\n", "\n", "\n", "\r\n", "\r"];
    private static readonly string[] Notes = ["a note", "with — a dash", "see 2404.09999", "#not a tag", "50 | 60", "* star"];

    [Fact]
    public void Other_lines_stay_reading_gives_what_was_asked_and_it_can_be_taken_back_and_made_again()
    {
        var random = new Random(20240512);
        var done = new Dictionary<string, int>();
        for (var round = 0; round < Rounds; round++)
        {
            var before = RandomText(random);
            var list = new CuratedText("2024-04.md", TextOf(before));
            var (kind, splices) = RandomEdit(random, list, before);
            if (splices is { Length: > 0 })
            {
                CheckJournal(before, splices, $"round {round}, {kind}");
                done[kind] = done.GetValueOrDefault(kind) + 1;
            }
        }

        Assert.Equal(["add", "remove", "words"], done.Keys.Order(StringComparer.Ordinal));
        Assert.All(done.Values, count => Assert.InRange(count, Rounds / 20, Rounds));
    }

    [Fact]
    public void Edits_are_taken_back_from_among_lines_that_changed_meanwhile()
    {
        var random = new Random(20240513);
        var checkedAny = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var lines = Enumerable.Range(0, 12).Select(number => $"- 2404.{number:D5} — line {number}").ToList();
            var at = random.Next(lines.Count);
            var before = string.Join('\n', lines) + "\n";
            var list = new CuratedText("2024-04.md", TextOf(before));
            var entry = list.Entries[at];
            var splices = random.Next(2) == 0 ? list.Remove([entry])! : list.AddWords(entry, new LineWords(true, ["new"], null))!;
            var parts = ChangedLines.Of("curated/2024-04.md", false, before, splices).ToList();
            var after = Splice.Apply(before, splices);
            var other = random.Next(lines.Count);
            if (other != at)
            {
                string Meanwhile(string text) =>
                    text.Replace($"line {other}\n", $"line {other}, changed\n- 2405.00001 — and one more\n", StringComparison.Ordinal);

                var undone = Assert.Single(parts) is var part && ChangedLines.Inverse(Meanwhile(after), part, undo: true) is { } inverse
                    ? Splice.Apply(Meanwhile(after), [inverse]) : null;

                Assert.Equal(Meanwhile(before), undone);
                checkedAny++;
            }
        }

        Assert.True(checkedAny > Rounds / 2);
    }

    [Fact]
    public void A_line_that_was_changed_since_is_not_taken_back()
    {
        const string Before = "- 2404.00001\n";
        var parts = ChangedLines.Of("x", false, Before, [new Splice(Before.Length, 0, "- 2404.00002\n")]).ToList();

        Assert.Null(ChangedLines.Inverse("- 2404.00001\n- 2404.00002 — now with words\n", Assert.Single(parts), undo: true));
    }

    private static (string Kind, Splice[]? Splices) RandomEdit(Random random, CuratedText list, string before)
    {
        var entries = list.Entries.Where(entry => !entry.IsMention && entry.Reference is not null).ToList();
        switch (entries.Count == 0 ? 0 : random.Next(3))
        {
            case 0:
                var added = list.Append(["- 2404.11111 ★ #tag — note", "- 2404.22222"], "April 2024", out var first);
                if (added is not null)
                {
                    var after = Splice.Apply(before, added);
                    Assert.StartsWith(before, after, StringComparison.Ordinal);
                    var read = CuratedList.Parse("2024-04.md", after).Entries;
                    Assert.Equal(
                        [("2404.11111", first, true), ("2404.22222", first + 1, false)],
                        read.TakeLast(2).Select(entry => (entry.Raw, entry.Line, entry.Starred)));
                }

                return ("add", added);
            case 1:
                var going = entries.Where(_ => random.Next(2) == 0).DefaultIfEmpty(entries[0]).ToList();
                var removed = list.Remove(going);
                if (removed is not null)
                {
                    var own = going.SelectMany(entry => entry.Lines).ToHashSet();
                    Assert.Equal(
                        MarkdownLine.Split(before).Where(line => !own.Contains(line.Number)).Select(line => line.Text),
                        MarkdownLine.Split(Splice.Apply(before, removed)).Select(line => line.Text));
                }

                return ("remove", removed);
            default:
                var entry = entries[random.Next(entries.Count)];
                var words = new LineWords(
                    random.Next(2) == 0, random.Next(2) == 0 ? ["new-tag"] : [],
                    random.Next(2) == 0 ? Notes[random.Next(Notes.Length)] : null);
                var said = list.AddWords(entry, words);
                if (said is { Length: > 0 })
                {
                    var after = MarkdownLine.Split(Splice.Apply(before, said));
                    Assert.Equal(
                        MarkdownLine.Split(before).Where(line => line.Number != entry.Line).Select(line => line.Text),
                        after.Where(line => line.Number != entry.Line).Select(line => line.Text));
                }

                return ("words", said);
        }
    }

    private static void CheckJournal(string before, Splice[] splices, string what)
    {
        var after = Splice.Apply(before, splices);
        var parts = ChangedLines.Of("curated/2024-04.md", false, before, splices).ToList();

        var undo = parts.Select(part => ChangedLines.Inverse(after, part, undo: true)).ToList();
        if (undo.TrueForAll(splice => splice is not null))
        {
            Assert.True(before == Splice.Apply(after, undo.Select(splice => splice!.Value)), $"{what}: undo of {Show(before)}");
        }
        else
        {
            // Only among lines that say the same is there no telling which was meant.
            Assert.True(HasTwins(after) || HasTwins(before), $"{what}: no undo of {Show(before)}");
            return;
        }

        var redo = parts.Select(part => ChangedLines.Inverse(before, part, undo: false)).ToList();
        Assert.True(
            redo.TrueForAll(splice => splice is not null)
                ? after == Splice.Apply(before, redo.Select(splice => splice!.Value))
                : HasTwins(before),
            $"{what}: redo of {Show(before)}");
    }

    private static bool HasTwins(string text) => MarkdownLine.Split(text).GroupBy(line => line.Text).Any(same => same.Count() > 1);

    private static string Show(string text) =>
        text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string RandomText(Random random)
    {
        var ending = Endings[random.Next(Endings.Length)];
        var text = new StringBuilder(random.Next(5) == 0 ? "\ufeff" : "");
        for (var line = random.Next(14); line > 0; line--)
        {
            text.Append(Lines[random.Next(Lines.Length)]).Append(random.Next(20) == 0 ? "\r\n" : ending);
        }

        return random.Next(3) == 0 ? text.ToString().TrimEnd('\r', '\n') : text.ToString();
    }

    private static EditedText TextOf(string text) => EditedText.Of(Encoding.UTF8.GetBytes(text));
}
