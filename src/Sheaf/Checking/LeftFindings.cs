using Sheaf.Files;
using Sheaf.Lists;
using Sheaf.Markdown;
using Sheaf.Text;

namespace Sheaf.Checking;

/// <summary>
/// The findings that the editor lets stand: <c>left.txt</c>, one a line, its key first and then words for readers. Take a line out, and the
/// finding is told again.
/// </summary>
/// <param name="path">Need not exist.</param>
internal sealed class LeftFindings(string path)
{
    /// <summary>The keys.</summary>
    /// <exception cref="CurationException">The file is not UTF-8, or too large.</exception>
    /// <exception cref="IOException">It cannot be read, or another program has been writing it all the time.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public IReadOnlySet<string> Read() => KeysIn(
        EditedText.Read(
            path, FileLimits.SetAside, hadContent: false, new Patience(FilePace.Default, TimeProvider.System, CancellationToken.None))
                .Text);

    /// <summary>The change that adds a finding; none where it stands there already.</summary>
    public static Splice[] Add(EditedText text, Finding finding)
    {
        if (KeysIn(text.Text).Contains(finding.Key))
        {
            return [];
        }

        var line = $"{finding.Key} — {finding.Code}, {finding.File}: {SafeText.OneLine(finding.Message)}{text.LineEnding}";
        return [new(text.Text.Length, 0, (text.LacksLastEnding ? text.LineEnding : "") + line)];
    }

    private static HashSet<string> KeysIn(string text) =>
    [
        .. MarkdownLine.Split(text).Where(line => !line.IsWhiteSpace && !line.IsComment)
            .Select(line => line.Text.TrimStart('\ufeff').Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries)[0]),
    ];
}
