using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Sheaf.Formulas;

namespace Sheaf.Drafts.Formats;

/// <summary>Formulas in a person's Markdown, as in titles.</summary>
internal static class FormulaRenderers
{
    public static void Use(HtmlRenderer renderer, PageFormulas formulas)
    {
        renderer.ObjectRenderers.Replace<HtmlMathInlineRenderer>(new InLines(formulas));
        renderer.ObjectRenderers.Replace<HtmlMathBlockRenderer>(new Displayed(formulas));
    }

    private sealed class InLines(PageFormulas formulas) : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj)
        {
            var dollars = new string('$', obj.DelimiterCount);
            renderer.Write(TexHtml.Formula($"{dollars}{obj.Content}{dollars}", formulas).ToString());
        }
    }

    /// <summary>On lines of their own.</summary>
    private sealed class Displayed(PageFormulas formulas) : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj)
        {
            Html paragraph = $"<p>{TexHtml.Formula($"$${obj.Lines}$$", formulas)}</p>";
            renderer.Write(paragraph.ToString()).WriteLine();
        }
    }
}
