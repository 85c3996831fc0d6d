using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Merging;

namespace Sheaf.Tests.Drafts.Merging;

/// <summary>Whatever people do to drafts and whatever arXiv does to papers. One more seed: the environment's <c>SHEAF_SEED</c>.</summary>
public sealed class NoWordIsLost
{
    private const int Runs = 200;

    private static readonly HashSet<ArxivIdentifier> NoPapers = [];

    public static TheoryData<int> Seeds() =>
        [1, 2, 3, .. Environment.GetEnvironmentVariable("SHEAF_SEED") is { } seed
            ? new[] { int.Parse(seed, CultureInfo.InvariantCulture) }
            : []];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_word_is_lost_and_merging_again_changes_nothing(int seed)
    {
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(HashCode(seed, run));
            var draft = new InventedDraft(random);
            var (last, text, editor) = (draft.Render(), "", new InventedEditor(random));
            text = last;
            for (var month = 0; month < 3; month++)
            {
                text = editor.Edit(text);
                draft.Change();
                var merged = DraftMerge.Merge(random.Next(20) == 0 ? null : last, text, draft.Render(), NoPapers);
                var again = DraftMerge.Merge(merged.Base, merged.Text, draft.Render(), NoPapers);

                Assert.All(
                    editor.Typed(text),
                    word => Assert.True(
                        merged.Text.Contains(word, StringComparison.Ordinal), $"Seed {seed}, run {run}, month {month}: {word} is lost."));
                Assert.True(
                    merged.Text == again.Text && merged.Base == again.Base,
                    $"Seed {seed}, run {run}, month {month}: merging again changes something.");
                (text, last) = (merged.Text, merged.Base);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_draft_nobody_touched_becomes_what_would_be_written(int seed)
    {
        for (var run = 0; run < Runs; run++)
        {
            var draft = new InventedDraft(new Random(HashCode(seed, run)));
            var last = draft.Render();
            draft.Change();
            var fresh = draft.Render();

            var merged = DraftMerge.Merge(last, last.ReplaceLineEndings("\r\n"), fresh, NoPapers);

            Assert.True(fresh.ReplaceLineEndings("\r\n") == merged.Text, $"Seed {seed}, run {run}.");
            Assert.True(fresh == merged.Base, $"Seed {seed}, run {run}.");
        }
    }

    /// <summary>What was deleted stays away, whatever comes.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_the_person_deleted_never_comes_back(int seed)
    {
        for (var run = 0; run < Runs; run++)
        {
            var random = new Random(HashCode(seed, run));
            var draft = new InventedDraft(random);
            var last = draft.Render();
            var deleted = draft.Ids.Where(_ => random.Next(3) == 0).ToList();
            var text = string.Join(
                '\n', last.Split('\n').Where(line => !deleted.Exists(id => line.Contains($"abs/{id}", StringComparison.Ordinal))));
            for (var month = 0; month < 4; month++)
            {
                draft.Change();
                var merged = DraftMerge.Merge(last, text, draft.Render(), NoPapers);

                var entries = merged.Text.Split('\n').Where(line => line.StartsWith("* ", StringComparison.Ordinal) || line.StartsWith('|'))
                    .ToList();
                Assert.All(
                    deleted,
                    id => Assert.True(
                        !entries.Exists(line => line.Contains($"abs/{id}", StringComparison.Ordinal)),
                        $"Seed {seed}, run {run}, month {month}: {id}"));
                (text, last) = (merged.Text, merged.Base);
            }
        }
    }

    private static int HashCode(int seed, int run) => (seed * 1_000_003) + run;
}
