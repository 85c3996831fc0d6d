using System.Text;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;
using Sheaf.Drafts.Model;

namespace Sheaf.Tests.Drafts.Merging;

/// <summary>
/// Each folder of <c>Scenarios</c> is one thing that people do to a draft: <c>base.md</c> is what Sheaf last wrote (without it nobody
/// knows),
/// <c>edited.md</c> what the person made of it, <c>fresh.md</c> what Sheaf would write now, <c>expected.md</c> the draft after the merge,
/// <c>said.txt</c> what the merge tells (without it, it must tell of nothing but papers added, updated and removed), <c>absent.txt</c> the
/// papers that the store does not know. A name that ends in <c>.crlf</c>: the person's files have such line endings.
/// </summary>
public sealed class MergingEditedDrafts
{
    private static readonly string Folder = Path.Combine(ReferenceData.Checkout, "tests", "Sheaf.Tests", "Drafts", "Merging", "Scenarios");

    public static TheoryData<string> Scenarios() =>
        [.. Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_at_least_sixty() => Assert.True(Scenarios().Count >= 60);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_draft_is_as_expected(string name)
    {
        var merged = Merge(name);

        Assert.Equal(Edited(name, "expected.md"), merged.Text);
        Assert.Equal(Read(name, "said.txt") ?? "", Said(merged.Changes));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Merging_again_changes_nothing(string name)
    {
        var once = Merge(name);

        var again = DraftMerge.Merge(once.Base, once.Text, Read(name, "fresh.md")!, Absent(name));

        Assert.Equal(once.Text, again.Text);
        Assert.Equal(once.Base, again.Base);
        Assert.Empty(
            again.Changes.Added.Concat(again.Changes.Updated).Concat(again.Changes.Removed)
                .Concat(again.Changes.ChangedUnderEdits.Select(change => change.Id)));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_draft_nobody_touched_becomes_what_would_be_written(string name)
    {
        if (Read(name, "base.md") is { } last
            && !last.Contains("<!-- left to the editor", StringComparison.Ordinal)
            && Absent(name).Count == 0)
        {
            var fresh = Read(name, "fresh.md")!;

            Assert.Equal(fresh, DraftMerge.Merge(last, last, fresh, Absent(name)).Text);
            Assert.Equal(
                fresh.ReplaceLineEndings("\r\n"), DraftMerge.Merge(last, last.ReplaceLineEndings("\r\n"), fresh, Absent(name)).Text);
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Without_news_nothing_changes_but_the_count_of_the_papers(string name)
    {
        if (Read(name, "base.md") is { } last)
        {
            var fresh = last.Split("<!-- left to the editor")[0];

            Assert.Equal(
                WithoutCount(Edited(name, "edited.md")),
                WithoutCount(DraftMerge.Merge(last, Edited(name, "edited.md"), fresh, Absent(name)).Text));
        }
    }

    [Theory]
    [InlineData("-\n  An item whose first line is empty.\n")]
    [InlineData("*\r\n  The same with other line ends.\r\n")]
    public void An_item_may_begin_with_an_empty_line(string last)
    {
        var fresh = $"{last}- More\n";

        Assert.Equal(
            fresh.ReplaceLineEndings("\n"),
            DraftMerge.Merge(last, last, fresh, new HashSet<ArxivIdentifier>()).Text.ReplaceLineEndings("\n"));
    }

    private static string WithoutCount(string text) => string.Join('\n', text.Split('\n').Where(line => OpeningLine.Read(line) is null));

    private static MergedDraft Merge(string name) =>
        DraftMerge.Merge(Read(name, "base.md"), Edited(name, "edited.md"), Read(name, "fresh.md")!, Absent(name));

    private static HashSet<ArxivIdentifier> Absent(string name) =>
        [.. (Read(name, "absent.txt") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ArxivIdentifier.Parse)];

    private static string Edited(string name, string file)
    {
        var text = Read(name, file)!;
        return name.EndsWith(".crlf", StringComparison.Ordinal) ? text.ReplaceLineEndings("\r\n") : text;
    }

    private static string? Read(string name, string file)
    {
        var path = Path.Combine(Folder, name, file);
        return File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : null;
    }

    private static string Said(DraftChanges changes)
    {
        var said = new StringBuilder();
        said.Append(Line("kept", changes.Kept)).Append(Line("left", changes.Left));
        foreach (var change in changes.ChangedUnderEdits)
        {
            said.Append($"{change.Id} was: {change.Was}\n{change.Id} now: {change.Now}\n");
        }

        return said.ToString();
    }

    private static string Line(string name, IReadOnlyList<string> papers) =>
        papers.Count == 0 ? "" : $"{name}: {string.Join(", ", papers)}\n";
}
