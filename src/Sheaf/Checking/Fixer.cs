using Sheaf.Curation;

namespace Sheaf.Checking;

/// <summary>Makes the changes that are certain, each file whole or not at all, every other byte as it was.</summary>
internal static class Fixer
{
    /// <param name="findings">Those with a <see cref="Finding.Fix"/> are mended where the line is as it was read.</param>
    /// <param name="files">As they were read.</param>
    /// <returns>What was changed, in the order of files and lines.</returns>
    /// <exception cref="CurationException">A file was changed by somebody else since it was read.</exception>
    /// <exception cref="IOException">A file cannot be written; those before it are.</exception>
    public static IReadOnlyList<FixedLine> Apply(IReadOnlyList<Finding> findings, IReadOnlyList<CheckedFile> files) =>
    [
        .. findings.Where(finding => finding.Fix is not null).GroupBy(finding => finding.File)
            .SelectMany(group => Apply([.. group.OrderBy(finding => finding.Line)], files.First(file => file.Name == group.Key))),
    ];

    private static List<FixedLine> Apply(IReadOnlyList<Finding> findings, CheckedFile file)
    {
        var changed = new List<FixedLine>();
        if (TextLines.Of(file.Content) is not { } lines)
        {
            return changed;
        }

        // One change a line: what a second finding says of it was said of the line as it was.
        foreach (var finding in findings.GroupBy(finding => finding.Line).Select(First))
        {
            var before = lines.At(finding.Line)!;
            if (lines.TryApply(finding.Line, finding.Fix!))
            {
                changed.Add(new FixedLine(finding, before, finding.Fix!.New is null ? null : lines.At(finding.Line)));
            }
        }

        if (changed.Count > 0)
        {
            Write(file, lines.ToBytes());
        }

        return changed;
    }

    /// <summary>Errors are mended before warnings: the link to another paper goes with its damaged spelling.</summary>
    private static Finding First(IEnumerable<Finding> findings) => findings.MinBy(finding => finding.Severity)!;

    private static void Write(CheckedFile file, byte[] bytes)
    {
        if (!File.ReadAllBytes(file.Path).AsSpan().SequenceEqual(file.Content.Span))
        {
            throw new CurationException(file.Path, null, "The file was changed while it was being checked, so nothing in it was mended; check again.");
        }

        WholeFile.Replace(file.Path, bytes);
    }
}

/// <summary>A line that was mended.</summary>
/// <param name="Finding">Why.</param>
/// <param name="Before">The line as it was.</param>
/// <param name="After">The line as it is; null: it is gone.</param>
public sealed record FixedLine(Finding Finding, string Before, string? After);
