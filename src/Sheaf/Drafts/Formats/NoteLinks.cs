using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Sheaf.Drafts.Formats;

/// <summary>Links of a note, and pictures, which are links to themselves. What leads elsewhere than to the web or a mailbox is only its words.</summary>
internal sealed class NoteLinks : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline obj)
    {
        var address = NoteAddresses.Harmless(obj.Url);
        if (address is null || NoteAddresses.IsInsideLink(obj))
        {
            renderer.WriteChildren(obj);
            return;
        }

        renderer.Write("<a href=\"").Write(HtmlText.Of(address)).Write("\" rel=\"noreferrer\">");
        if (obj.FirstChild is null)
        {
            renderer.WriteEscape(address);
        }

        renderer.WriteChildren(obj);
        renderer.Write("</a>");
    }
}
