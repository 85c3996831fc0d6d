using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>Quotations of Markdown, and of mails: the marks before the lines of one that holds items or names papers are taken off.</summary>
internal static partial class Quotations
{
    public static IEnumerable<ShownLine> Open(IReadOnlyList<ShownLine> lines)
    {
        for (var at = 0; at < lines.Count;)
        {
            var end = at;
            while (end < lines.Count && Mark().IsMatch(lines[end].Text))
            {
                end++;
            }

            var opened = lines.Take(at..end).Select(line => line with { Text = Mark().Replace(line.Text, "", 1) }).ToList();
            var isList = opened.Exists(line => new ListLine(line.Line, line.Text) is var one && (one.ItemText is not null || ReferenceMark.FindAll(one.Text).Count > 0));
            for (var quoted = at; quoted < end; quoted++)
            {
                yield return isList ? opened[quoted - at] : lines[quoted];
            }

            if (end == at)
            {
                yield return lines[end++];
            }

            at = end;
        }
    }

    [GeneratedRegex(@"^ {0,3}(>[ \t]?){1,20}", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
