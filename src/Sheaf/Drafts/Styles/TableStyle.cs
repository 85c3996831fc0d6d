using System.Text;
using System.Text.RegularExpressions;
using Sheaf.Drafts.Model;
using Sheaf.Languages;
using Sheaf.Text;

namespace Sheaf.Drafts.Styles;

/// <summary>
/// The style <c>table</c>: a Markdown table of two columns for each part of the list, papers numbered throughout, newest first.
/// </summary>
internal sealed partial class TableStyle(int namesShown) : DraftStyle(namesShown)
{
    public override string Render(Draft draft)
    {
        var number = 0;
        return DraftLayout.Render(draft, entries =>
            [string.Join('\n', entries.Select(entry => Row(entry, draft, ++number)).Prepend(Head(draft.Language.Headings)))]);
    }

    private static string Head(LanguageHeadings words) => $"| {words.PaperColumn} | {words.LinkColumn} |\n| --- | --- |";

    private string Row(DraftEntry entry, Draft draft, int number)
    {
        var heading = EntryText.Heading(entry, draft, NamesShown, $"**{EntryText.Title(entry)}**");
        var words = EntryText.WordsInList(entry, draft) is { } text ? $"<br>{OneLine(text)}" : "";
        return $"| {number}) {Cell(heading + words)} | {entry.Link} |";
    }

    /// <summary>A row has no line breaks of its own: a new paragraph, list item or quotation of a note begins with HTML's.</summary>
    private static string OneLine(string words) => PlainLine.Of(Soft().Replace(Hard().Replace(words.Trim(), "<br>"), " "));

    /// <summary>
    /// A bar ends a cell, also inside mathematics, unless a backslash is before it, which the table then takes away. TeX's own <c>\|</c>
    /// would lose its backslash so: it becomes <c>\Vert</c>, which means the same.
    /// </summary>
    private static string Cell(string text)
    {
        var cell = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] == '$' ? TexMath.EndOf(text, at) ?? at + 1 : at + 1;
            if (end > at + 1)
            {
                cell.Append(
                    text[at..end].Replace(@"\|", @"\Vert ", StringComparison.Ordinal).Replace("|", @"\|", StringComparison.Ordinal));
            }
            else
            {
                cell.Append(text[at] != '|' ? text[at..end] : at > 0 && text[at - 1] == '\\' ? "&#124;" : @"\|");
            }

            at = end;
        }

        return cell.ToString();
    }

    [GeneratedRegex(@" *\n(?:\s*\n)+ *| *\n *(?=(?:[-*+>]|[0-9]{1,9}[.)]) )", RegexOptions.CultureInvariant)]
    private static partial Regex Hard();

    [GeneratedRegex(@" *\n *", RegexOptions.CultureInvariant)]
    private static partial Regex Soft();
}
