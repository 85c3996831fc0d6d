using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>TeX on a page: mathematics stays between its dollars, for MathJax to find.</summary>
internal static class TexHtml
{
    /// <summary>A text that may hold mathematics.</summary>
    public static Html From(string text) => From(text, piece => $"{piece}");

    /// <summary>As <see cref="From(string)"/>, with looks of the caller's for what is no mathematics.</summary>
    public static Html From(string text, Func<string, Html> plain)
    {
        var pieces = new List<Html>();
        var start = 0;
        for (var at = text.IndexOf('$'); at >= 0; at = at < text.Length ? text.IndexOf('$', at) : -1)
        {
            if ((at == 0 || text[at - 1] != '\\') && TexMath.EndOf(text, at) is { } end)
            {
                pieces.Add($"{plain(text[start..at])}{Formula(text[at..end])}");
                (start, at) = (end, end);
            }
            else
            {
                at++;
            }
        }

        return $"{pieces}{plain(text[start..])}";
    }

    /// <summary>A formula with its dollars.</summary>
    public static Html Formula(string formula) => $"""<span class="tex">{formula}</span>""";
}
