using Sheaf.Drafts.Model;

namespace Sheaf.Drafts.Styles;

/// <summary>A way to write a draft in Markdown.</summary>
/// <param name="namesShown">How many of many authors are named; at least 1.</param>
public abstract class DraftStyle(int namesShown)
{
    /// <summary>How many of many authors are named; at least 1.</summary>
    protected int NamesShown { get; } = namesShown;

    /// <summary>Markdown with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    /// <exception cref="BadInputException">A person's template cannot be used.</exception>
    public abstract string Render(Draft draft);
}
