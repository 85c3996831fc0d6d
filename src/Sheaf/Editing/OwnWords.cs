using Sheaf.Arxiv.Identifiers;
using Sheaf.Lists;
using Sheaf.Markdown;
using Sheaf.Store.Lists;

namespace Sheaf.Editing;

/// <summary>
/// Which words in the editor's files came from commands or the desk, by the journal of edits. A line that an edit gave a file may still
/// have words that were there before: a star beside a title that was typed by hand makes nobody else's words of the title.
/// </summary>
internal sealed class OwnWords(EditStore store)
{
    /// <summary>So many lines are looked for in the journal; where the words come from further away, they count as a person's.</summary>
    private const int MostLooks = 200;

    /// <summary>What separates words and says nothing itself.</summary>
    private const string Meaningless = " \t\u00a0.,;:`<>()[]{}|\"'-–—";

    private readonly Dictionary<(string File, string Line, int Before), bool> _known = [];

    /// <summary>Whether all words of these lines came from edits that stand.</summary>
    /// <param name="file">The path below the workspace, with <c>/</c> on every system.</param>
    /// <param name="lines">Whole lines of it.</param>
    public bool Are(string file, string lines) => EditStore.LinesOf(lines).All(line => IsOwn(file, line, int.MaxValue));

    /// <param name="file">The file.</param>
    /// <param name="line">The line, as it was before an edit.</param>
    /// <param name="before">The number of that edit.</param>
    private bool IsOwn(string file, string line, int before)
    {
        var place = (file, line, before);
        if (_known.TryGetValue(place, out var known))
        {
            return known;
        }

        var words = WordsOf(line);
        return _known[place] = words.Count == 0
            || (_known.Count < MostLooks
                && store.LastGiving(file, line, before) is { } edit
                && Replaced(edit, line).All(
                    replaced => !words.Overlaps(WordsOf(replaced.Line)) || IsOwn(replaced.File, replaced.Line, edit.Number)));
    }

    /// <summary>From which lines this one may have its words: those that the edit changed or took away, in any file.</summary>
    private static IEnumerable<(string File, string Line)> Replaced(EditRow edit, string line)
    {
        foreach (var part in edit.Parts)
        {
            var kept = EditStore.LinesOf(part.After);
            foreach (var replaced in EditStore.LinesOf(part.Before).Where(before => before == line || !kept.Contains(before)))
            {
                yield return (part.File, replaced);
            }
        }
    }

    /// <summary>What a line says beside the papers that it names, signs that mean something among it.</summary>
    private static HashSet<string> WordsOf(string line)
    {
        var rest = MarkdownLine.Split(line)[0].ItemText ?? line;
        foreach (var found in IdentifierFinder.Find(rest).OrderByDescending(found => found.Index))
        {
            rest = rest.Remove(found.Index, found.Length).Insert(found.Index, " ");
        }

        return rest.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(word => Emoticon.IsIn(word)
                ? [word]
                : word.Split(Meaningless.ToCharArray(), StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
