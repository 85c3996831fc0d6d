using Sheaf.Drafts.Texts;

namespace Sheaf.Tests.Drafts.Texts;

/// <summary>A text box knows one line ending and no U+0000: what was not touched in it comes back to the byte.</summary>
public sealed class WhatABoxHolds
{
    [Theory]
    [InlineData("a\nb\n")]
    [InlineData("a\r\nb\r\n")]
    [InlineData("a\r\nb\nc\rd")]
    [InlineData("\n\n a \n")]
    [InlineData("a\0b\n")]
    [InlineData("")]
    public void A_text_that_nobody_touched_is_the_same(string text)
    {
        var shown = text.ReplaceLineEndings("\n").Replace('\0', '\ufffd');

        Assert.Equal(text, TypedText.Restore(text, shown));
        Assert.Equal(text, TypedText.Restore(text, shown.ReplaceLineEndings("\r\n")));
    }

    [Theory]
    [InlineData("a\r\nb\r\n", "a\nx\nb\n", "a\r\nx\r\nb\r\n")]
    [InlineData("a\nb\r\nc\n", "a\nb\nc\nd\n", "a\nb\r\nc\nd\n")]
    [InlineData("a\nb", "a\nb\nc", "a\nb\nc")]
    [InlineData("a\r\nb\r\n", "a\nb", "a\r\nb")]
    [InlineData("a\r\nb", "x", "x")]
    [InlineData("", "a\nb\n", "a\nb\n")]
    public void What_was_typed_takes_the_endings_of_the_text(string before, string typed, string expected) =>
        Assert.Equal(expected, TypedText.Restore(before, typed));
}
