using System.Text;

namespace Sheaf.Arxiv.Politeness;

/// <summary>
/// A page for people where an answer for programs should be: what stands in front of arXiv has answered, with status 200. The interface is out of
/// order for as long as that lasts, whatever it says.
/// </summary>
internal static class WebPage
{
    // A declaration and comments may come before the element.
    private const int Beginning = 2048;

    public static bool Is(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, Beginning)]);
        for (var at = text.IndexOf('<'); at >= 0; at = text.IndexOf('<', at + 1))
        {
            var tag = text.AsSpan(at + 1);
            if (tag.StartsWith("html", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("!doctype html", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            // The first element decides: a feed may well have HTML inside of it.
            if (tag is [var first, ..] && char.IsAsciiLetter(first))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>The same of an answer that has been read into memory.</summary>
    public static bool Is(HttpContent content)
    {
        var stream = content.ReadAsStream();
        var start = new byte[Beginning];
        var length = stream.ReadAtLeast(start, Beginning, throwOnEndOfStream: false);
        stream.Position = 0;
        return Is(start.AsSpan(0, length));
    }

    public static ArxivUnavailableException Instead(Uri address) =>
        new($"{address.Host} answers with a web page in place of data, so it is out of order for now ({address}).");
}
