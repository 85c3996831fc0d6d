using Sheaf.Editing;
using Sheaf.Markdown;
using Sheaf.TestKit;

namespace Sheaf.Tests.Editing;

/// <summary>Star, tags, note and section of an entry that a page shows.</summary>
public sealed class ChangingEntriesOfLists : IDisposable
{
    private static readonly string[] Notes =
        ["", "a note", "with — a dash", "one\ntwo", "one\n\n- a point\n- another", "#not a tag", "50 | 60", "★ star", "see 2404.09999"];

    private readonly EditorsFolder _folder = new();

    private ChangingEntries Changing => new(_folder.Workspace, _folder.Files);

    private EntryReader Entries => new(_folder.Files);

    public static TheoryData<string> Files => [.. AllLists()];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("- 2404.00001", "one\ntwo", "- 2404.00001 — one\n  two")]
    [InlineData("1. 2404.00001 — old\n   older", "one\n\ntwo", "1. 2404.00001 — one\n\n   two")]
    [InlineData("- 2404.00001\n\told", "new", "- 2404.00001\n\tnew")]
    [InlineData("- 2404.00001 — old\n  older", "", "- 2404.00001")]
    [InlineData("- 2404.00001\n  old\n// aside\n  older", "", "- 2404.00001\n// aside")]
    [InlineData("- 2404.00001 ★ #a — old", "new", "- 2404.00001 ★ #a — new")]
    [InlineData("- Widgets\n  https://arxiv.org/abs/2404.00001", "new", "- Widgets\n  https://arxiv.org/abs/2404.00001 — new")]
    [InlineData("| 2404.00001 | yes — old | no |", "new", "| 2404.00001 | yes — new | no |")]
    [InlineData("- 2404.00001 — old", "old", "- 2404.00001 — old")]
    public void A_note_goes_where_the_entry_has_its_own(string lines, string note, string changed)
    {
        _folder.Write("curated/2024-04.md", $"# April\n\n{lines}\n\n- 2404.00002 — other\n");
        var entry = First();

        var made = Changing.Change(entry.Key, entry.Etag, new WantedEntry { Note = note }, null, TestContext.Current.CancellationToken);

        Assert.Equal($"# April\n\n{changed}\n\n- 2404.00002 — other\n", _folder.Read("curated/2024-04.md"));
        Assert.Equal(note.Length == 0 ? null : note, made.Entry!.Note);
        Assert.Equal(lines == changed, made.Edit is null);
    }

    [Fact]
    public void Tags_are_replaced_and_other_words_stay()
    {
        _folder.Write("curated/2024-04.md", "- 2404.00001 ★ #old, by hand #kept — words #stay\n");
        var entry = First();

        Changing.Change(
            entry.Key, entry.Etag, new WantedEntry { Tags = ["kept", "#new"], Starred = false }, "Ada",
            TestContext.Current.CancellationToken);

        Assert.Equal("- 2404.00001 by hand #kept #new — words #stay\n", _folder.Read("curated/2024-04.md"));
        Assert.Equal("change 2404.00001, Ada", _folder.Files.Latest(1)[0].What);
    }

    [Theory]
    [InlineData("B", "# T\n\n## A\n\n- 2404.00002\n\n## B\n\n- 2404.00003\n- 2404.00001 — one\n  two\n")]
    [InlineData("", "# T\n\n- 2404.00001 — one\n  two\n\n## A\n\n- 2404.00002\n\n## B\n\n- 2404.00003\n")]
    [InlineData("New", "# T\n\n## A\n\n- 2404.00002\n\n## B\n\n- 2404.00003\n\n## New\n\n- 2404.00001 — one\n  two\n")]
    public void It_moves_under_another_heading_with_all_of_its_lines(string section, string expected)
    {
        const string Before = "# T\n\n## A\n\n- 2404.00001 — one\n  two\n- 2404.00002\n\n## B\n\n- 2404.00003\n";
        _folder.Write("curated/2024-04.md", Before);
        var entry = First();

        var moved = Changing.Change(
            entry.Key, entry.Etag, new WantedEntry { Section = section }, null, TestContext.Current.CancellationToken);

        Assert.Equal(expected, _folder.Read("curated/2024-04.md"));
        Assert.Equal(
            (section.Length == 0 ? null : section, entry.Key, entry.Etag),
            (moved.Entry!.Section, moved.Entry.Key, moved.Entry.Etag));
        _folder.Undo();
        Assert.Equal(Before, _folder.Read("curated/2024-04.md"));
    }

    [Fact]
    public void Other_lines_may_change_meanwhile_but_not_its_own()
    {
        _folder.Write("curated/2024-04.md", "- 2404.00001 — mine\n- 2404.00002\n");
        var entry = First();
        _folder.Write("curated/2024-04.md", "# New\n\n- 2404.00003\n- 2404.00001 — mine\n- 2404.00002 — more\n");
        var starred = Changing.Change(
            entry.Key, entry.Etag, new WantedEntry { Starred = true }, null, TestContext.Current.CancellationToken);
        Assert.Equal((entry.Key, 4, true), (starred.Entry!.Key, starred.Entry.Line, starred.Entry.Starred));

        var changed = Assert.Throws<EntryChangedException>(() => Changing.Change(
            entry.Key, entry.Etag, new WantedEntry { Note = "yours" }, null, TestContext.Current.CancellationToken));
        Assert.Throws<EntryChangedException>(
            () => Changing.Remove(entry.Key, entry.Etag, isConfirmed: true, null, TestContext.Current.CancellationToken));

        Assert.Equal("- 2404.00001 ★ — mine", changed.Now!.Text);
        Assert.Equal("- 2404.00001 ★ — yours", changed.Asked);
        Assert.Equal("# New\n\n- 2404.00003\n- 2404.00001 ★ — mine\n- 2404.00002 — more\n", _folder.Read("curated/2024-04.md"));
    }

    [Theory]
    [InlineData(" — words")]
    [InlineData(", 2404.00002")]
    public void One_of_two_of_the_same_paper_is_removed_and_what_else_the_line_says_only_when_confirmed(string more)
    {
        _folder.Write("curated/2024-04.md", $"- 2404.00001\n- 2404.00001{more}\n");
        var entry = Entries.Read(EditorsFolder.April, _ => null)[1];

        Assert.Throws<WordsAtStakeException>(
            () => Changing.Remove(entry.Key, entry.Etag, isConfirmed: false, null, TestContext.Current.CancellationToken));
        var removed = Changing.Remove(entry.Key, entry.Etag, isConfirmed: true, null, TestContext.Current.CancellationToken);

        Assert.Null(removed.Entry);
        Assert.Equal("- 2404.00001\n", _folder.Read("curated/2024-04.md"));
    }

    [Theory]
    [InlineData("We read 2404.00001 with joy.", "note", "is running prose")]
    [InlineData("| 2404.00001 | a |", "one\ntwo", "is a row of a table")]
    [InlineData("- 2404.00001", "one\n- 2404.00005", "would be read otherwise")]
    [InlineData("- 2404.00001", "one\n// two", "would be read otherwise")]
    public void Where_there_is_no_place_that_is_a_sentence(string line, string note, string sentence)
    {
        _folder.Write("curated/2024-04.md", $"{line}\n");
        var entry = First();

        var refused = Assert.Throws<EditRefusedException>(() => Changing.Change(
            entry.Key, entry.Etag, new WantedEntry { Note = note }, null, TestContext.Current.CancellationToken));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, refused.Line);
        Assert.Equal($"{line}\n", _folder.Read("curated/2024-04.md"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Whatever_the_list_only_that_entry_changes_and_reading_gives_what_was_set(string file)
    {
        var random = new Random(20240601);
        var text = File.ReadAllText(Path.Combine(ReferenceData.Checkout, file));
        string[] forms = [text, text.ReplaceLineEndings("\r\n"), "\ufeff" + text.TrimEnd('\r', '\n')];
        for (var round = 0; round < 9; round++)
        {
            var before = forms[round % forms.Length];
            File.WriteAllBytes(_folder.List, System.Text.Encoding.UTF8.GetBytes(before));
            var entries = Entries.Read(EditorsFolder.April, _ => null);
            if (entries.Count == 0)
            {
                return;
            }

            var at = random.Next(entries.Count);
            var wanted = new WantedEntry
            {
                Starred = random.Next(3) switch { 0 => true, 1 => false, _ => null },
                Tags = random.Next(3) switch { 0 => [], 1 => ["one", .. entries[at].Tags.Take(1)], _ => null },
                Note = random.Next(2) == 0 ? Notes[random.Next(Notes.Length)] : null,
            };
            try
            {
                var made = Changing.Change(
                    entries[at].Key, entries[at].Etag, wanted, null, TestContext.Current.CancellationToken);
                Check(before, entries, at, wanted, made);
            }
            catch (EditRefusedException)
            {
                Assert.Equal(before, ReadExactly());
            }
        }
    }

    private void Check(string before, IReadOnlyList<ListEntry> entries, int at, WantedEntry wanted, EntryOutcome made)
    {
        var now = Entries.Read(EditorsFolder.April, _ => null);
        Assert.Equal(entries.Select(entry => entry.Key), now.Select(entry => entry.Key));
        Assert.Equal(
            entries.Where((_, index) => index != at).Select(entry => (entry.Etag, entry.Section)),
            now.Where((_, index) => index != at).Select(entry => (entry.Etag, entry.Section)));
        Assert.Equal(wanted.Starred ?? entries[at].Starred, now[at].Starred);
        Assert.Equal(
            (wanted.Tags ?? entries[at].Tags).Order(StringComparer.Ordinal), now[at].Tags.Order(StringComparer.Ordinal));
        Assert.Equal(wanted.Note is { Length: 0 } ? null : wanted.Note ?? entries[at].Note, now[at].Note);
        if (made.Edit is { } number)
        {
            var own = entries[at].Text.Split('\n').ToHashSet();
            var kept = MarkdownLine.Split(before).Select(line => line.Text).Where(line => !own.Contains(line)).ToList();
            Assert.Empty(kept.Except(MarkdownLine.Split(ReadExactly()).Select(line => line.Text)));
            Assert.NotNull(_folder.Undo(number));
            Assert.Equal(before, ReadExactly());
        }
    }

    private static IEnumerable<string> AllLists()
    {
        var cases = Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Tests", "Lists", "Import", "Cases");
        return Directory.EnumerateFiles(cases, "*", SearchOption.AllDirectories).Where(IsText)
            .Concat(Directory.EnumerateFiles(Path.Combine(ReferenceData.Checkout, "src", "Sheaf", "Demo"), "*.md"))
            .Select(path => Path.GetRelativePath(ReferenceData.Checkout, path)).Order(StringComparer.Ordinal);
    }

    private static bool IsText(string path)
    {
        try
        {
            new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private string ReadExactly() => System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(_folder.List));

    private ListEntry First() => Entries.Read(EditorsFolder.April, _ => null)[0];
}
