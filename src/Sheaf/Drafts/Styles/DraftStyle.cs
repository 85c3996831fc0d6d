using Sheaf.Drafts.Model;
using Sheaf.Settings;
using Sheaf.Text;

namespace Sheaf.Drafts.Styles;

/// <summary>A way to write a draft in Markdown.</summary>
/// <param name="namesShown">How many of many authors are named; at least 1.</param>
internal abstract class DraftStyle(int namesShown)
{
    /// <summary>How many of many authors are named; at least 1.</summary>
    protected int NamesShown { get; } = namesShown;

    /// <summary>Markdown with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    /// <exception cref="BadInputException">A person's template cannot be used.</exception>
    public abstract string Render(Draft draft);
}

/// <summary>The styles by the names that users give them.</summary>
internal static class DraftStyles
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

/// <summary>What the styles have in common: title, counts, the papers in depth, and the list in its parts.</summary>
internal static class DraftLayout
{
    /// <summary>Markdown with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    /// <param name="draft">The month.</param>
    /// <param name="list">The blocks that list the papers of one part; never asked for none.</param>
    public static string Render(Draft draft, Func<IReadOnlyList<DraftEntry>, IEnumerable<string>> list) => string.Join("\n\n",
    [
        $"# {draft.Title}",
        draft.Opening,
        .. draft.InDepth.Count == 0 ? [] : draft.InDepth.SelectMany(entry => InDepthSection.Blocks(entry, draft.Month)).Prepend($"## {DraftSection.InDepth}"),
        .. draft.Sections.SelectMany(section => list(section.Entries).Prepend($"## {section.Title}")),
        .. draft.LateArrivals.Count == 0 ? [] : list(draft.LateArrivals).Prepend($"## {DraftSection.LateArrivals}"),
        .. draft.MayHaveMissed.Count == 0 ? [] : list(draft.MayHaveMissed).Prepend($"## {DraftSection.MayHaveMissed}"),
    ]) + "\n";
}
