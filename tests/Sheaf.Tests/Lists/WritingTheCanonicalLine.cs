using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;

namespace Sheaf.Tests.Lists;

public sealed class WritingTheCanonicalLine
{
    [Fact]
    public void All_its_parts_are_written_in_their_order() =>
        Assert.Equal(
            "- 2404.19756v2 ★ #architecture #nets — a note",
            CanonicalLine.Write(EprintReference.Parse("2404.19756v2"), starred: true, ["architecture", "#nets"], "a note"));

    [Fact]
    public void A_bare_reference_is_enough() =>
        Assert.Equal("- hep-th/9901001", CanonicalLine.Write(EprintReference.Parse("hep-th/9901001"), starred: false, [], " \n"));

    [Theory]
    [InlineData("2404.19756", false, "", null)]
    [InlineData("2404.19756v3", true, "a", "- a dash — and ★ #more * 2404.00001")]
    [InlineData("hep-th/9901001", false, "a-b c_d é1", "two\nlines\t and [a](b) | c")]
    public void What_is_written_reads_back_as_the_same(string reference, bool starred, string tags, string? note)
    {
        var words = tags.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var entry = Assert.Single(
            CuratedList.Parse("list.md", CanonicalLine.Write(EprintReference.Parse(reference), starred, words, note)).Entries);

        Assert.Equal(reference, entry.Reference?.ToString());
        Assert.Equal(starred, entry.Starred);
        Assert.Equal(words, entry.Tags);
        Assert.Equal(note?.Replace('\n', ' ').Replace("\t ", " ", StringComparison.Ordinal), entry.Note);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("")]
    [InlineData("#")]
    [InlineData("12")]
    [InlineData("a#b")]
    [InlineData("a,")]
    public void A_tag_that_is_not_one_word_is_refused(string tag)
    {
        var refusal = Assert.Throws<ArgumentException>(
            () => CanonicalLine.Write(EprintReference.Parse("2404.19756"), starred: false, [tag], null));

        Assert.Contains($"'{tag}' cannot be a tag", refusal.Message, StringComparison.Ordinal);
    }
}
