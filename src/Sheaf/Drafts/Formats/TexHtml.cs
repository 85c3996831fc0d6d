using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>TeX on a page: mathematics stays between its dollars, for MathJax to find.</summary>
internal static class TexHtml
{
    /// <summary>A text that may hold mathematics.</summary>
    public static Html From(string text)
    {
        var pieces = new List<Html>();
        var start = 0;
        for (var at = text.IndexOf('$'); at >= 0; at = at < text.Length ? text.IndexOf('$', at) : -1)
        {
            if ((at == 0 || text[at - 1] != '\\') && TexMath.EndOf(text, at) is { } end)
            {
                pieces.Add($"{text[start..at]}{Formula(text[at..end])}");
                (start, at) = (end, end);
            }
            else
            {
                at++;
            }
        }

        return $"{pieces}{text[start..]}";
    }

    /// <summary>A formula with its dollars.</summary>
    public static Html Formula(string formula) => $"""<span class="tex">{formula}</span>""";
}
