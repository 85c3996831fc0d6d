using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sheaf.Lists.Import;

/// <summary>A web page, or a mail written as one, as the text it shows.</summary>
internal static class HtmlPageText
{
    private static readonly HtmlParserOptions Options = new()
    {
        IsKeepingSourceReferences = true,
        IsScripting = false,
        SkipScriptText = true,
        SkipRawText = true,
    };

    /// <summary>Reads a page from a file.</summary>
    /// <param name="content">Its bytes: where they are not UTF-8, the page itself says what they are.</param>
    /// <param name="text">The bytes as text.</param>
    public static ShownText Read(ReadOnlyMemory<byte> content, string text)
    {
        if (HtmlNesting.IsHopeless(text))
        {
            return ShownText.Of(text);
        }

        if (ForeignBytes.TryReadUtf8(content.Span) is not null)
        {
            return Read(text);
        }

        using var stream = new MemoryStream(content.ToArray(), writable: false);
        return Shown(new HtmlParser(Options).ParseDocument(stream));
    }

    /// <summary>Reads a page whose characters are known. One that is nested beyond sense is read as plain text.</summary>
    public static ShownText Read(string html) =>
        HtmlNesting.IsHopeless(html) ? ShownText.Of(html) : Shown(new HtmlParser(Options).ParseDocument(html));

    /// <summary>Reads a table or a list inside a Markdown text: what is Markdown in it stays so.</summary>
    public static ShownText ReadPart(string html) =>
        HtmlNesting.IsHopeless(html) ? ShownText.Of(html) : Shown(new HtmlParser(Options).ParseDocument(html), isInMarkdown: true);

    private static ShownText Shown(IHtmlDocument document, bool isInMarkdown = false)
    {
        using (document)
        {
            return HtmlWalk.Walk(document, isInMarkdown);
        }
    }
}
