using System.Text;
using Sheaf.Curation;
using Sheaf.Drafts;
using Sheaf.Drafts.Model;
using static Sheaf.Tests.Drafts.InventedPapers;

namespace Sheaf.Tests.Drafts;

public sealed class TheDraftFile : IDisposable
{
    private readonly DirectoryInfo _workspace = Directory.CreateTempSubdirectory("sheaf-drafts-");

    private string Folder => Path.Combine(_workspace.FullName, "drafts");

    private string Draft => Path.Combine(Folder, "2024-04.md");

    private string New => Path.Combine(Folder, "2024-04.new.md");

    private string Base => Path.Combine(Folder, ".sheaf", "2024-04.base.md");

    private string Pending => Path.Combine(Folder, ".sheaf", "2024-04.pending.md");

    public void Dispose() => _workspace.Delete(recursive: true);

    [Fact]
    public void The_first_write_makes_the_draft_and_its_base()
    {
        Assert.Equal(new DraftOutcome(DraftOutcomeKind.Written, Draft), Write("one\n"));

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

        Assert.Equal(new DraftOutcome(DraftOutcomeKind.Unchanged, Draft), Write("one\n"));

        Assert.Equal(before, (File.GetLastWriteTimeUtc(Draft), File.GetLastWriteTimeUtc(Base)));
    }

    [Theory]
    [InlineData("one, edited\n")]
    [InlineData("one")]
    [InlineData("one\r\n")]
    [InlineData("\ufeffone\n")]
    [InlineData("")]
    public void An_edited_draft_is_not_touched_and_the_text_goes_beside_it(string edited)
    {
        Write("one\n");
        File.WriteAllText(Draft, edited);

        Assert.Equal(new DraftOutcome(DraftOutcomeKind.Beside, New), Write("two\n"));

        Assert.Equal((edited, "two\n", "one\n"), (Text(Draft), Text(New), Text(Base)));
    }

    [Fact]
    public void The_text_beside_is_kept_up_to_date()
    {
        Write("one\n");
        File.WriteAllText(Draft, "edited\n");
        Write("two\n");

        Assert.Equal(new DraftOutcome(DraftOutcomeKind.Beside, New), Write("three\n"));
        Assert.Equal(new DraftOutcome(DraftOutcomeKind.Beside, New), Write("three\n"));

        Assert.Equal(("edited\n", "three\n"), (Text(Draft), Text(New)));
    }

    [Fact]
    public void A_text_beside_that_was_edited_is_not_touched_either()
    {
        Write("one\n");
        File.WriteAllText(Draft, "edited\n");
        Write("two\n");
        File.WriteAllText(New, "also edited\n");

        var outcome = Write("three\n");

        Assert.Equal(new DraftOutcome(DraftOutcomeKind.Beside, Path.Combine(Folder, "2024-04.new-2.md")), outcome);
        Assert.Equal(("edited\n", "also edited\n", "three\n"), (Text(Draft), Text(New), Text(outcome.Path)));
    }

    [Fact]
    public void Without_a_base_the_draft_is_the_persons_and_stays_so()
    {
        Write("one\n");
        File.Delete(Base);

        Assert.Equal(DraftOutcomeKind.Unchanged, Write("one\n").Kind);
        Assert.False(File.Exists(Base));
        Assert.Equal(DraftOutcomeKind.Beside, Write("two\n").Kind);
        Assert.Equal("one\n", Text(Draft));
    }

    [Fact]
    public void A_draft_replaced_by_the_text_beside_it_is_Sheafs_again()
    {
        Write("one\n");
        File.WriteAllText(Draft, "edited\n");
        Write("two\n");
        File.Move(New, Draft, overwrite: true);

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

    [Theory]
    [InlineData("one\n", "one\n", "two\n")]
    [InlineData("two\n", "one\n", "two\n")]
    [InlineData("two\n", null, "two\n")]
    [InlineData(null, null, "two\n")]
    [InlineData("one\n", "one\n", "tw")]
    public void A_run_killed_between_two_writes_is_taken_up_by_the_next(string? draft, string? last, string pending)
    {
        foreach (var next in new[] { "two\n", "three\n" })
        {
            Leave((Draft, draft), (Base, last), (Pending, pending));

            var kind = Write(next).Kind;

            Assert.Equal(draft == next ? DraftOutcomeKind.Unchanged : DraftOutcomeKind.Written, kind);
            Assert.Equal((next, next, false), (Text(Draft), Text(Base), File.Exists(Pending)));
        }
    }

    [Theory]
    [InlineData("one\n")]
    [InlineData(null)]
    public void A_draft_edited_after_a_killed_run_is_the_persons(string? last)
    {
        Leave((Draft, "edited\n"), (Base, last), (Pending, "two\n"));

        Assert.Equal(DraftOutcomeKind.Beside, Write("two\n").Kind);
        Assert.Equal("edited\n", Text(Draft));
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

    private DraftOutcome Write(string text) => DraftFile.Write(Folder, April, text);

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
