using Markdig;

namespace Sheaf.Drafts.Formats;

/// <summary>A page of the manual, which is our own Markdown, as HTML.</summary>
internal static class ManualHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks().Build();

    public static Html From(string text) => Html.Trusted(Markdig.Markdown.ToHtml(text, Pipeline));
}
