using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Sheaf.Drafts.Formats;

/// <summary>A page of the manual, which is our own Markdown, as HTML.</summary>
internal static class ManualHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    public static Html From(string text)
    {
        var page = Markdig.Markdown.Parse(text, Pipeline);

        // What can be wider than a page is moved sideways, by keys as well.
        foreach (var wide in page.Descendants().Where(part => part is CodeBlock or Table))
        {
            wide.GetAttributes().AddPropertyIfNotExist("tabindex", "0");
        }

        return Html.Trusted(page.ToHtml(Pipeline));
    }
}
