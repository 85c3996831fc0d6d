using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Drafts.Styles;

/// <summary>The styles by the names that users give them.</summary>
public static class DraftStyles
{
    /// <param name="style">One of <see cref="StyleName"/>, or the path of a template, from the current folder where it is not whole.</param>
    /// <param name="namesShown">How many of many authors are named; at least 1.</param>
    /// <exception cref="BadInputException">There is no such style, and the message names those that there are; or the template cannot be used.</exception>
    public static DraftStyle Find(string style, int namesShown) => style switch
    {
        StyleName.Roundup => new RoundupStyle(namesShown),
        StyleName.Categorised => new CategorisedStyle(namesShown),
        StyleName.Table => new TableStyle(namesShown),
        _ when StyleName.IsFile(style) => TemplateStyle.Read(style, namesShown),
        _ => throw new BadInputException(
            $"There is no style {PlainLine.Of(style)}: use {string.Join(", ", StyleName.All)}, or the path of your own template, such as ./my.liquid."),
    };
}
