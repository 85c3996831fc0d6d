using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Sheaf.Drafts.Formats;
using Sheaf.Formulas;

namespace Sheaf.Drafts.Edited;

/// <summary>
/// Sets the formulas of harmless HTML, in which they are TeX until then: what a person wrote is made harmless without MathML among it, and
/// a mail keeps the TeX, as Gmail and Outlook take the elements of a formula away and leave its letters in a row.
/// </summary>
internal static partial class FormulasOfPage
{
    /// <summary>What is in an element, with its formulas; the element stays as it is.</summary>
    public static Html Markup(IElement element, PageFormulas formulas)
    {
        if (element.QuerySelector($"span.{TexHtml.Class}") is null)
        {
            return element.Markup();
        }

        var copy = (IElement)element.Clone();
        foreach (var formula in copy.QuerySelectorAll($"span.{TexHtml.Class}").ToList())
        {
            if (Dollars().IsMatch(formula.TextContent))
            {
                formula.OuterHtml = TexHtml.Formula(formula.TextContent, formulas).ToString();
            }
        }

        return copy.Markup();
    }

    [GeneratedRegex(@"\A(\${1,2})[^$](.*[^$])?\1\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Dollars();
}
