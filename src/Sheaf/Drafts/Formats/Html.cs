using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>
/// HTML, written as an interpolated string: what stands in the source is markup; what stands in a hole is text and is encoded, unless it is
/// HTML itself. <c>Html cell = $"&lt;td&gt;{title}&lt;/td&gt;";</c>. An empty piece of HTML that has a line to itself leaves no line.
/// </summary>
[InterpolatedStringHandler]
internal sealed class Html
{
    private static readonly SearchValues<char> Markup = SearchValues.Create("<>&\"'");

    private readonly StringBuilder _html;

    /// <summary>Whether the line so far has held nothing but empty pieces.</summary>
    private bool _isLeftOut;

    public Html(int literalLength, int formattedCount) => _html = new(literalLength + (16 * formattedCount));

    /// <summary>Markup that was made elsewhere, by code that encodes what it was given.</summary>
    public static Html Trusted(string markup)
    {
        var html = new Html(markup.Length, 0);
        html._html.Append(markup);
        return html;
    }

    /// <summary>The pieces, each on a line of its own; an empty one has none.</summary>
    public static Html Lines(IEnumerable<Html?> pieces)
    {
        var lines = new Html(0, 0);
        foreach (var piece in pieces.Where(piece => piece?._html.Length > 0))
        {
            lines._html.Append(lines._html.Length > 0 ? "\n" : "").Append(piece!._html);
        }

        return lines;
    }

    /// <summary>Markup of the source, with LF line endings whatever the source has.</summary>
    public void AppendLiteral(string literal)
    {
        var markup = literal.ReplaceLineEndings("\n");
        _html.Append(_isLeftOut && markup.StartsWith('\n') ? markup[1..] : markup);
        _isLeftOut = false;
    }

    public void AppendFormatted(string? text)
    {
        var rest = text.AsSpan();
        for (var next = rest.IndexOfAny(Markup); next >= 0; next = rest.IndexOfAny(Markup))
        {
            _html.Append(rest[..next])
                .Append(rest[next] switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => "&#39;" });
            rest = rest[(next + 1)..];
        }

        _html.Append(rest);
        _isLeftOut = false;
    }

    public void AppendFormatted(int number) => AppendFormatted(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A length of a drawing, to a tenth.</summary>
    public void AppendFormatted(double length) => AppendFormatted(length.ToString("0.#", CultureInfo.InvariantCulture));

    public void AppendFormatted(Html? html)
    {
        var isEmpty = html is null || html._html.Length == 0;
        _isLeftOut = isEmpty && (_isLeftOut || _html.Length == 0 || _html[^1] == '\n');
        _html.Append(html?._html);
    }

    /// <summary>One piece after the other.</summary>
    public void AppendFormatted(IEnumerable<Html?> pieces)
    {
        foreach (var piece in pieces)
        {
            AppendFormatted(piece);
        }
    }

    public override string ToString() => _html.ToString();
}
