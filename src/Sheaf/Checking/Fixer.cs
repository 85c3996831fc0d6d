using Sheaf.Editing;
using Sheaf.Files;
using Sheaf.Lists;

namespace Sheaf.Checking;

/// <summary>Makes the changes that are certain, all of them together, every other byte as it was.</summary>
internal static class Fixer
{
    /// <summary>
    /// Mends, as part of an edit. A line that was changed since it was read is left, wherever it has gone; one that only moved is found.
    /// </summary>
    /// <param name="edit">The edit.</param>
    /// <param name="findings">Those with a <see cref="Finding.Fix"/> are mended.</param>
    /// <param name="files">As they were read.</param>
    /// <returns>What was changed, in the order of files and lines.</returns>
    /// <exception cref="IOException">A file cannot be written; nothing has changed.</exception>
    public static IReadOnlyList<FixedLine> Apply(Edit edit, IReadOnlyList<Finding> findings, IReadOnlyList<CheckedFile> files)
    {
        var changed = new List<FixedLine>();
        foreach (var group in findings.Where(finding => finding.Fix is not null).GroupBy(finding => finding.File))
        {
            var file = files.First(file => file.Name == group.Key);
            if (TextLines.Of(file.Content) is not { } lines)
            {
                continue;
            }

            // One change a line: what a second finding says of it was said of the line as it was.
            var wanted = group.GroupBy(finding => finding.Line).OrderBy(line => line.Key).Select(First).ToList();
            IReadOnlyList<(FixedLine Line, Splice Splice)> made = [];
            edit.Change(file.Path, text =>
            {
                made = Splices(text, lines, wanted);
                return new TextChange([.. made.Select(one => one.Splice)]);
            });
            changed.AddRange(made.Select(one => one.Line));
        }

        return changed;
    }

    private static List<(FixedLine Line, Splice Splice)> Splices(EditedText text, TextLines read, IReadOnlyList<Finding> findings)
    {
        var made = new List<(FixedLine, Splice)>();
        var now = TextLines.Of(text.Bytes)!;
        var copies = now.All.CountBy(line => line.Text).ToDictionary();
        foreach (var finding in findings)
        {
            var before = read.At(finding.Line)!;
            var number = now.At(finding.Line) == before ? finding.Line : now.OnlyLine(before);

            // A line that goes because it stands twice may only go while it does: the last one is all that is left.
            var isLast = finding is { Code: FindingCode.Duplicate, Fix.New: null } && copies.GetValueOrDefault(before) < 2;
            if (!isLast && number is { } found && now.Splice(found, finding.Fix!) is { } splice)
            {
                copies[before]--;
                made.Add(
                    (new FixedLine(
                        finding, before,
                        finding.Fix!.New is null ? null : before.Replace(finding.Fix.Old, finding.Fix.New, StringComparison.Ordinal)),
                        splice));
            }
        }

        return made;
    }

    /// <summary>Errors are mended before warnings: the link to another paper goes with its damaged spelling.</summary>
    private static Finding First(IEnumerable<Finding> findings) => findings.MinBy(finding => finding.Severity)!;
}

/// <summary>A line that was mended.</summary>
/// <param name="Finding">Why.</param>
/// <param name="Before">The line as it was.</param>
/// <param name="After">The line as it is; null: it is gone.</param>
internal sealed record FixedLine(Finding Finding, string Before, string? After);
