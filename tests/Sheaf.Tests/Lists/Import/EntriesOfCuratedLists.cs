using Sheaf.Lists;

namespace Sheaf.Tests.Lists.Import;

/// <summary>The reader of every list and the grammar of curated lists agree on the editor's own.</summary>
public sealed class EntriesOfCuratedLists
{
    private const string List = """
        # April 2024

        Words about [this one](https://arxiv.org/abs/2404.00009) and arXiv:2404.00008.

        - 2404.00001 ★ #gears — a note
          that goes on, see 2404.00007
        - [Widgets and Gears](https://arxiv.org/abs/2404.00002v2) - good
        2404.00003

        ## Springs

        1. https://arxiv.org/abs/hep-th/9901001 ★
        2. [ ] <https://arxiv.org/pdf/2404.00004>
        - 2404.0005
        // 2404.00006

        | paper | why |
        |---|---|
        | 2404.00005 | because |
        """;

    [Fact]
    public void Every_entry_is_one_here_with_its_line_star_note_and_section()
    {
        var entries = CuratedList.Parse("2024-04.md", List).Entries;

        var claims = ForeignText.Read("2024-04.md", List);

        Assert.Equal(
            entries.Select(
                entry =>
                    (entry.Line, entry.Raw, entry.Reference, entry.Problem, entry.Starred, entry.Note, entry.Section,
                        !entry.IsMention, entry.IsMention ? null : entry.ClaimedTitle)),
            claims.Select(
                claim =>
                    (claim.Line, claim.Reference.Text, claim.Reference.Reference, claim.Reference.Problem, claim.Starred,
                        claim.Note, claim.Section, claim.IsEntry, claim.Title)));
    }
}
