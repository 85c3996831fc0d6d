using Sheaf.Markdown;

namespace Sheaf.Tests.Markdown;

public sealed class FencedCodeIsLeftOut
{
    [Theory]
    [InlineData("a\n```\nb\n```\nc", "a", "c")]
    [InlineData("```\n~~~\n```\na\n~~~", "a", "~~~")]
    [InlineData("~~~~\n~~~\n~~~~\na", "a")]
    [InlineData("- a\n\n    ```\n    b\n    ```\nc", "- a", "", "c")]
    public void Its_fences_go_with_it(string text, params string[] left) => Assert.Equal(left, Without(text));

    [Theory]
    [InlineData("```\na")]
    [InlineData("```\na\n    ```")]
    [InlineData("````\na\n```")]
    public void A_fence_that_nothing_closes_is_text(string text) => Assert.Equal(text.Split('\n'), Without(text));

    [Fact]
    public void What_is_never_closed_does_not_keep_a_shorter_fence_from_being_closed() =>
        Assert.Equal(["`````", "````"], Without("`````\n````\n```\na\n```"));

    private static IEnumerable<string> Without(string text) => FencedCode.Without(MarkdownLine.Split(text)).Select(line => line.Text);
}
