using System.Globalization;
using Sheaf.Drafts.Model;
using Sheaf.Drafts.Text;

namespace Sheaf.Drafts.Styles;

/// <summary>The style <c>roundup</c>: one line a paper, newest first, the editor's words below it.</summary>
public static class RoundupStyle
{
    /// <summary>Ends a text that no person wrote.</summary>
    private const string SuggestionMark = "<!-- suggested -->";

    /// <summary>Markdown with LF line endings, ending with one newline. Equal drafts give equal text.</summary>
    /// <param name="draft">The month.</param>
    /// <param name="namesShown">How many of many authors are named; at least 1.</param>
    public static string Render(Draft draft, int namesShown) => string.Join("\n\n", Blocks(draft, namesShown)) + "\n";

    private static IEnumerable<string> Blocks(Draft draft, int namesShown)
    {
        var year = draft.Month.Year;
        var inDepth = draft.InDepth.SelectMany(entry => InDepth(entry, year, namesShown));
        var sections = draft.Sections.SelectMany(section =>
            section.Entries.SelectMany(entry => Listed(entry, year, namesShown)).Prepend($"## {section.Title}"));
        return [$"# {draft.Title}", Opening(draft), .. draft.InDepth.Count == 0 ? [] : inDepth.Prepend("## In depth"), .. sections];
    }

    private static string Opening(Draft draft)
    {
        var papers = draft.Count switch { 0 => "No papers", 1 => "1 paper", var count => $"{count} papers" };
        return draft.InDepth.Count == 0 ? $"{papers} on the list." : $"{papers} on the list, {draft.InDepth.Count} in depth.";
    }

    private static IEnumerable<string> Listed(DraftEntry entry, int year, int namesShown)
    {
        var byline = Byline(entry, year, namesShown);
        yield return $"* {TitleOf(entry)} {(byline.StartsWith('(') ? "" : "by ")}{byline}";
        var words = entry.Note ?? Suggestion(entry);
        if (words is not null)
        {
            yield return string.Join('\n', words.Split('\n').Select(line => string.IsNullOrWhiteSpace(line) ? "" : $"  {line}"));
        }
    }

    private static IEnumerable<string> InDepth(DraftEntry entry, int year, int namesShown)
    {
        yield return $"### {TitleOf(entry)}";
        yield return Byline(entry, year, namesShown);
        var words = entry.Note ?? (Suggestion(entry) is { } sentence ? $"> {sentence}" : null);
        if (words is not null)
        {
            yield return words;
        }
    }

    private static string TitleOf(DraftEntry entry) => MarkdownText.Of(entry.Eprint.Title);

    private static string? Suggestion(DraftEntry entry) =>
        entry.Suggestion is { } sentence ? $"{MarkdownText.ParagraphOf(sentence)} {SuggestionMark}" : null;

    /// <summary>Names, day and link; without names where no author has one.</summary>
    private static string Byline(DraftEntry entry, int year, int namesShown)
    {
        var names = AuthorLine.Write(entry.Eprint.Authors, namesShown);
        var day = entry.Day.ToString(entry.Day.Year == year ? "d MMM" : "d MMM yyyy", CultureInfo.InvariantCulture);
        return $"{names}{(names.Length == 0 ? "" : " ")}({day}), {entry.Link}";
    }
}
