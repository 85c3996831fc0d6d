using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace Sheaf.Drafts.Formats;

/// <summary>Formulas in the lines of a note: TeX between its dollars, as in titles.</summary>
internal sealed class NoteMath : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline obj)
    {
        var dollars = new string('$', obj.DelimiterCount);
        renderer.Write(new HtmlText().Math($"{dollars}{obj.Content}{dollars}").ToString());
    }
}
