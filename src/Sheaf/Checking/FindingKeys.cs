using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Sheaf.Checking;

/// <summary>
/// Gives findings their keys. A key is made of what was found and of which paper, not of where it stands: lines above may come and go, and
/// other findings may be settled. A finding that says something else than before, such as another change by arXiv, is another one.
/// </summary>
internal static partial class FindingKeys
{
    public static IReadOnlyList<Finding> Give(IReadOnlyList<Finding> findings, IReadOnlyList<CheckedFile> files)
    {
        var places = files.DistinctBy(file => file.Name).ToDictionary(file => file.Name, file => file.Place);
        var given = new Dictionary<string, int>();
        var keyed = new List<Finding>(findings.Count);
        foreach (var finding in findings)
        {
            var key = KeyOf(finding, places);
            var times = given[key] = given.GetValueOrDefault(key) + 1;
            keyed.Add(finding with { Key = times == 1 ? key : $"{key}-{times}" });
        }

        return keyed;
    }

    private static string KeyOf(Finding finding, Dictionary<string, string> places)
    {
        // What these say beside their code is figures and advice, which change while the finding does not.
        var isOfPaper = finding.Code is FindingCode.SuggestedNoteLeft or FindingCode.NoWords or FindingCode.CountMismatch or FindingCode.NotInDraft or FindingCode.NotOnList;
        var message = isOfPaper ? "" : LineNumber().Replace(finding.Message, "");
        var text = string.Join('\n', finding.Code, places.GetValueOrDefault(finding.File, finding.File), finding.Id, message);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
    }

    /// <summary>Where another place is named: its file, which has another name from another folder, and its line.</summary>
    [GeneratedRegex(@"(?<= )(\S+, )?line [0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LineNumber();
}
