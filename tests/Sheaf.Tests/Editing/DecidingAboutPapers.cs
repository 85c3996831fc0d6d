using Sheaf.Arxiv.Identifiers;
using Sheaf.Editing;
using Sheaf.Files;
using Sheaf.Store.Lists;

namespace Sheaf.Tests.Editing;

/// <summary>A decision, its undo and the file it stands in are one thing.</summary>
public sealed class DecidingAboutPapers : IDisposable
{
    private const string Paper = "2404.00001";

    private static readonly ArxivIdentifier Identifier = ArxivIdentifier.Parse(Paper);
    private static readonly string[] Names = ["curated/2024-04.md", "curated/ideas.md", "refused.txt", "later.txt"];
    private readonly EditorsFolder _folder = new();

    public static TheoryData<string, string> Steps => [.. from before in Actions from next in Actions select (before, next)];

    private static string[] Actions => Enum.GetNames<DecisionAction>();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Steps))]
    public void Whatever_it_was_it_is_in_one_state_afterwards_and_undo_gives_the_bytes_of_before(string before, string next)
    {
        _folder.Write("curated/ideas.md", "# Ideas\r\n\r\n- 2404.00009 — words\r\n");
        _folder.Write("refused.txt", "2404.00008 — a survey");
        _folder.Decide(Paper, Enum.Parse<DecisionAction>(before));
        var bytes = Bytes();

        var made = _folder.Decide(Paper, Enum.Parse<DecisionAction>(next));

        Assert.Equal(StateAfter(before), made.Before);
        Assert.Equal((StateAfter(next), StateAfter(next)), (made.Now, _folder.StateOf(Paper)));
        Assert.Equal(before == next || (before, next) is ("Reset", "Reset"), made.Edit is null);
        Assert.Equal(made.Now is PaperState.Taken or PaperState.Starred, made.Entry is not null);
        Assert.Equal(
            made.Now == PaperState.Open ? 0 : 1, Names.Sum(name => Read(name).Split(Paper, StringSplitOptions.None).Length - 1));
        Assert.Null(_folder.Decide(Paper, Enum.Parse<DecisionAction>(next)).Edit);
        if (made.Edit is { } number)
        {
            Assert.Equal(("desk", $"{next.ToLowerInvariant()} {Paper}"), Journal(_folder.Undo(number)!));
            Assert.Equal(bytes, Bytes());
        }
    }

    [Theory]
    [InlineData("- 2404.00001 ★ #gears — mine", "- 2404.00001 #gears — mine")]
    [InlineData("* **2404.00001** * words", "* **2404.00001** words")]
    [InlineData("- 2404.00001★", "- 2404.00001")]
    [InlineData("- 2404.00001  ⭐️  — ★ stays", "- 2404.00001   — ★ stays")]
    [InlineData("| 2404.00001 | ★ | a |", "| 2404.00001 | | a |")]
    [InlineData("- ★ 2404.00001 ★", "- ★ 2404.00001")]
    public void Taking_a_starred_paper_takes_out_the_star_and_one_blank_and_nothing_else(string line, string without)
    {
        _folder.Write("curated/ideas.md", $"- 2404.00002 ★\n{line}\n");

        Assert.Equal((PaperState.Starred, PaperState.Taken), States(_folder.Decide(Paper, DecisionAction.Take)));

        Assert.Equal($"- 2404.00002 ★\n{without}\n", Read("curated/ideas.md"));
    }

    [Fact]
    public void A_paper_that_is_starred_in_several_places_loses_every_star()
    {
        _folder.Write("curated/2024-04.md", "- 2404.00001\n- 2404.00001 ★ — again\n");
        _folder.Write("curated/ideas.md", "- 2404.00001 ★\n");

        Assert.Equal((PaperState.Starred, PaperState.Taken), States(_folder.Decide(Paper, DecisionAction.Take)));

        Assert.Equal("- 2404.00001\n- 2404.00001 — again\n", Read("curated/2024-04.md"));
        Assert.Equal("- 2404.00001\n", Read("curated/ideas.md"));
    }

    [Fact]
    public void A_line_with_words_of_a_person_goes_only_when_that_is_confirmed()
    {
        const string Before = "# Mine\n\n- 2404.00001 — my words\n";
        _folder.Write("curated/2024-04.md", Before);

        var stake = Assert.Throws<WordsAtStakeException>(() => _folder.Decide(Paper, DecisionAction.Reset));
        Assert.Throws<WordsAtStakeException>(() => _folder.Decide(Paper, DecisionAction.Refuse));

        Assert.Equal("- 2404.00001 — my words\n", Assert.Single(stake.Places).Text);
        Assert.Equal(Before, Read("curated/2024-04.md"));
        Assert.Equal("", Read("refused.txt"));
        _folder.Decide(new Decision(EditorsFolder.April, Identifier, DecisionAction.Refuse) { IsConfirmed = true });
        Assert.Equal(("# Mine\n\n", $"{Paper}\n"), (Read("curated/2024-04.md"), Read("refused.txt")));
        _folder.Undo();
        Assert.Equal(Before, Read("curated/2024-04.md"));
    }

    [Fact]
    public void Words_that_were_given_with_the_decision_go_with_it()
    {
        var taken = _folder.Decide(
            new Decision(EditorsFolder.April, Identifier, DecisionAction.Star)
            {
                Note = "one\n\ntwo — three",
                Tags = ["#gears", "spin"],
                Section = "Machines",
            });

        Assert.Equal(
            "# April 2024\n\n## Machines\n\n- 2404.00001 ★ #gears #spin — one\n\n  two — three\n", Read("curated/2024-04.md"));
        Assert.Equal(
            ("one\n\ntwo — three", "Machines", 5, "curated/2024-04.md"),
            (taken.Entry!.Note, taken.Entry.Section, taken.Entry.Line, taken.Entry.File));
        Assert.Equal(PaperState.Refused, _folder.Decide(Paper, DecisionAction.Refuse).Now);
        Assert.Equal("# April 2024\n\n## Machines\n\n", Read("curated/2024-04.md"));
    }

    [Theory]
    [InlineData("- [My own title](https://arxiv.org/abs/2404.00001)")]
    [InlineData("- 2404.00001 — my words")]
    [InlineData("| 2404.00001 | my words |")]
    [InlineData("- 2404.00001\n\n  my words")]
    public void Words_that_were_there_before_a_decision_are_a_persons_still(string line)
    {
        _folder.Write("curated/2024-04.md", $"{line}\n");
        _folder.Decide(Paper, DecisionAction.Star);
        _folder.Decide(new Decision(EditorsFolder.April, Identifier, DecisionAction.Take) { Tags = ["gears"] });
        var decided = Read("curated/2024-04.md");

        Assert.Throws<WordsAtStakeException>(() => _folder.Decide(Paper, DecisionAction.Refuse));
        Assert.Throws<WordsAtStakeException>(() => _folder.Decide(Paper, DecisionAction.Later));
        Assert.Throws<WordsAtStakeException>(() => _folder.Decide(Paper, DecisionAction.Reset));

        Assert.Equal(decided, Read("curated/2024-04.md"));
    }

    [Theory]
    [InlineData("- 2404.00001 👍")]
    [InlineData("- 2404.00001 ???")]
    [InlineData("- 2404.00001 — 👍🔥")]
    [InlineData("- 2404.00001 𠮷")]
    [InlineData("- 2404.00001 *")]
    [InlineData("- 2404.00001 :-)")]
    [InlineData("- 2404.00001 (:")]
    public void Signs_without_a_letter_are_words_of_a_person_too(string line)
    {
        _folder.Decide("2404.00003", DecisionAction.Later);
        _folder.Write("curated/2024-04.md", $"{line}\n");
        _folder.Write("refused.txt", $"{line.Replace("00001", "00002", StringComparison.Ordinal)}\n");

        Assert.Throws<WordsAtStakeException>(() => _folder.Decide(Paper, DecisionAction.Refuse));
        _folder.Decide("2404.00002", DecisionAction.Reset);

        Assert.Equal($"{line}\n", Read("curated/2024-04.md"));
        Assert.Equal(line.EndsWith('*') ? "" : $"// {line.Replace("00001", "00002", StringComparison.Ordinal)}\n", Read("refused.txt"));
    }

    [Theory]
    [InlineData("- 2404.00001, 2404.00002")]
    [InlineData("- 2404.00001 2404.00002")]
    [InlineData("- https://arxiv.org/abs/2404.00001 | [2404.00002](https://arxiv.org/abs/2404.00002)")]
    public void Another_paper_on_the_line_is_not_taken_away_with_it(string line)
    {
        _folder.Write("curated/2024-04.md", $"{line}\n");

        var stake = Assert.Throws<WordsAtStakeException>(() => _folder.Decide(Paper, DecisionAction.Reset));
        Assert.Throws<WordsAtStakeException>(
            () => _folder.Decide(new Decision(EditorsFolder.April, Identifier, DecisionAction.Refuse) { IsConfirmed = true }));

        Assert.Equal("2404.00002", Assert.Single(stake.Places).AlsoNames);
        Assert.Equal($"{line}\n", Read("curated/2024-04.md"));
    }

    /// <summary>Each line may have its words from each of the lines before; gone through one by one, that had no end.</summary>
    [Fact]
    public void A_note_of_several_lines_may_have_been_changed_many_times()
    {
        const string note = "the first\n\nthe second\n\nthe third";
        _folder.Decide(new Decision(EditorsFolder.April, Identifier, DecisionAction.Star) { Note = note });
        var entries = new ChangingEntries(_folder.Workspace, _folder.Files);
        for (var change = 0; change < 14; change++)
        {
            var entry = new EntryReader(_folder.Files).FindOn("2024-04.md", Identifier)!;
            var wanted = new WantedEntry { Note = note.Replace("the ", $"the {change}. ", StringComparison.Ordinal) };
            entries.Change(entry.Key, entry.Etag, wanted, person: null, TestContext.Current.CancellationToken);
        }

        Assert.Equal(PaperState.Refused, _folder.Decide(Paper, DecisionAction.Refuse).Now);
    }

    [Fact]
    public void Words_that_were_moved_to_another_list_are_a_persons_still()
    {
        _folder.Write("curated/2024-03.md", "- 2404.00001 — my words\n");
        _folder.Move(EditorsFolder.April, Paper);
        _folder.Decide(Paper, DecisionAction.Star);

        Assert.Throws<WordsAtStakeException>(() => _folder.Decide(Paper, DecisionAction.Refuse));
    }

    [Theory]
    [InlineData("", "one\n\ntwo")]
    [InlineData("1. 2404.00001\n", "one")]
    [InlineData("- 2404.00002 — one of my own", "one")]
    public void Words_of_decisions_alone_go_unasked_after_whatever_other_decisions(string list, string note)
    {
        _folder.Write("curated/2024-04.md", list);
        _folder.Decide(new Decision(EditorsFolder.April, Identifier, DecisionAction.Star) { Note = note, Tags = ["gears"] });
        _folder.Decide(Paper, DecisionAction.Take);
        _folder.Decide(new Decision(EditorsFolder.April, Identifier, DecisionAction.Take) { Tags = ["spin"] });

        Assert.Equal(PaperState.Refused, _folder.Decide(Paper, DecisionAction.Refuse).Now);

        Assert.DoesNotContain(Paper, Read("curated/2024-04.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Mine\n\n## A\n\n- 2404.00002\n- 2404.00003\n\n## B\n\n- 2404.00004\n", "- 2404.00003\n{0}\n")]
    [InlineData("# Mine\r\n\r\n## A\r\n## B\r\n", "## A\r\n\r\n{0}\r\n")]
    [InlineData("- 2404.00002\n\nA\n=\n\nB\n-\n", "\n\n## A\n\n{0}\n")]
    [InlineData("A\n==\n\nSome words\n\nB\n==\n", "Some words\n\n{0}\n")]
    [InlineData("# Mine\n\n## A", "## A\n\n{0}\n")]
    [InlineData("# Mine\n\n- 2404.00002 — ends", "ends\n\n## A\n\n{0}\n")]
    public void A_new_line_goes_under_the_heading_that_was_named(string before, string expected)
    {
        _folder.Write("curated/2024-04.md", before);

        var taken = _folder.Decide(new Decision(EditorsFolder.April, Identifier, DecisionAction.Take) { Section = "A" });

        Assert.Equal("A", taken.Entry!.Section);
        Assert.Contains(string.Format(null, expected, "- 2404.00001"), Read("curated/2024-04.md"), StringComparison.Ordinal);
        Assert.Equal(taken.Entry.Line, Read("curated/2024-04.md").Split('\n').Index().Single(line => line.Item.Contains(Paper)).Index + 1);
        _folder.Undo();
        Assert.Equal(before, Read("curated/2024-04.md"));
    }

    [Fact]
    public void A_note_beside_another_is_given_back_and_nothing_is_written()
    {
        const string Before = "- 2404.00001 — mine\n";
        _folder.Write("curated/2024-04.md", Before);

        var taken = _folder.Decide(new Decision(EditorsFolder.April, Identifier, DecisionAction.Star) { Note = "other" });

        Assert.Equal((null, PaperState.Taken, "other"), (taken.Edit, taken.Now, taken.NoteLeft));
        Assert.Equal(Before, Read("curated/2024-04.md"));
    }

    [Theory]
    [InlineData("2404.00001 — as arXiv:2404.00002 says it better", "2404.00001")]
    [InlineData("https://arxiv.org/abs/2404.00001v2 - see 2404.00002", "2404.00001")]
    [InlineData("2404.00001, 2404.00003 – both in 2404.00002", "2404.00001 2404.00003")]
    [InlineData("My title — 2404.00001", "2404.00001")]
    [InlineData("2404.00001 2404.00002", "2404.00001 2404.00002")]
    public void A_reason_may_speak_of_other_papers_and_sets_none_of_them_aside(string line, string papers)
    {
        _folder.Write("refused.txt", $"{line}\n");

        Assert.Equal(
            papers,
            string.Join(' ', _folder.Files.SetAside(_folder.Workspace.Refused).Papers.Select(paper => paper.ToString()).Order()));
    }

    [Fact]
    public void A_reason_that_speaks_of_another_paper_stays_whole_whatever_becomes_of_that()
    {
        _folder.Decide(new Decision(EditorsFolder.April, Identifier, DecisionAction.Refuse) { Reason = "as 2404.00002 is better" });
        Assert.Equal(PaperState.Open, _folder.StateOf("2404.00002"));

        _folder.Decide("2404.00002", DecisionAction.Later);
        _folder.Decide("2404.00002", DecisionAction.Take);

        Assert.Equal("2404.00001 — as 2404.00002 is better\n", Read("refused.txt"));
        Assert.Equal(PaperState.Open, _folder.Decide(Paper, DecisionAction.Reset).Now);
        Assert.Equal("", Read("refused.txt"));
    }

    [Fact]
    public void The_same_refusal_again_leaves_no_words_out()
    {
        var refusal = new Decision(EditorsFolder.April, Identifier, DecisionAction.Refuse) { Reason = "a survey" };
        _folder.Decide(refusal);

        Assert.Null(_folder.Decide(refusal).ReasonLeft);
        Assert.Equal("another", _folder.Decide(refusal with { Reason = "another" }).ReasonLeft);
    }

    [Fact]
    public void Control_characters_reach_no_file()
    {
        _folder.Decide(
            new Decision(EditorsFolder.April, Identifier, DecisionAction.Take) { Note = "a\0b\n\nc\u001bd", Section = "E\u0007" });
        var other = ArxivIdentifier.Parse("2404.00002");
        _folder.Decide(new Decision(EditorsFolder.April, other, DecisionAction.Refuse) { Reason = "f\u0001" });

        Assert.Equal("# April 2024\n\n## E\n\n- 2404.00001 — ab\n\n  cd\n", Read("curated/2024-04.md"));
        Assert.Equal("2404.00002 — f\n", Read("refused.txt"));
    }

    [Fact]
    public void Nobody_is_waited_for_at_a_file_that_a_decision_has_left_empty()
    {
        using var folder = new EditorsFolder(new FilePace(
            Turns: TimeSpan.FromSeconds(1), SecondLook: TimeSpan.FromMilliseconds(1), Emptied: TimeSpan.FromMinutes(10)));
        folder.Write("refused.txt", "2404.00009\n");
        folder.Decide("2404.00009", DecisionAction.Later);
        Assert.Equal("", folder.Read("refused.txt"));

        Assert.Equal(PaperState.Refused, folder.Decide(Paper, DecisionAction.Refuse).Now);

        // Of one that somebody else has emptied it cannot be known.
        folder.Write("refused.txt", "");
        Assert.Throws<IOException>(() => folder.Decide("2404.00002", DecisionAction.Refuse));
    }

    [Fact]
    public void The_same_work_under_other_identifiers_goes_with_it()
    {
        var work = new Decision(EditorsFolder.April, Identifier, DecisionAction.Refuse)
        {
            Same = [ArxivIdentifier.Parse("2404.00002")],
            Reason = "a\nsurvey",
            Person = "Ada",
        };

        _folder.Decide(work);
        Assert.Equal("2404.00001 — a survey\n2404.00002 — a survey\n", Read("refused.txt"));
        Assert.Equal("refuse 2404.00001, Ada", _folder.Files.Latest(1)[0].What);
        _folder.Decide(work with { Action = DecisionAction.Take });

        Assert.Equal(("", "# April 2024\n\n- 2404.00001\n"), (Read("refused.txt"), Read("curated/2024-04.md")));
        _folder.Decide(work);
        Assert.Equal(PaperState.Refused, _folder.StateOf("2404.00002"));
        _folder.Decide(work with { Action = DecisionAction.Reset });
        Assert.Equal((PaperState.Open, PaperState.Open), (_folder.StateOf(Paper), _folder.StateOf("2404.00002")));
    }

    [Fact]
    public void Many_are_refused_as_one_edit_and_those_that_were_decided_on_meanwhile_are_left()
    {
        _folder.Decide("2404.00003", DecisionAction.Star);
        _folder.Decide("2404.00005", DecisionAction.Later);
        var bytes = Bytes();
        var works = Enumerable.Range(1, 600).Select(number => (IReadOnlyList<ArxivIdentifier>)[ArxivIdentifier.Parse($"2404.{number:D5}")]);

        var all = new PaperDecisions(_folder.Workspace, _folder.Files)
            .DecideAll([.. works], DecisionAction.Refuse, "seen", "Ada", TestContext.Current.CancellationToken);

        Assert.Equal(598, all.Papers.Count);
        Assert.Equal(598, Read("refused.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(
            (PaperState.Starred, PaperState.Later, PaperState.Refused),
            (_folder.StateOf("2404.00003"), _folder.StateOf("2404.00005"), _folder.StateOf("2404.00600")));
        Assert.Equal(("desk", "refuse 598 papers together, Ada"), Journal(_folder.Undo(all.Edit)!));
        Assert.Equal(bytes, Bytes());
    }

    [Fact]
    public void What_is_no_tag_is_said_so_and_nothing_is_written()
    {
        var wrong = new Decision(EditorsFolder.April, Identifier, DecisionAction.Take) { Tags = ["two words"] };

        Assert.Contains("cannot be a tag", Assert.Throws<BadInputException>(() => _folder.Decide(wrong)).Message, StringComparison.Ordinal);
        Assert.Equal("", Read("curated/2024-04.md"));
    }

    private static (string, string) Journal(EditRow row) => (row.Command, row.What);

    private static (PaperState, PaperState) States(DecisionOutcome made) => (made.Before, made.Now);

    private static PaperState StateAfter(string action) => Enum.Parse<DecisionAction>(action) switch
    {
        DecisionAction.Take => PaperState.Taken,
        DecisionAction.Star => PaperState.Starred,
        DecisionAction.Refuse => PaperState.Refused,
        DecisionAction.Later => PaperState.Later,
        _ => PaperState.Open,
    };

    private string Read(string name) => File.Exists(_folder.PathOf(name)) ? _folder.Read(name) : "";

    private string Bytes() => string.Join(
        '\f', Names.Select(name => File.Exists(_folder.PathOf(name)) ? Convert.ToHexString(File.ReadAllBytes(_folder.PathOf(name))) : "-"));
}
