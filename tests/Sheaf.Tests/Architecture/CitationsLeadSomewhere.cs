using System.Text.RegularExpressions;

namespace Sheaf.Tests.Architecture;

/// <summary>Comments cite ARXIV.md, the field guide to arXiv, by its sections: each of them is there.</summary>
public sealed partial class CitationsLeadSomewhere
{
    private static readonly string[] Folders = ["src", "tests"];

    [Fact]
    public void Every_section_that_a_comment_cites_is_in_the_field_guide()
    {
        var sections = Heading().Matches(File.ReadAllText(Path.Combine(ReferenceData.Checkout, "src", "Sheaf.Arxiv", "ARXIV.md")))
            .Select(heading => heading.Groups["number"].Value.TrimEnd('.')).ToHashSet();

        var cited = Sources().SelectMany(file => Citation().Matches(File.ReadAllText(file)).Select(match => (File: file, match))).ToList();
        var lost = cited.SelectMany(one => Number().Matches(one.match.Groups["sections"].Value).Select(number => (one.File, number.Value)))
            .Where(one => !sections.Contains(one.Value)).Select(one => $"{Path.GetFileName(one.File)}: {one.Value}");

        Assert.True(cited.Count > 100, $"Only {cited.Count} citations were found: they are written otherwise now.");
        Assert.Empty(lost);
    }

    private static IEnumerable<string> Sources() => Folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(ReferenceData.Checkout, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"^#{2,3} (?<number>[0-9]+\.?[0-9]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    // A citation may go on in the next line of its comment.
    [GeneratedRegex(
        @"field guide,? (section )?(?<sections>[0-9]+(\.[0-9]+)?((,|,? and|,? or|,? to)[\s/]+[0-9]+(\.[0-9]+)?)*)",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Citation();

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();
}
