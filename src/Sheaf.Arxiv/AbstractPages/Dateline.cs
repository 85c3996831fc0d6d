using System.Globalization;
using System.Text.RegularExpressions;

namespace Sheaf.Arxiv.AbstractPages;

/// <summary>
/// The bracketed line above the title, which says of which version the page is (field guide 5.3). Until about 2019 the brackets were
/// round.
/// </summary>
/// <param name="FirstDay">The day of version 1 as printed: <c>30 Apr 2024</c>.</param>
/// <param name="Version">The version shown.</param>
/// <param name="LatestVersion">The most recent version; named by pages of older versions only, else null.</param>
internal sealed partial record Dateline(string FirstDay, int Version, int? LatestVersion)
{
    internal static Dateline Parse(PageParts page)
    {
        var line = PageText.Line(page.Dateline);
        var match = Shape().Match(line);
        if (!match.Success)
        {
            throw page.Fault("dateline", $"'{line}'");
        }

        return new(match.Groups["first"].Value, Number(match.Groups["shown"]) ?? 1, Number(match.Groups["latest"]));
    }

    private static int? Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : null;

    // In order: the only version; version 1 of several; a later one, the latest or not.
    [GeneratedRegex(
        @"^[\[(]Submitted on (?<first>[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4})"
        + @"( \(this version\)| \(v1\), (last )?revised [0-9A-Za-z ]+ \(this version, v(?<shown>[1-9][0-9]{0,3})\))?"
        + @"(, latest version [0-9A-Za-z ]+ \(v(?<latest>[1-9][0-9]{0,3})\))?[\])]\z",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
