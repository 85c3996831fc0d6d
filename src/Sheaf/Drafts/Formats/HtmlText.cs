using System.Buffers;
using System.Globalization;
using System.Text;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>A page as it is written: markup of our own, and text from outside that is nothing but text.</summary>
internal sealed class HtmlText
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("<>&\"'");

    private readonly StringBuilder _html = new();

    /// <summary>Text as HTML shows it, in an element or an attribute.</summary>
    public static string Of(string text) => text.AsSpan().ContainsAny(Markup) ? new HtmlText().Text(text).ToString() : text;

    /// <summary>Markup of our own.</summary>
    public HtmlText Raw(string html)
    {
        _html.Append(html);
        return this;
    }

    public HtmlText Number(int number)
    {
        _html.Append(number.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>A length of a drawing, to a tenth.</summary>
    public HtmlText Length(double length)
    {
        _html.Append(length.ToString("0.#", CultureInfo.InvariantCulture));
        return this;
    }

    /// <summary>Text from outside.</summary>
    public HtmlText Text(ReadOnlySpan<char> text)
    {
        for (var next = text.IndexOfAny(Markup); next >= 0; next = text.IndexOfAny(Markup))
        {
            _html.Append(text[..next]).Append(text[next] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => "&#39;" });
            text = text[(next + 1)..];
        }

        _html.Append(text);
        return this;
    }

    /// <summary>Text with TeX's mathematics, which stays between its dollars for MathJax to find.</summary>
    public HtmlText Tex(string text)
    {
        var start = 0;
        for (var at = text.IndexOf('$'); at >= 0; at = at < text.Length ? text.IndexOf('$', at) : -1)
        {
            if ((at == 0 || text[at - 1] != '\\') && TexMath.EndOf(text, at) is { } end)
            {
                Text(text.AsSpan(start, at - start)).Math(text.AsSpan(at, end - at));
                (start, at) = (end, end);
            }
            else
            {
                at++;
            }
        }

        return Text(text.AsSpan(start));
    }

    /// <summary>A formula with its dollars.</summary>
    public HtmlText Math(ReadOnlySpan<char> math) => Raw("<span class=\"tex\">").Text(math).Raw("</span>");

    public override string ToString() => _html.ToString();
}
