using Microsoft.Extensions.Time.Testing;
using Sheaf.Editing;
using Sheaf.Files;
using Sheaf.TestKit.Storms;

namespace Sheaf.Tests.Editing;

/// <summary>Decisions that are answered at once, while other programs save the same files.</summary>
public sealed class LookingAgainLater : IDisposable
{
    private const string List = "curated/2024-04.md";
    private readonly FakeTimeProvider _clock = new();
    private readonly EditorsFolder _folder;

    public LookingAgainLater() => _folder = new EditorsFolder(FilePace.Default, _clock);

    private string Displaced => Assert.Single(Directory.GetFiles(_folder.Workspace.Curated, ".*"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Where_nobody_else_saves_nothing_is_waited_for_and_nothing_stays_behind()
    {
        SkipElsewhere();
        _folder.Write(List, "- 2404.00001\n");
        _folder.Decide("2404.00002", DecisionAction.Take);
        _folder.Decide("2404.00002", DecisionAction.Star);
        Assert.Equal(2, Directory.GetFiles(_folder.Workspace.Curated, ".*").Length);

        _clock.Advance(FilePace.Default.SecondLook);

        Assert.Empty(Directory.GetFiles(_folder.Workspace.Curated, ".*"));
        Assert.Equal("- 2404.00001\n- 2404.00002 ★\n", _folder.Read(List));
        Assert.Empty(_folder.MadeAgain);
    }

    [Fact]
    public void A_save_of_the_text_of_before_is_kept_and_the_decisions_are_made_again()
    {
        SkipElsewhere();
        _folder.Write(List, "- 2404.00001\n");
        _folder.Decide("2404.00002", DecisionAction.Star);
        var number = _folder.Decide("2404.00003", DecisionAction.Take).Edit;
        _folder.Write(List, "- 2404.00001 — a word\n");

        _clock.Advance(FilePace.Default.SecondLook);

        Assert.Equal("- 2404.00001 — a word\n- 2404.00002 ★\n- 2404.00003\n", _folder.Read(List));
        Assert.Equal(List, Assert.Single(_folder.MadeAgain).File);
        Assert.NotNull(_folder.Undo(number));
        Assert.Equal("- 2404.00001 — a word\n- 2404.00002 ★\n", _folder.Read(List));
    }

    [Fact]
    public void A_save_between_two_decisions_loses_neither()
    {
        SkipElsewhere();
        _folder.Write(List, "- 2404.00001\n");
        _folder.Decide("2404.00002", DecisionAction.Take);
        _folder.Write(List, "- 2404.00001 — a word\n");

        _folder.Decide("2404.00003", DecisionAction.Take);

        Assert.Equal("- 2404.00001 — a word\n- 2404.00003\n- 2404.00002\n", _folder.Read(List));
        _clock.Advance(FilePace.Default.SecondLook);
        _clock.Advance(FilePace.Default.SecondLook);
        Assert.Equal("- 2404.00001 — a word\n- 2404.00003\n- 2404.00002\n", _folder.Read(List));
        Assert.Empty(Directory.GetFiles(_folder.Workspace.Curated, ".*"));
    }

    [Fact]
    public void A_save_of_the_text_of_now_doubles_nothing()
    {
        SkipElsewhere();
        _folder.Write(List, "- 2404.00001\n");
        var taken = _folder.Decide("2404.00002", DecisionAction.Take).Edit;
        _folder.Undo(taken);
        _folder.Redo(taken);
        _folder.Write(List, "- 2404.00001 — a word\n- 2404.00002\n");

        _clock.Advance(FilePace.Default.SecondLook);

        Assert.Equal("- 2404.00001 — a word\n- 2404.00002\n", _folder.Read(List));
        Assert.Empty(_folder.MadeAgain);
    }

    [Fact]
    public void What_was_taken_back_stays_so_whatever_is_saved()
    {
        SkipElsewhere();
        _folder.Write(List, "- 2404.00001\n");
        var taken = _folder.Decide("2404.00002", DecisionAction.Take).Edit;
        _folder.Undo(taken);
        _folder.Write(List, "- 2404.00001 — a word\n- 2404.00002\n");

        _clock.Advance(FilePace.Default.SecondLook);

        Assert.Equal("- 2404.00001 — a word\n", _folder.Read(List));
    }

    [Fact]
    public void What_another_process_took_back_meanwhile_is_not_made_again()
    {
        SkipElsewhere();
        _folder.Write(List, "- 2404.00001\n");
        _folder.Decide("2404.00002", DecisionAction.Take);
        Assert.NotNull(_folder.OfAnotherProcess().Undo(null, TestContext.Current.CancellationToken));

        _clock.Advance(FilePace.Default.SecondLook);

        Assert.Equal("- 2404.00001\n", _folder.Read(List));
    }

    [Fact]
    public void What_is_written_into_the_displaced_file_comes_back_and_the_decisions_with_it()
    {
        SkipElsewhere();
        _folder.Write(List, "- 2404.00001\n");
        _folder.Decide("2404.00002", DecisionAction.Take);
        File.AppendAllText(Displaced, "- 2404.00009 — by who had it open\n");

        _clock.Advance(FilePace.Default.SecondLook);

        Assert.Equal("- 2404.00001\n- 2404.00009 — by who had it open\n- 2404.00002\n", _folder.Read(List));
        _clock.Advance(FilePace.Default.SecondLook);
        Assert.Empty(Directory.GetFiles(_folder.Workspace.Curated, ".*"));
    }

    [Fact]
    public void What_is_written_into_the_displaced_file_beside_a_save_on_top_is_kept_beside_it()
    {
        SkipElsewhere();
        _folder.Write(List, "- 2404.00001\n");
        _folder.Decide("2404.00002", DecisionAction.Take);
        File.AppendAllText(Displaced, "beneath\n");
        _folder.Write(List, "- 2404.00001 — on top\n");

        _clock.Advance(FilePace.Default.SecondLook);

        Assert.Equal("- 2404.00001 — on top\n- 2404.00002\n", _folder.Read(List));
        Assert.Equal("- 2404.00001\nbeneath\n", File.ReadAllText(Assert.Single(Assert.Single(_folder.MadeAgain).Kept)));
    }

    [Theory]
    [InlineData(nameof(SavingManner.Rename), 200)]
    [InlineData(nameof(SavingManner.InPlace), 200)]
    [InlineData(nameof(SavingManner.EmptyThenWrite), 40)]
    [InlineData(nameof(SavingManner.Append), 40)]
    [InlineData(nameof(SavingManner.MoveAway), 40)]
    public async Task Keys_and_saves_at_once_lose_and_double_nothing(string manner, int decisions)
    {
        using var folder = new EditorsFolder(FilePace.Default, TimeProvider.System);
        folder.Write(List, "# April\n\n- 2404.00001 — first\n");
        var number = 10_000;
        var editor = new SavingEditor(
            folder.List, "list", Enum.Parse<SavingManner>(manner), new Random(1), word => $"- 2403.{number++:D5} — {word}");

        // On a thread of its own: a decision waits on the thread that it runs on.
        var deciding = Task.Run(
            () =>
            {
                for (var paper = 1; paper <= decisions; paper += Decide(folder, paper) ? 1 : 0)
                {
                }
            },
            TestContext.Current.CancellationToken);
        while (!deciding.IsCompleted)
        {
            await editor.SaveAsync(TestContext.Current.CancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(60), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await deciding;
        folder.SecondLook!.Dispose();

        var text = folder.Read(List);
        var kept = string.Concat(Directory.GetFiles(folder.Workspace.Curated, "*.md").Select(File.ReadAllText));
        Assert.Empty(editor.MissingIn(kept));
        Assert.All(Enumerable.Range(1, decisions), paper => Assert.Equal(1, Count(text + folder.Read("refused.txt"), paper)));
        Assert.Contains("- 2404.00001 — first", text, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Workspace.Curated, ".*"));
    }

    /// <summary>False where it was said that another program kept saving all the time: then nothing was written.</summary>
    private static bool Decide(EditorsFolder folder, int paper)
    {
        try
        {
            var action = paper % 10 == 0 ? DecisionAction.Refuse : (DecisionAction)(paper % 2);
            return folder.Decide($"2404.{20_000 + paper:D5}", action).Edit is not null;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static int Count(string text, int paper) => text.Split($"2404.{20_000 + paper:D5}").Length - 1;

    private static void SkipElsewhere() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells who is writing, so that nothing need be waited for");
}
