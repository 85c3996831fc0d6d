using System.Text.RegularExpressions;
using Sheaf.Formulas;
using Sheaf.Text;

namespace Sheaf.Drafts.Formats;

/// <summary>TeX on a page: formulas as MathML, and those that cannot be set as TeX between its dollars.</summary>
internal static partial class TexHtml
{
    /// <summary>The class of a formula that is shown as TeX.</summary>
    public const string Class = "tex";

    /// <summary>A text that may hold mathematics.</summary>
    public static Html From(string text, PageFormulas formulas) => From(text, formulas, piece => $"{piece}");

    /// <summary>As <see cref="From(string, PageFormulas)"/>, with looks of the caller's for what is no mathematics.</summary>
    public static Html From(string text, PageFormulas formulas, Func<string, Html> plain)
    {
        var pieces = new List<Html>();
        var start = 0;
        for (var at = text.IndexOf('$'); at >= 0; at = at < text.Length ? text.IndexOf('$', at) : -1)
        {
            if ((at == 0 || text[at - 1] != '\\') && TexMath.EndOf(text, at) is { } end)
            {
                var formula = text[at..end];
                pieces.Add(
                    $"{plain(text[start..at])}{(IsProse(formula, text.AsSpan(end)) ? AsTex(formula) : Formula(formula, formulas))}");
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
    public static Html Formula(string formula, PageFormulas formulas)
    {
        var isDisplayed = formula.StartsWith("$$", StringComparison.Ordinal);
        var dollars = isDisplayed ? 2 : 1;
        return formula.Length > 2 * dollars && formulas.Set(formula[dollars..^dollars], isDisplayed) is { } math
            ? Html.Trusted(math.Markup)
            : AsTex(formula);
    }

    private static Html AsTex(string formula) => $"""<span class="{Class}">{formula}</span>""";

    /// <summary>
    /// Whether two dollars rather mean money, as in <c>from $5 to $10</c>: set as a formula, the words between them would lose their blanks
    /// and the sums their signs. Nothing there is TeX's, and a number follows each dollar, or there are words.
    /// </summary>
    private static bool IsProse(string formula, ReadOnlySpan<char> after) => formula.AsSpan().IndexOfAny(@"\^_{") < 0
        && ((formula is ['$', >= '0' and <= '9', ..] && after is [>= '0' and <= '9', ..]) || Words().IsMatch(formula));

    [GeneratedRegex(@"[A-Za-z]\s+[a-z]{2}|\$\s+[a-z]{2,}\s+\$", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
