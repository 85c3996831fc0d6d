using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>
/// The items of LaTeX as those of Markdown: <c>\bibitem{key}</c> and <c>\item</c> begin one, and its lines go on to the next, to an empty
/// line or to the end of the list.
/// </summary>
internal static partial class LatexItems
{
    public static IEnumerable<ShownLine> Indent(IEnumerable<ShownLine> lines)
    {
        var (isLatex, isInside) = (false, false);
        foreach (var line in lines)
        {
            if (line.Text.Contains('\\') && Command().Match(line.Text) is { Success: true } command)
            {
                (isLatex, isInside) = (true, command.Groups["item"].Success);
                var rest = line.Text[command.Length..];
                yield return line with
                {
                    Text = isInside ? $"- {Printed(rest)}".TrimEnd()
                        : command.Groups["heading"].Success ? $"## {Printed(command.Groups["heading"].Value)}"
                        : Printed(line.Text),
                };
                continue;
            }

            isInside &= !string.IsNullOrWhiteSpace(line.Text);
            yield return isLatex
                ? line with
                {
                    Text = Comment().IsMatch(line.Text) ? $"// {line.Text}" : isInside
                        ? $"  {Printed(line.Text).TrimStart()}"
                        : Printed(line.Text),
                }
                : line;
        }
    }

    private static string Printed(string text) =>
        !text.AsSpan().ContainsAny('\\', '~', '`') ? text
        : Plain().Replace(Bold().Replace(Link().Replace(text, "[${text}](${address})"), "**${text}**"), "${text}")
            .Replace("\\newblock", "", StringComparison.Ordinal).Replace('~', ' ').Replace("``", "“", StringComparison.Ordinal)
            .Replace("''", "”", StringComparison.Ordinal)
            .Replace(",”", "”,", StringComparison.Ordinal);

    [GeneratedRegex(
        @"^[ \t]*\\((?<item>bibitem[ \t]*(\[[^\]]{0,300}\][ \t]*)?(\{[^{}]{0,300}\})?|item\b[ \t]*(\[[^\]]{0,300}\])?)[ \t]*"
        + @"|(?<end>(end|begin)\{)|(sub)*section\*?\{(?<heading>[^{}]{1,300})\}|chapter\*?\{(?<heading>[^{}]{1,300})\})",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Command();

    // What INSPIRE writes below an entry begins so, too, and names its paper.
    [GeneratedRegex(@"^[ \t]*%(?!%CITATION)", RegexOptions.ExplicitCapture)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\\href\{(?<address>[^{}\s]{1,500})\}\{(?<text>[^{}]{1,400})\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(@"\\textbf\{(?<text>[^{}]{1,400})\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Bold();

    [GeneratedRegex(@"\\(emph|textit|texttt|url|textsc)\{(?<text>[^{}]{1,500})\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();
}
