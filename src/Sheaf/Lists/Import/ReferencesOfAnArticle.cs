using System.Text.RegularExpressions;

namespace Sheaf.Lists.Import;

/// <summary>
/// The list of references at the end of an article that is itself prose: what it names are mentions, whereas the same list alone, or at the
/// end of a list, is a list.
/// </summary>
internal sealed partial class ReferencesOfAnArticle
{
    /// <summary>An article has more text than this, and most of its letters in sentences.</summary>
    private const int ShortestArticle = 600;

    private readonly int _start = int.MaxValue;

    public ReferencesOfAnArticle(ListPage page)
    {
        for (var line = page.Count - 1; line >= 0; line--)
        {
            var title = page.HeadingLevel(line) is not null ? page.HeadingText(line) : page[line].Text;
            if (title.Length <= 60 && Title().IsMatch(title) && !page.IsItem(line))
            {
                _start = IsArticle(page, line) ? line : _start;
                return;
            }

            if ((page.HeadingLevel(line) ?? page.UnderlineLevel(line)) is not null && !Appendix().IsMatch(title))
            {
                return;
            }
        }
    }

    public bool Hold(int line) => line > _start;

    private static bool IsArticle(ListPage page, int end)
    {
        var (prose, list) = (0, 0);
        for (var line = 0; line < end; line++)
        {
            var length = page[line].Text.Length;
            var isList = page.IsItem(line) || page.IsRow(line) || (page.HasReference(line) && length < 80);
            prose += isList || length < 40 ? 0 : length;
            list += isList ? length : 0;
        }

        return prose >= ShortestArticle && prose > 2 * list;
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"^\W*([0-9]{1,2}\.?\s)?(references|bibliography|literature( cited)?|works cited|cited works|footnotes|endnotes"
        + @"|literatur(verzeichnis)?|quellen|références|bibliographie|referencias|bibliografía|riferimenti|bibliografia|referências"
        + @"|参考文献|参考资料)\W*\z", Options)]
    private static partial Regex Title();

    [GeneratedRegex(@"^\W*(appendix|acknowledge?ments?|about|contact|license|citation)", Options)]
    private static partial Regex Appendix();
}
