using Sheaf.Drafts.Model;
using Sheaf.Languages;
using Sheaf.Markdown;
using Sheaf.Names;
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
    /// <param name="style">One of <see cref="StyleName"/>, or the path of a template, from the current folder where it is not
    /// whole.</param>
    /// <param name="namesShown">How many of many authors are named; at least 1.</param>
    /// <exception cref="BadInputException">There is no such style, and the message names those that there are; or the template cannot be
    /// used.</exception>
    public static DraftStyle Find(string style, int namesShown) => style switch
    {
        StyleName.Roundup => new RoundupStyle(namesShown),
        StyleName.Categorised => new CategorisedStyle(namesShown),
        StyleName.Table => new TableStyle(namesShown),
        _ when StyleName.IsFile(style) => TemplateStyle.Read(style, namesShown),
        _ => throw new BadInputException(
            $"There is no style {PlainLine.Of(style)}: use {string.Join(", ", StyleName.All)}, or the path of your own template, such as "
            + "./my.liquid."),
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
        $"# {EntryText.Title(draft)}",
        .. draft.Introduction.Length == 0 ? [] : new[] { draft.Introduction },
        draft.Opening,
        .. draft.InDepth.Count == 0
            ? []
            : draft.InDepth.SelectMany(entry => InDepthSection.Blocks(entry, draft)).Prepend($"## {draft.Language.Headings.InDepth}"),
        .. draft.Sections.SelectMany(section => list(section.Entries).Prepend($"## {section.Title}")),
        .. draft.LateArrivals.Count == 0 ? [] : list(draft.LateArrivals).Prepend($"## {draft.Language.Headings.LateArrivals}"),
        .. draft.MayHaveMissed.Count == 0 ? [] : list(draft.MayHaveMissed).Prepend($"## {draft.Language.Headings.MayHaveMissed}"),
    ]) + "\n";
}

/// <summary>The style <c>roundup</c>: one line a paper, newest first, the editor's words below it.</summary>
internal sealed class RoundupStyle(int namesShown) : DraftStyle(namesShown)
{
    public override string Render(Draft draft) => DraftLayout.Render(draft, entries => entries.SelectMany(entry => Listed(entry, draft)));

    private IEnumerable<string> Listed(DraftEntry entry, Draft draft)
    {
        yield return $"* {EntryText.Heading(entry, draft, NamesShown)}, {entry.Link}";
        if (EntryText.WordsInList(entry, draft) is { } words)
        {
            yield return EntryText.Indented(words);
        }
    }
}

/// <summary>
/// The style <c>categorised</c>: short lines under the headings of the curated list, oldest first: <c>8 Feb, Title, &lt;link&gt;</c>. It
/// shows the editor's notes and suggests none.
/// </summary>
internal sealed class CategorisedStyle(int namesShown) : DraftStyle(namesShown)
{
    public override string Render(Draft draft) => DraftLayout.Render(draft, entries => Blocks(entries, draft));

    private static IEnumerable<string> Blocks(IReadOnlyList<DraftEntry> entries, Draft draft)
    {
        // Lines without notes stand close together; a note makes room around it.
        var lines = new List<string>();
        foreach (var entry in entries.Reverse())
        {
            lines.Add($"* {Day(entry, draft)}, {EntryText.Title(entry)}, <{entry.Link}>");
            if (entry.Note is { } note && !draft.IsInDepth(entry))
            {
                yield return string.Join('\n', lines);
                yield return EntryText.Indented(note);
                lines.Clear();
            }
        }

        if (lines.Count > 0)
        {
            yield return string.Join('\n', lines);
        }
    }

    /// <summary><c>3. Aug.</c> would begin a list of numbers where it begins a line, but for a blank that does not break.</summary>
    private static string Day(DraftEntry entry, Draft draft)
    {
        var day = EntryText.Day(entry, draft);
        var number = day.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return number > 0 && day.AsSpan(number).StartsWith(". ") ? $"{day[..number]}.\u00a0{day[(number + 2)..]}" : day;
    }
}

/// <summary>The parts of an entry, each as Markdown, that the styles arrange.</summary>
internal static class EntryText
{
    /// <summary>Ends a text that no person wrote.</summary>
    public const string SuggestionMark = "<!-- suggested -->";

    /// <summary>Stands where the editor is to write. It does not show, and <c>sheaf check</c> finds it.</summary>
    public const string WriteHere = "<!-- write here -->";

    public static string Title(DraftEntry entry) => MarkdownText.Of(entry.Eprint.Title);

    /// <summary>The title of the issue, which is text and no Markdown.</summary>
    public static string Title(Draft draft)
    {
        var title = MarkdownText.Escape(draft.Title);
        // Signs behind a blank would end the heading, and would not be shown.
        var signs = title.Length - title.TrimEnd('#').Length;
        return signs > 0 && (signs == title.Length || title[^(signs + 1)] == ' ') ? title.Insert(title.Length - signs, "\\") : title;
    }

    /// <summary><c>30 Apr</c>; with the year where it is not that of the issue.</summary>
    public static string Day(DraftEntry entry, Draft draft) => entry.Day.Year == draft.Month.Year
        ? draft.Language.Days.ShortOn(entry.Day)
        : draft.Language.Days.ShortInYear(entry.Day);

    /// <summary>Surnames, as many as are shown.</summary>
    public static string Names(DraftEntry entry, Draft draft, int namesShown) =>
        AuthorLine.Write(entry.Eprint.Authors, namesShown, entry.Eprint.HasOtherAuthors, draft.Language.Names);

    /// <summary>
    /// Title, surnames and day on one line; without names where no author has one. It has the same shape in every language.
    /// </summary>
    public static string Heading(DraftEntry entry, Draft draft, int namesShown, string? title = null)
    {
        var names = Names(entry, draft, namesShown);
        return $"{title ?? Title(entry)} {(names.Length == 0 ? "" : $"{draft.Language.Names.By}{names} ")}({Day(entry, draft)})";
    }

    /// <summary>
    /// The editor's note, else the suggestion with its mark, else a place for words, or nothing where the draft asks for none.
    /// </summary>
    public static string? Words(DraftEntry entry, Draft draft) =>
        entry.Note ?? (entry.Suggestion is { } sentence ? $"{MarkdownText.ParagraphOf(sentence)} {SuggestionMark}"
            : draft.AsksForWords ? WriteHere
            : null);

    /// <summary>What stands below a line of the list: nothing for a paper in depth, whose words have their place in its section.</summary>
    public static string? WordsInList(DraftEntry entry, Draft draft) => draft.IsInDepth(entry) ? null : Words(entry, draft);

    /// <summary>Each line moved in by two spaces, so that it belongs to the list item above it.</summary>
    public static string Indented(string words) =>
        string.Join('\n', words.Split('\n').Select(line => string.IsNullOrWhiteSpace(line) ? "" : $"  {line}"));
}
