using Sheaf.Arxiv.Identifiers;
using Sheaf.Editing;
using Sheaf.Lists;
using Sheaf.Store;

namespace Sheaf.Tests.Editing;

public sealed class TakingDecisionsBack : IDisposable
{
    private static readonly string[] Files = ["curated/2024-03.md", "curated/2024-04.md", "later.txt", "refused.txt"];
    private readonly EditorsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Any_depth_back_and_forth_gives_the_same_bytes()
    {
        _folder.Write("curated/2024-03.md", "\ufeff# March\r\n\r\n- 2403.00001 — mine\r\n- 2403.00002");
        var states = new List<string> { State() };
        Action[] edits =
        [
            () => _folder.Take("2404.00001", "2404.00002"),
            () => _folder.Take(new LineWords(true, ["gears"], "a note"), "2404.00001"),
            () => _folder.SetAside(SettingAside.Later, "next week", "2404.00002", "2404.00003"),
            () => _folder.Move(EditorsFolder.April, "2403.00001"),
            () => _folder.SetAside(SettingAside.Refused, null, "2404.00003", "2403.00002"),
            () => _folder.Remove(isConfirmed: true, "2403.00001"),
        ];
        foreach (var edit in edits)
        {
            edit();
            states.Add(State());
        }

        Assert.Equal(states.Count, states.Distinct().Count());
        for (var back = states.Count - 2; back >= 0; back--)
        {
            Assert.NotNull(_folder.Undo());
            Assert.Equal(states[back], State());
        }

        Assert.Null(_folder.Undo());
        for (var forth = 1; forth < states.Count; forth++)
        {
            Assert.NotNull(_folder.Redo());
            Assert.Equal(states[forth], State());
        }

        Assert.Null(_folder.Redo());
    }

    [Fact]
    public void What_was_written_elsewhere_since_stays()
    {
        _folder.Write("curated/2024-04.md", "# Mine\n\n- 2404.00001\n");
        _folder.Take("2404.00002");
        _folder.Write("curated/2024-04.md", "# Mine, edited\n\n- 2404.00001 — words\n- 2404.00002\n- 2404.00003\n");

        _folder.Undo();

        Assert.Equal("# Mine, edited\n\n- 2404.00001 — words\n- 2404.00003\n", _folder.Read("curated/2024-04.md"));
    }

    [Fact]
    public void A_line_with_new_words_is_a_sentence_and_nothing_is_written()
    {
        _folder.Take("2404.00001");
        _folder.Take("2404.00002");
        const string Edited = "# April 2024\n\n- 2404.00001\n- 2404.00002 — and why\n";
        _folder.Write("curated/2024-04.md", Edited);

        var refused = Assert.Throws<EditRefusedException>(() => _folder.Undo());

        Assert.Contains("changed at that place since", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Edited, _folder.Read("curated/2024-04.md"));
        Assert.False(_folder.Files.Latest(1)[0].IsUndone);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_the_journal_cannot_be_written_the_files_stay_as_it_says(bool looksLater)
    {
        using var folder = new EditorsFolder(looksLaterBy: looksLater ? TimeProvider.System : null);
        folder.Write("curated/2024-04.md", "- 2404.00001\n");
        folder.Take("2404.00002");
        var before = folder.Read("curated/2024-04.md");
        folder.TellStore("CREATE TRIGGER no_more BEFORE UPDATE ON edit BEGIN SELECT RAISE(ABORT, 'no more'); END");

        Assert.ThrowsAny<Exception>(() => folder.Undo());

        Assert.Equal(before, folder.Read("curated/2024-04.md"));
        Assert.False(folder.Files.Latest(1)[0].IsUndone);
        folder.TellStore("DROP TRIGGER no_more");
        Assert.NotNull(folder.Undo());
        Assert.Equal("- 2404.00001\n", folder.Read("curated/2024-04.md"));
    }

    [Fact]
    public void One_that_is_not_the_last_can_be_named()
    {
        _folder.Take("2404.00001");
        _folder.Take("2404.00002");
        _folder.Take("2404.00003");

        Assert.NotNull(_folder.Undo(2));

        Assert.Equal("# April 2024\n\n- 2404.00001\n- 2404.00003\n", _folder.Read("curated/2024-04.md"));
        Assert.Null(_folder.Undo(2));
        Assert.NotNull(_folder.Redo(2));
        Assert.Equal("# April 2024\n\n- 2404.00001\n- 2404.00002\n- 2404.00003\n", _folder.Read("curated/2024-04.md"));
    }

    [Fact]
    public void A_new_decision_ends_what_could_be_made_again()
    {
        _folder.Take("2404.00001");
        _folder.Undo();
        _folder.Take("2404.00002");

        Assert.Null(_folder.Redo());
    }

    [Fact]
    public void If_one_file_cannot_be_changed_none_is()
    {
        _folder.Write("curated/2024-03.md", "- 2403.00001\n  2403.00002\n");
        _folder.Write("curated/2024-04.md", "- 2404.00001 — words\n- 2404.00002\n  2404.00003\n");

        Assert.Throws<EditRefusedException>(() => _folder.SetAside(SettingAside.Refused, null, "2403.00002", "2404.00002"));

        Assert.Equal("- 2404.00001 — words\n- 2404.00002\n  2404.00003\n", _folder.Read("curated/2024-04.md"));
        Assert.Equal("- 2403.00001\n  2403.00002\n", _folder.Read("curated/2024-03.md"));
        Assert.False(File.Exists(_folder.Workspace.Refused));
        Assert.Empty(_folder.Files.Latest(5));
    }

    [Fact]
    public void A_store_that_cannot_be_used_hinders_no_decision()
    {
        var files = new EditorsFiles(
            _folder.Workspace, () => throw new StoreException(_folder.Workspace.Store, "is damaged."), TimeProvider.System);

        var (_, edit) = files.Change("later", edit => new SettingAside(_folder.Workspace, files)
            .SetAside(edit, SettingAside.Later, [ArxivIdentifier.Parse("2404.00001")], null, _ => false),
            TestContext.Current.CancellationToken);

        Assert.Equal("2404.00001\n", _folder.Read("later.txt"));
        Assert.Contains("sheaf undo will not take it back", Assert.Single(edit.Warnings), StringComparison.Ordinal);
    }

    private string State() => string.Join('\f', Files
        .Select(
            name => File.Exists(_folder.PathOf(name)) ? $"{name}: {Convert.ToHexString(File.ReadAllBytes(_folder.PathOf(name)))}" : ""));
}
