using System.Text.RegularExpressions;
using Sheaf.Manual;

namespace Sheaf.Tests.Readme;

/// <summary>The README and the pages of the manual, taken apart into the commands and the excerpts that they print.</summary>
internal static partial class ReadmeText
{
    private static readonly string Text = string.Join('\n', ManualPage.All.Select(page => page.Text)
        .Prepend(File.ReadAllText(Path.Combine(ReferenceData.Checkout, "README.md")).ReplaceLineEndings("\n")));

    /// <summary>
    /// Every command in its order: the lines of shell blocks that are no script, and code within a line that is a command of Sheaf.
    /// </summary>
    public static IReadOnlyList<string> Commands { get; } =
    [
        .. Command().Matches(Text).SelectMany(found => found.Groups["block"] is { Success: true } block
            ? block.Value.StartsWith("#!", StringComparison.Ordinal) ? [] : block.Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : [found.Groups["line"].Value]),
    ];

    /// <summary>What stands in the blocks of Markdown and of output, each in the pieces between the lines left out.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Excerpts { get; } =
    [
        .. Excerpt().Matches(Text)
        .Select(block => block.Groups["block"].Value.Split("…\n", StringSplitOptions.RemoveEmptyEntries).Select(OneLine).ToList())
            .Where(pieces => !pieces[0].StartsWith("- ", StringComparison.Ordinal)),
    ];

    /// <summary>Lines are broken in the README where the program does not.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(
        @"^```sh\n(?<block>.*?)^```$|`(?<line>(sheaf|dotnet|bash) [^`\n]*)`",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    [GeneratedRegex(
        @"^```(markdown|text)\n(?<block>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Excerpt();
}
