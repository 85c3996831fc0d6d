using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Sheaf.Formulas;

/// <summary>
/// Of the attributes of a formula's elements, those that MathML Core has, with values that cannot lay a formula over its neighbours. Styles
/// become classes of <c>formulas.css</c>; colours go, since an author chose them for white paper, and so does what has no class.
/// </summary>
internal static partial class MathAttributes
{
    private static readonly HashSet<string> Flags =
        ["fence", "separator", "stretchy", "symmetric", "movablelimits", "largeop", "accent", "accentunder", "displaystyle"];

    /// <summary>Lengths, and between which values in em.</summary>
    private static readonly Dictionary<string, (double Least, double Most)> Lengths = new()
    {
        ["lspace"] = (-1, 2),
        ["rspace"] = (-1, 2),
        ["voffset"] = (-1, 1),
        ["width"] = (0.01, 20),
        ["height"] = (0, 5),
        ["depth"] = (0, 5),
        ["minsize"] = (0, 5),
        ["maxsize"] = (0, 5),
        ["linethickness"] = (0, 0.5),
        ["mathsize"] = (0.5, 1),
    };

    private static readonly Dictionary<string, double> Em = new()
    {
        ["em"] = 1,
        ["ex"] = 0.5,
        ["px"] = 1 / 16.0,
        ["pt"] = 1 / 12.0,
        [""] = 1,
    };

    private static readonly HashSet<string> Classes =
    [
        "tml-sml-pad", "tml-med-pad", "tml-lrg-pad", "chr-sml", "chr-med", "chr-lrg", "chr-sml-vec", "chr-med-vec", "chr-lrg-vec",
        "tml-vec", "wbk-acc", "wbk-sml", "wbk-sml-acc", "wbk-sml-vec", "wbk-med", "wbk-med-acc", "wbk-med-vec", "wbk-lrg", "wbk-lrg-acc",
        "wbk-lrg-vec", "tml-tilde-2", "tml-tilde-3", "tml-tilde-4", "tml-hat-1", "tml-hat-2", "tml-hat-3", "tml-hat-4", "tml-overline",
        "tml-underline", "tml-cancel", "upstrike", "downstrike", "sout", "tml-xcancel", "tml-fbox", "tml-left", "tml-right", "tml-jot",
        "tml-small",
    ];

    private static readonly Dictionary<string, string> ClassesOfStyles = new()
    {
        ["math-depth:0"] = "tml-depth-0",
        ["math-depth:2"] = "tml-depth-2",
        ["font-weight:bold"] = "tml-bold",
        ["font-style:italic"] = "tml-italic",
        ["text-align:left"] = "tml-left",
        ["text-align:right"] = "tml-right",
        ["padding-left:0"] = "tml-l0",
        ["padding-left:0em"] = "tml-l0",
        ["padding-left:1em"] = "tml-l1",
        ["padding-right:0"] = "tml-r0",
        ["padding-right:0em"] = "tml-r0",
    };

    /// <summary>The attributes of an element that is just begun, in an order of their own.</summary>
    /// <param name="writer">Where they go.</param>
    /// <param name="element">Whose.</param>
    /// <param name="looks">Classes beside those of its own; null for none.</param>
    /// <param name="isLong">Whether it scrolls where it is wider than the page: then a keyboard must get there.</param>
    public static void Write(XmlWriter writer, XElement element, string? looks, bool isLong)
    {
        foreach (var attribute in element.Attributes().Where(attribute => IsAllowed(element, attribute.Name.LocalName, attribute.Value)))
        {
            writer.WriteAttributeString(attribute.Name.LocalName, attribute.Value);
        }

        string?[] others = [isLong ? "long" : null, looks];
        string[] classes = [.. others.OfType<string>(), .. ClassesOf(element).Distinct()];
        if (classes.Length > 0)
        {
            writer.WriteAttributeString("class", string.Join(' ', classes));
        }

        if (isLong)
        {
            writer.WriteAttributeString("tabindex", "0");
        }
    }

    private static bool IsAllowed(XElement element, string name, string value) => name switch
    {
        "display" => element.Name.LocalName == "math" && value == "block",
        "encoding" => element.Name.LocalName == "annotation" && value == "application/x-tex",
        "mathvariant" => value == "normal",
        "form" => value is "prefix" or "infix" or "postfix",
        "scriptlevel" => value is "0" or "1" or "2",
        // What is less wide, high or deep than it is drawn lies over something else.
        "width" or "height" or "depth" when element.Name.LocalName == "mpadded" => name == "width" && IsWithin(name, value),
        _ => Flags.Contains(name) ? value is "true" or "false" : Lengths.ContainsKey(name) && IsWithin(name, value),
    };

    private static bool IsWithin(string name, string value) =>
        Length().Match(value) is { Success: true } match
            && double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) * Em[match.Groups["unit"].Value] is var length
            && length >= Lengths[name].Least
            && length <= Lengths[name].Most;

    private static IEnumerable<string> ClassesOf(XElement element)
    {
        if (element.Name.LocalName == "menclose")
        {
            yield return "tml-enclose";
        }

        foreach (var name in (element.Attribute("class")?.Value ?? "").Split(' ').Where(Classes.Contains))
        {
            yield return name;
        }

        foreach (var style in (element.Attribute("style")?.Value ?? "").Split(';'))
        {
            if (ClassOf(style) is { } name)
            {
                yield return name;
            }
        }
    }

    private static string? ClassOf(string style) =>
        ClassesOfStyles.TryGetValue(style, out var name) ? name
        : Border().Match(style) is { Success: true } border ? $"tml-line-{border.Groups["side"].Value}"
        : NegativeSpace().Match(style) is { Success: true } space ? ClassOfSpace(space.Groups["em"].Value)
        : null;

    /// <summary>TeX's own negative spaces are of 3 to 5 eighteenths of an em; more than 6 are no space, but a way to overprint.</summary>
    private static string? ClassOfSpace(string em) =>
        Math.Round(18 * double.Parse(em, CultureInfo.InvariantCulture)) is >= 1 and <= 6 and var eighteenths
            ? string.Create(CultureInfo.InvariantCulture, $"tml-neg-{eighteenths}")
            : null;

    [GeneratedRegex(@"\A(?<number>-?[0-9]{1,3}(\.[0-9]{1,6})?)(?<unit>em|ex|px|pt|)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Length();

    [GeneratedRegex(@"\Aborder-(?<side>left|right|top|bottom):", RegexOptions.CultureInvariant)]
    private static partial Regex Border();

    [GeneratedRegex(@"\Amargin-left:-(?<em>[0-9]\.[0-9]{1,6})em\z", RegexOptions.CultureInvariant)]
    private static partial Regex NegativeSpace();
}
