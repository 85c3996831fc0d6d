using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Sheaf.Drafts.Formats;

/// <summary>Formulas of a note on lines of their own.</summary>
internal sealed class NoteFormulas : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
        renderer.Write("<p>").Write(new HtmlText().Math($"$${obj.Lines}$$").ToString()).Write("</p>").WriteLine();
}
