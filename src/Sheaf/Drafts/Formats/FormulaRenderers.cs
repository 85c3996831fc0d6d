using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Sheaf.Drafts.Formats;

/// <summary>Formulas in a person's Markdown: TeX between its dollars, as in titles.</summary>
internal static class FormulaRenderers
{
    public static void Use(HtmlRenderer renderer)
    {
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new InLines());
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new Displayed());
    }

    private sealed class InLines : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj)
        {
            var dollars = new string('$', obj.DelimiterCount);
            renderer.Write(TexHtml.Formula($"{dollars}{obj.Content}{dollars}").ToString());
        }
    }

    /// <summary>On lines of their own.</summary>
    private sealed class Displayed : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj)
        {
            Html paragraph = $"<p>{TexHtml.Formula($"$${obj.Lines}$$")}</p>";
            renderer.Write(paragraph.ToString()).WriteLine();
        }
    }
}
