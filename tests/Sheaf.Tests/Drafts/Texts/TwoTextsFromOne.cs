using Sheaf.Drafts.Texts;

namespace Sheaf.Tests.Drafts.Texts;

/// <summary>Two texts that were made from one are brought together, and no line of either is lost.</summary>
public sealed class TwoTextsFromOne
{
    private const string Before = "# April\n\n* One.\n\n* Two.\n\n* Three.\n";

    [Fact]
    public void Changes_at_different_places_are_both_taken()
    {
        var merge = ThreeWayText.Merge(
            Before, Before.Replace("One.", "One, mine.", StringComparison.Ordinal), Before + "\n* Four, theirs.\n");

        Assert.Equal("# April\n\n* One, mine.\n\n* Two.\n\n* Three.\n\n* Four, theirs.\n", merge.Text);
    }

    [Fact]
    public void Different_changes_to_one_place_are_for_a_person_to_choose()
    {
        var merge = ThreeWayText.Merge(
            Before, Before.Replace("Two.", "Two, mine.", StringComparison.Ordinal),
            Before.Replace("Two.", "Two, theirs.", StringComparison.Ordinal));

        Assert.Null(merge.Text);
        Assert.Equal(
            new(MergeKind.Conflict, "* Two, mine.\n", "* Two, theirs.\n"),
            Assert.Single(merge.Parts, part => part.Kind != MergeKind.Same));
    }

    [Fact]
    public void The_same_change_on_both_sides_is_one()
    {
        var both = Before.Replace("Two.", "Two, both.", StringComparison.Ordinal);

        Assert.Equal(both, ThreeWayText.Merge(Before, both, both).Text);
    }

    [Fact]
    public void Where_nobody_knows_what_they_were_made_from_every_difference_is_to_be_chosen()
    {
        var merge = ThreeWayText.Merge(null, Before, Before + "\n* Four.\n");

        Assert.Null(merge.Text);
        Assert.Equal(["# April\n\n* One.\n\n* Two.\n\n* Three.\n", ""], merge.Parts.Select(part => part.Mine));
    }

    [Fact]
    public void Whatever_two_people_do_their_texts_are_in_the_parts()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var before = Lines(random, random.Next(12));
            var (mine, theirs) = (Changed(random, before), Changed(random, before));
            var (one, my, their) = (string.Concat(before), string.Concat(mine), string.Concat(theirs));
            foreach (var merge in new[] { ThreeWayText.Merge(one, my, their), ThreeWayText.Merge(null, my, their) })
            {
                Assert.Equal(my, string.Concat(merge.Parts.Select(part => part.Mine)));
                Assert.Equal(their, string.Concat(merge.Parts.Select(part => part.Theirs)));
            }

            Assert.Equal(my, ThreeWayText.Merge(one, my, one).Text);
            Assert.Equal(their, ThreeWayText.Merge(one, one, their).Text);
        }
    }

    private static List<string> Lines(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => $"{(char)('a' + random.Next(5))}{(random.Next(3) == 0 ? "\r\n" : "\n")}")];

    private static List<string> Changed(Random random, List<string> lines)
    {
        List<string> changed = [.. lines];
        for (var change = random.Next(4); change > 0; change--)
        {
            var at = random.Next(changed.Count + 1);
            if (random.Next(2) == 0 || at == changed.Count)
            {
                changed.Insert(at, $"{(char)('p' + random.Next(4))}\n");
            }
            else
            {
                changed.RemoveAt(at);
            }
        }

        return changed;
    }
}
