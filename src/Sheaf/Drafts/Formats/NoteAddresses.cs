using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Sheaf.Drafts.Formats;

/// <summary>Addresses in angle brackets.</summary>
internal sealed class NoteAddresses : HtmlObjectRenderer<AutolinkInline>
{
    /// <summary>The address as a browser wants it; null where it leads elsewhere than to the web or a mailbox.</summary>
    public static string? Harmless(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeMailto)
            ? uri.AbsoluteUri
            : null;

    /// <summary>A link within a link is no HTML.</summary>
    public static bool IsInsideLink(Inline inline) => inline.Parent is { } parent && (parent is LinkInline || IsInsideLink(parent));

    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        if (Harmless(obj.IsEmail ? $"mailto:{obj.Url}" : obj.Url) is { } address && !IsInsideLink(obj))
        {
            renderer.Write("<a href=\"").Write(HtmlText.Of(address)).Write("\" rel=\"noreferrer\">").WriteEscape(obj.Url);
            renderer.Write("</a>");
        }
        else
        {
            renderer.WriteEscape(obj.Url);
        }
    }
}
