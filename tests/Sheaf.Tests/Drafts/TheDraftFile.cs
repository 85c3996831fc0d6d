using System.Security.Cryptography;
using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts;
using Sheaf.Files;
using static Sheaf.Tests.Drafts.InventedEprints;

namespace Sheaf.Tests.Drafts;

public sealed class TheDraftFile : IDisposable
{
    private readonly DirectoryInfo _workspace = Directory.CreateTempSubdirectory("sheaf-drafts-");

    private string Folder => Path.Combine(_workspace.FullName, "drafts");

    private string Draft => Path.Combine(Folder, "2024-04.md");

    private string Base => Path.Combine(Folder, ".sheaf", "2024-04.base.md");

    public void Dispose() => _workspace.Delete(recursive: true);

    [Fact]
    public void The_first_write_makes_the_draft_and_its_base()
    {
        Assert.Equal((DraftOutcomeKind.Written, Draft), Kind(Write("one\n")));

        Assert.Equal(("one\n", "one\n"), (Text(Draft), Text(Base)));
        Assert.Equal([Base], Directory.GetFiles(Path.GetDirectoryName(Base)!));
        Assert.Equal([Draft], Directory.GetFiles(Folder));
    }

    [Fact]
    public void A_draft_nobody_edited_is_written_again()
    {
        Write("one\n");

        Assert.Equal(DraftOutcomeKind.Written, Write("two\n").Kind);

        Assert.Equal(("two\n", "two\n"), (Text(Draft), Text(Base)));
    }

    [Fact]
    public void The_same_text_again_touches_nothing()
    {
        Write("one\n");
        var before = (File.GetLastWriteTimeUtc(Draft), File.GetLastWriteTimeUtc(Base));

        Assert.Equal((DraftOutcomeKind.Unchanged, Draft), Kind(Write("one\n")));

        Assert.Equal(before, (File.GetLastWriteTimeUtc(Draft), File.GetLastWriteTimeUtc(Base)));
    }

    [Theory]
    [InlineData("one, edited\n", "one, edited\n")]
    [InlineData("one", "two")]
    [InlineData("one\r\n", "two\r\n")]
    [InlineData("\ufeffone\n", "\ufefftwo\n")]
    public void What_a_person_did_stays_and_the_rest_is_brought_up_to_date(string edited, string merged)
    {
        Write("one\n");
        File.WriteAllText(Draft, edited);

        Assert.Equal(edited == merged, Write("two\n").Kind == DraftOutcomeKind.Unchanged);

        Assert.Equal((merged, "two\n"), (Text(Draft), Text(Base)));
        Assert.Equal([Draft], Directory.GetFiles(Folder));
    }

    [Fact]
    public void A_draft_in_UTF_16_stays_in_UTF_16()
    {
        Write("one\n");
        File.WriteAllText(Draft, "one\n\nmine\n", Encoding.Unicode);

        Write("two\n");

        Assert.Equal("two\n\nmine\n", File.ReadAllText(Draft, Encoding.Unicode));
        Assert.Equal([0xFF, 0xFE], File.ReadAllBytes(Draft)[..2]);
    }

    [Fact]
    public void A_draft_that_is_no_text_is_left_alone()
    {
        Write("one\n");
        File.WriteAllBytes(Draft, [0x6F, 0xE9, 0x0A]);

        var failure = Assert.Throws<NotTextException>(() => Write("two\n"));

        Assert.Contains("UTF-8", failure.Message, StringComparison.Ordinal);
        Assert.Equal([0x6F, 0xE9, 0x0A], File.ReadAllBytes(Draft));
        Assert.Equal("one\n", Text(Base));
    }

    [Fact]
    public void Without_a_base_the_draft_is_the_persons()
    {
        Write("one\n");
        File.Delete(Base);

        Assert.Equal(DraftOutcomeKind.Unchanged, Write("two\n").Kind);

        Assert.Equal("one\n", Text(Draft));
    }

    [Fact]
    public void Starting_over_keeps_the_old_draft_under_the_first_free_name()
    {
        Write("one\n");
        File.WriteAllText(Draft, "first\n");
        var first = StartOver("two\n");
        File.WriteAllText(Draft, "second\n");
        var second = StartOver("two\n");

        Assert.Equal([Old(1), Old(2)], [first.OldCopy, second.OldCopy]);
        Assert.Equal(["first\n", "second\n", "two\n", "two\n"], [Text(Old(1)), Text(Old(2)), Text(Draft), Text(Base)]);
    }

    [Fact]
    public async Task A_save_of_the_new_draft_while_it_is_started_over_stays_and_so_does_the_copy()
    {
        var outcome = await StartOverBesideASaveAsync("new\nsaved meanwhile\n");

        Assert.Equal(Old(1), outcome.OldCopy);
        Assert.Equal(["words\n", "new\nsaved meanwhile\n", "new\n"], [Text(Old(1)), Text(Draft), Text(Base)]);
        Assert.Equal([Draft, Old(1)], Directory.GetFiles(Folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_save_of_the_old_draft_while_it_is_started_over_is_copied_too()
    {
        var outcome = await StartOverBesideASaveAsync("words\nsaved meanwhile\n");

        Assert.Equal((Old(2), Old(1)), (outcome.OldCopy, Assert.Single(outcome.SetAside)));
        Assert.Equal(["words\n", "words\nsaved meanwhile\n", "new\n", "new\n"], [Text(Old(1)), Text(Old(2)), Text(Draft), Text(Base)]);
    }

    [Fact]
    public void Starting_over_without_edits_keeps_no_copy()
    {
        Write("one\n");

        Assert.Null(StartOver("two\n").OldCopy);

        Assert.Equal("two\n", Text(Draft));
        Assert.Equal([Draft], Directory.GetFiles(Folder));
    }

    [Fact]
    public void Looking_ahead_writes_nothing()
    {
        Write("one\n");
        File.WriteAllText(Draft, "one\n\nmine\n");

        var preview = new DraftFile(Folder, April, Patience).Preview("two\n", new HashSet<ArxivIdentifier>());

        Assert.Equal(("one\n\nmine\n", "two\n\nmine\n"), (preview.Before, preview.After));
        Assert.Equal(("one\n\nmine\n", "one\n"), (Text(Draft), Text(Base)));
    }

    [Fact]
    public void A_draft_replaced_by_what_would_be_written_is_Sheafs_again()
    {
        Write("one\n");
        File.WriteAllText(Draft, "two\n");

        Assert.Equal(DraftOutcomeKind.Unchanged, Write("two\n").Kind);
        Assert.Equal(DraftOutcomeKind.Written, Write("three\n").Kind);
    }

    [Fact]
    public void A_draft_that_was_deleted_is_written_again()
    {
        Write("one\n");
        File.Delete(Draft);

        Assert.Equal(DraftOutcomeKind.Written, Write("one\n").Kind);
        Assert.Equal("one\n", Text(Draft));
    }

    /// <summary>Killed before the file was replaced, after it, and while the pending base was written.</summary>
    [Theory]
    [InlineData("one\n", "one\n", "two\n")]
    [InlineData("two\n", "one\n", "two\n")]
    [InlineData("two\n", null, "two\n")]
    [InlineData(null, null, "two\n")]
    public void A_run_killed_between_two_writes_is_taken_up_by_the_next(string? draft, string? last, string pending)
    {
        foreach (var next in new[] { "two\n", "three\n" })
        {
            Leave((Draft, draft), (Base, last), (PendingFor("two\n"), pending));

            var kind = Write(next).Kind;

            Assert.Equal(draft == next ? DraftOutcomeKind.Unchanged : DraftOutcomeKind.Written, kind);
            Assert.Equal((next, next), (Text(Draft), Text(Base)));
            Assert.Equal([Base], Directory.GetFiles(Path.GetDirectoryName(Base)!));
        }
    }

    [Theory]
    [InlineData("* one https://arxiv.org/abs/2404.00001\n")]
    [InlineData(null)]
    public void A_draft_edited_after_a_killed_run_is_the_persons(string? last)
    {
        const string Fresh = "* two https://arxiv.org/abs/2404.00001\n";
        const string Edited = "* edited https://arxiv.org/abs/2404.00001\n";
        Leave((Draft, Edited), (Base, last), (PendingFor(Fresh), Fresh));

        Assert.Equal(DraftOutcomeKind.Unchanged, Write(Fresh).Kind);
        Assert.Equal(DraftOutcomeKind.Unchanged, Write("* three https://arxiv.org/abs/2404.00001\n").Kind);

        Assert.Equal(Edited, Text(Draft));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_an_error_and_nothing_has_changed()
    {
        File.WriteAllText(Folder, "in the way");

        Assert.ThrowsAny<IOException>(() => Write("one\n"));

        Assert.Equal("in the way", Text(Folder));
    }

    [Fact]
    public void A_write_that_fails_leaves_no_file_behind()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "2024-04.md", "x"));

        Assert.ThrowsAny<Exception>(() => WholeFile.Replace(Draft, "one"u8));

        Assert.Empty(Directory.GetFiles(Folder));
    }

    private static Patience Patience =>
        new(
            FilePace.Default with { SecondLook = TimeSpan.FromMilliseconds(1) }, TimeProvider.System,
            TestContext.Current.CancellationToken);

    private DraftOutcome Write(string text) => new DraftFile(Folder, April, Patience).Write(text, new HashSet<ArxivIdentifier>());

    private DraftOutcome StartOver(string text) => new DraftFile(Folder, April, Patience).StartOver(text);

    /// <summary>Starts over from a draft with words of a person, while another program saves as soon as it sees the new draft.</summary>
    private async Task<DraftOutcome> StartOverBesideASaveAsync(string saved)
    {
        Write("old\n");
        File.WriteAllText(Draft, "words\n");
        var beside = Path.Combine(_workspace.FullName, "saved.md");
        File.WriteAllText(beside, saved);
        var patience = new Patience(
            FilePace.Default with { SecondLook = TimeSpan.FromSeconds(1) }, TimeProvider.System, TestContext.Current.CancellationToken);
        var editor = Task.Run(() =>
        {
            SpinWait.SpinUntil(() => Text(Draft) == "new\n");
            File.Move(beside, Draft, overwrite: true);
        });
        var outcome = new DraftFile(Folder, April, patience).StartOver("new\n");
        await editor;
        return outcome;
    }

    private string Old(int number) => Path.Combine(Folder, $"2024-04.old-{number}.md");

    /// <summary>The base that waits for the draft to hold this text.</summary>
    private string PendingFor(string text) => Path.Combine(
        Folder, ".sheaf", $"2024-04.pending-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}.md");

    private static (DraftOutcomeKind Kind, string Path) Kind(DraftOutcome outcome) => (outcome.Kind, outcome.Path);

    private static string Text(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(path));

    private static void Leave(params (string Path, string? Text)[] files)
    {
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Delete(path);
            if (text is not null)
            {
                File.WriteAllText(path, text);
            }
        }
    }
}
