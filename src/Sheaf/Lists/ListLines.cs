using System.Text.RegularExpressions;
using Sheaf.Markdown;

namespace Sheaf.Lists;

/// <summary>
/// What a line of a curated list may be beside Markdown: people take lines out with slashes, and mark items with any sign they like.
/// </summary>
internal static partial class ListLines
{
    extension(MarkdownLine line)
    {
        /// <summary>A line the editor took out of the list.</summary>
        public bool IsComment => line.Text.AsSpan().TrimStart().StartsWith("//");

        /// <summary>
        /// The text of a list item without its marker and check box; null where the line begins no item. Any mark that people use is one.
        /// </summary>
        public string? ItemText => MarkedItem(line.Text) is { Success: true } item ? item.Groups["text"].Value : null;

        /// <summary>Whether it is an item to Markdown, too.</summary>
        public bool IsMarkdownItem => Item().IsMatch(line.Text);

        /// <summary>Whether its marker is a dash or an arrow, with which a note may go on as well.</summary>
        public bool IsDashed => !line.IsMarkdownItem && Dashed().IsMatch(line.Text);
    }

    private static Match MarkedItem(string text) => Item().Match(text) is { Success: true } item ? item : OtherItem().Match(text);

    [GeneratedRegex(
        @"^[ \t\u200b-\u200f\u202a-\u202e\u2066-\u2069]*([-*+•]"
        + @"|(?![0-9]{4}\. [0-9]{4,5}(?![0-9]))[0-9]{1,9}[.)])([ \t\u00a0]+(\[[ xX]\][ \t]+)?(?<text>.*))?\z",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Item();

    // Bullets, arrows and emoji (stars are no bullets here: they star); (1) [12] a) iv. and numbers in circles or in the brackets of
    // Chinese;
    // the deeper headings and items of org-mode, AsciiDoc's dot, and what reStructuredText calls an explicit target.
    [GeneratedRegex(
        @"^[ \t\u3000\u200b-\u200f\u202a-\u202e\u2066-\u2069]*(("
            + @"[–—―‣⁃∙·◦¶§»›]|(?![\u2605\u2606\u2b50])[\u2190-\u23ff\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff]"
            + @"|(?!\ud83c\udf1f)[\ud83c-\ud83e][\udc00-\udfff]([\ufe0f\u200d]|\ud83c[\udffb-\udfff])*"
            + @"|[0-9]{1,2}\ufe0f?\u20e3|\*{2,9}|\.|\([0-9]{1,4}\)|\([a-z]\)|\([ivx]{1,5}\)|[a-z]\)|[ivx]{1,5}[.)]|\[[0-9]{1,4}\]"
            + @"|[0-9]{1,4}:"
            + @"|\.\.[ \t]+(\[[^\]\[]{1,60}\]|_`[^`]{1,300}`:|_[^:`]{1,100}:)){1,3}\ufe0f?[ \t\u00a0\u3000]+"
            + @"|[\u2460-\u24ff\u2776-\u2793\u3251-\u325f\u32b1-\u32bf][ \t\u00a0\u3000]*|[0-9]{1,4}[、\uff0e][ \t]*"
            + @"|[\uff08【〔\uff3b][0-9]{1,4}[\uff09】〕\uff3d][ \t]*)"
            + @"(\[[ xX]\][ \t]+)?(?<text>\S.*)\z",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex OtherItem();

    [GeneratedRegex(@"^[ \t]*[–—―\u2190-\u21ff\u27f0-\u27ff]", RegexOptions.ExplicitCapture)]
    private static partial Regex Dashed();
}
