using System.Text.Json;
using Sheaf.Text;

namespace Sheaf.Tests.Text;

/// <summary>Characters that show nothing do no harm, whatever Unicode calls them.</summary>
public sealed class InvisibleText
{
    [Theory]
    [InlineData("\u115f")]
    [InlineData("\u1160")]
    [InlineData("\u3164")]
    [InlineData("\uffa0")]
    [InlineData("\ufffe")]
    [InlineData("\uffff")]
    [InlineData("\ufdd0")]
    [InlineData("\u034f")]
    [InlineData("\u17b4")]
    [InlineData("\u180e")]
    [InlineData("\u180b")]
    [InlineData("\u2065")]
    [InlineData("\u2800")]
    [InlineData("\u200b")]
    [InlineData("\u202e")]
    [InlineData("\U000e0041")]
    [InlineData("\U000e0100")]
    [InlineData("\U0001fffe")]
    [InlineData("\U0001d159")]
    public void It_is_gone_from_every_output(string invisible)
    {
        Assert.Equal("ab", PlainLine.Of($"a{invisible}b"));
        Assert.Equal("a\nb", InvisibleCharacters.Remove($"a{invisible}\r\n{invisible}b", tab: ""));
        Assert.Equal("ab", InvisibleCharacters.Trim($" {invisible}ab\t"));
        Assert.Equal("a b", SafeText.OneLine($"a{invisible}b"));
        var json = HarmlessJson.From(JsonSerializer.Serialize($"a{invisible}b", JsonSerializerOptions.Web));
        Assert.DoesNotContain(invisible, json, StringComparison.Ordinal);
        Assert.Equal($"a{invisible}b", JsonSerializer.Deserialize<string>(json));
    }

    [Theory]
    [InlineData("क्\u200dष")]
    [InlineData("👩\u200d🔬")]
    [InlineData("❤\ufe0f")]
    [InlineData("한글")]
    public void What_scripts_and_emoji_need_stays(string text) => Assert.Equal((text, text), (PlainLine.Of(text), SafeText.OneLine(text)));
}
