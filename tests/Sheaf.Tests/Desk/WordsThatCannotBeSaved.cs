using System.Net;
using AngleSharp.Html.Parser;

namespace Sheaf.Tests.Desk;

/// <summary>Whatever stands in the way of saving a draft without script, what was typed comes back in its box.</summary>
public sealed class WordsThatCannotBeSaved
{
    private const string TextPath = "/api/2024-04/draft/text";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("utf-16", HttpStatusCode.UnprocessableEntity, "save it as UTF-8")]
    [InlineData("folder", HttpStatusCode.ServiceUnavailable, "Nothing is lost.")]
    [InlineData("blank", HttpStatusCode.BadRequest, "The draft would be empty")]
    [InlineData("large", HttpStatusCode.RequestEntityTooLarge, "more than can be taken at once")]
    public async Task A_form_is_answered_with_the_words_it_sent(string kind, HttpStatusCode status, string sentence)
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);
        var draft = bench.PathOf("drafts", "2024-04.md");
        Directory.CreateDirectory(bench.PathOf("drafts"));
        await File.WriteAllTextAsync(draft, "Old.\n", Token);
        var page = new HtmlParser().ParseDocument(await desk.PageAsync("/2024-04/draft"));
        var tag = page.QuerySelector("form.text [name=etag]")!.GetAttribute("value")!;
        var typed = kind == "blank" ? " " : kind == "large" ? new string('ä', (1 << 19) + 1) : "My words.";
        if (kind == "utf-16")
        {
            await File.WriteAllTextAsync(draft, "# April\n", System.Text.Encoding.Unicode, Token);
        }
        else if (kind == "folder")
        {
            File.Delete(draft);
            Directory.CreateDirectory(draft);
        }

        using var answer = await desk.SubmitAsync(TextPath, ("etag", tag), ("text", typed));
        var shown = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(typed, shown.GetElementById("text")!.TextContent);
        Assert.Equal(tag, shown.QuerySelector("form.text [name=etag]")!.GetAttribute("value"));
        Assert.Contains(sentence, shown.QuerySelector("#conflict")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_of_a_megabyte_is_saved_by_a_form()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);
        var typed = new string('ä', 1 << 19);

        using var answer = await desk.SubmitAsync(TextPath, ("etag", ""), ("text", typed));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(typed, bench.Read("drafts", "2024-04.md"));
    }
}
