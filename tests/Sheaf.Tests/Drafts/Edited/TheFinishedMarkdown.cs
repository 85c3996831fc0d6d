using Sheaf.Drafts.Edited;

namespace Sheaf.Tests.Drafts.Edited;

public sealed class TheFinishedMarkdown
{
    private const string Entry = "* A Garden of Small Robots by Dogwood (3 Apr), https://arxiv.org/abs/2404.00003";

    private const string Missed =
        "## You may have missed\n\n* Sails by Alder (1 Apr), https://arxiv.org/abs/2404.00001\n\n  Picked Alder twice. <!-- suggested -->";

    [Theory]
    [InlineData("A sentence. <!-- suggested -->\n", "A sentence.\n")]
    [InlineData("A sentence. <!--suggested--> And more.\n", "A sentence. And more.\n")]
    [InlineData("A sentence.<!-- suggested -->And more.\n", "A sentence.And more.\n")]
    [InlineData("A <!-- suggested -->word.\n", "A word.\n")]
    [InlineData("A long\n  sentence. <!--\n  suggested -->\n", "A long\n  sentence.\n")]
    [InlineData("A sentence that a formatter has broken\n<!-- suggested -->\n", "A sentence that a formatter has broken\n")]
    [InlineData("* One\n\n  <!-- write here -->\n\n* Two\n", "* One\n\n* Two\n")]
    [InlineData("* One\r\n\r\n  <!-- write here -->\r\n\r\n* Two\r\n", "* One\r\n\r\n* Two\r\n")]
    [InlineData("* One\n  <!-- write here -->\n* Two\n", "* One\n* Two\n")]
    [InlineData("One\n<!-- write here -->\nTwo\n", "One\n\nTwo\n")]
    [InlineData("One\n\n<!-- write here -->\nTwo\n", "One\n\nTwo\n")]
    [InlineData("One\n\n<!-- write here -->\n---\n", "One\n\n---\n")]
    [InlineData("One\n\n<!-- write here -->", "One")]
    [InlineData("One\n\n<!-- write here -->\n\n<!-- write here -->\n", "One\n")]
    [InlineData("<!-- write here --> <!-- suggested -->\n", "")]
    [InlineData("One\n\n<!-- left to the editor: 2404.00001; in depth: -->\n", "One\n")]
    [InlineData("| 1) **One**<br><!-- write here --> | x |\n", "| 1) **One** | x |\n")]
    [InlineData("| 1) **One**<br>A sentence. <!-- suggested --> | x |\n", "| 1) **One**<br>A sentence. | x |\n")]
    public void Is_without_marks(string text, string expected) => Assert.Equal(expected, Finished(text));

    [Theory]
    [InlineData("Trailing  \n\ttabs\t\r\nmixed ends\rno end")]
    [InlineData("---\ntitle: <!-- suggested -->\n---\n\nText\n")]
    [InlineData("A comment of mine. <!-- suggested by Ada -->\n")]
    [InlineData("<!-- not yet\n\nwritten here -->\n")]
    [InlineData("`<!-- suggested -->` is code, ``and ` <!-- write here -->`` too.\n")]
    [InlineData("```\n<!-- write here -->\n```\n")]
    [InlineData("* An item\n\n  ~~~\n  <!-- write here -->\n  ~~~\n")]
    [InlineData("A comment that nothing closes <!-- suggested\n")]
    public void Is_as_it_was_else(string text) => Assert.Equal(text, Finished(text));

    [Theory]
    [InlineData("A ` that nothing closes.\n\nA sentence. <!-- suggested --> `\n", "A ` that nothing closes.\n\nA sentence. `\n")]
    [InlineData("```\ncode\n```\n\nA sentence. <!-- suggested -->\n", "```\ncode\n```\n\nA sentence.\n")]
    [InlineData("A `` b ` c <!-- suggested --> `\n", "A `` b ` c <!-- suggested --> `\n")]
    [InlineData("> <!-- write here -->\n", ">\n")]
    public void Knows_where_code_ends(string text, string expected) => Assert.Equal(expected, Finished(text));

    /// <summary>An entry that somebody has struck out so ends where Sheaf's mark ended the comment, as before.</summary>
    [Fact]
    public void Is_hidden_where_it_was_hidden() => Assert.Equal(
        "<!--\n* One\n\n  A sentence. -->\n\nTwo\n", Finished("<!--\n* One\n\n  A sentence. <!-- suggested -->\n\nTwo\n"));

    [Theory]
    [InlineData(Missed)]
    [InlineData("You may have missed\n---\n\n- Sails by Alder (1 Apr), https://arxiv.org/abs/2404.00001")]
    [InlineData(
        "## You may have missed\n\n| Paper | Link |\n| --- | --- |\n"
        + "| 1) **Sails**<br>Why. <!-- suggested --> | https://arxiv.org/abs/2404.00001 |")]
    public void Is_without_papers_that_may_have_been_missed(string part)
    {
        Assert.Equal($"# A list\n\n{Entry}\n", Finished($"# A list\n\n{Entry}\n\n{part}\n"));
        Assert.Equal($"# A list\n\n{Entry}\n\n## Later\n\nWords\n", Finished($"# A list\n\n{Entry}\n\n{part}\n\n## Later\n\nWords\n"));
    }

    [Theory]
    [InlineData("Picked Alder twice.", "Picked Alder twice, and rightly.")]
    [InlineData("<!-- suggested -->", "<!-- suggested -->\n\n  I saw her talk.")]
    [InlineData("by Alder", "by my friend Alder")]
    public void Keeps_what_was_written_into_that_part(string was, string now)
    {
        var other = Entry.Replace("00003", "00007", StringComparison.Ordinal);
        var last = $"# A list\n\n{Entry}\n\n{Missed}\n\n{other}\n";
        var edited = last.Replace(was, now, StringComparison.Ordinal);

        var kept = EditedMarkdown.Render(EditedDraft.Read(edited, last));

        Assert.Equal(
            SheafMarks.Without($"# A list\n\n{Entry}\n\n{Missed.Replace(was, now, StringComparison.Ordinal)}\n"), kept);
    }

    [Fact]
    public void Keeps_words_there_where_nobody_knows_what_sheaf_wrote() => Assert.Equal(
        "## You may have missed\n\nMy words.\n\n* Sails, https://arxiv.org/abs/2404.00001\n  I like it.\n",
        Finished(
            "## You may have missed\n\nMy words.\n\n* Sails, https://arxiv.org/abs/2404.00001\n  I like it.\n\n"
            + "* Oars, https://arxiv.org/abs/2404.00002\n"));

    [Fact]
    public void Is_the_same_when_read_again()
    {
        var once = Finished($"# A list\n\n{Entry}\n\n  <!-- write here -->\n\n{Missed}\n");

        Assert.Equal(once, Finished(once));
    }

    /// <summary>Twice the length costs twice as much: of what is opened a thousand times, nothing is sought again.</summary>
    [Theory]
    [InlineData("<!-- ")]
    [InlineData("a <!-- b\n\n  ")]
    [InlineData("`<!--")]
    [InlineData("<!-- suggested")]
    [InlineData("<!-- suggested --> ")]
    [InlineData("`` ` ")]
    [InlineData("* a <!--\n\n  ")]
    public void Is_found_in_text_of_any_length(string piece)
    {
        Allocated(piece, 100);
        var (once, fourfold) = (Allocated(piece, 5_000), Allocated(piece, 20_000));

        Assert.InRange(fourfold, 0, (once * 6) + 1_000_000);
    }

    private static long Allocated(string piece, int times)
    {
        var text = "* x " + string.Concat(Enumerable.Repeat(piece, times));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.NotEmpty(Finished(text));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Finished(string text) => EditedMarkdown.Render(EditedDraft.Read(text, null));
}
