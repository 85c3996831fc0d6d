using System.Globalization;
using System.Text.RegularExpressions;

namespace Sheaf.Drafts.Model;

/// <summary>What the line under a draft's title counts: <c>59 papers on the list, 2 in depth, 1 late arrival.</c></summary>
/// <param name="Listed">Papers with an entry in the list, each once.</param>
/// <param name="InDepth">Papers with a section of their own.</param>
/// <param name="Late">Late arrivals.</param>
internal sealed partial record DraftFigures(int Listed, int InDepth, int Late)
{
    /// <summary>The line itself.</summary>
    public override string ToString()
    {
        var papers = Listed switch { 0 => "No papers", 1 => "1 paper", _ => $"{Listed} papers" };
        var inDepth = InDepth == 0 ? "" : $", {InDepth} in depth";
        var late = Late switch { 0 => "", 1 => ", 1 late arrival", _ => $", {Late} late arrivals" };
        return $"{papers} on the list{inDepth}{late}.";
    }

    /// <summary>Reads the line; null where a text is not one as <see cref="ToString"/> writes it.</summary>
    public static DraftFigures? Read(string text)
    {
        var line = Line().Match(text.Trim());
        return line.Success ? new(Number(line.Groups["listed"]), Number(line.Groups["depth"]), Number(line.Groups["late"])) : null;
    }

    private static int Number(Group digits) => digits.Success ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"^(No|(?<listed>[0-9]{1,7})) papers? on the list(, (?<depth>[0-9]{1,7}) in depth)?(, (?<late>[0-9]{1,7}) late arrivals?)?\.$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
