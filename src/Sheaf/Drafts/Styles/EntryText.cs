using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Drafts.Model;
using Sheaf.Markdown;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Drafts.Styles;

/// <summary>The parts of an entry, each as Markdown, that the styles arrange.</summary>
internal static class EntryText
{
    /// <summary>Ends a text that no person wrote.</summary>
    public const string SuggestionMark = "<!-- suggested -->";

    /// <summary>Stands where the editor is to write. It does not show, and <c>sheaf check</c> finds it.</summary>
    public const string WriteHere = "<!-- write here -->";

    public static string Title(DraftEntry entry) => MarkdownText.Of(entry.Eprint.Title);

    /// <summary><c>30 Apr</c>; with the year where it is not that of the issue.</summary>
    public static string Day(DraftEntry entry, Month issue) =>
        entry.Day.Year == issue.Year ? entry.Day.ToString("d MMM", CultureInfo.InvariantCulture) : DayText.Short(entry.Day);

    /// <summary>Title, surnames and day on one line; without names where no author has one.</summary>
    public static string Heading(DraftEntry entry, Month issue, int namesShown, string? title = null)
    {
        var names = AuthorLine.Write(entry.Eprint.Authors, namesShown, entry.Eprint.HasOtherAuthors);
        return $"{title ?? Title(entry)} {(names.Length == 0 ? "" : $"by {names} ")}({Day(entry, issue)})";
    }

    /// <summary>The editor's note, else the suggestion with its mark, else a place for words.</summary>
    public static string Words(DraftEntry entry) =>
        entry.Note ?? (entry.Suggestion is { } sentence ? $"{MarkdownText.ParagraphOf(sentence)} {SuggestionMark}" : WriteHere);

    /// <summary>What stands below a line of the list: nothing for a paper in depth, whose words have their place in its section.</summary>
    public static string? WordsInList(DraftEntry entry, Draft draft) => draft.IsInDepth(entry) ? null : Words(entry);

    /// <summary>Each line moved in by two spaces, so that it belongs to the list item above it.</summary>
    public static string Indented(string words) =>
        string.Join('\n', words.Split('\n').Select(line => string.IsNullOrWhiteSpace(line) ? "" : $"  {line}"));
}
