using Sheaf.Arxiv.Eprints;
using Sheaf.Markdown;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Checking;

/// <summary>Compares the surnames a list gives with a paper's authors; accents, case, hyphens and spaces do not count.</summary>
internal static class ClaimedNames
{
    /// <summary>
    /// Words of a name whose every end may be a surname. No person has more; a text of a megabyte in place of a name has.
    /// </summary>
    private const int MostWords = 16;

    /// <summary>Those that no author has.</summary>
    public static IReadOnlyList<string> NotAmong(IReadOnlyList<Author> authors, IReadOnlyList<string> surnames)
    {
        var known = authors.SelectMany(author => NamesOf(author.Name)).ToHashSet();
        return [.. surnames.Where(surname => PlainLetters.Joined(surname).Length > 0 && !known.Contains(PlainLetters.Joined(surname)))];
    }

    /// <summary>Whether they are the paper's first authors, in order.</summary>
    public static bool Lead(IReadOnlyList<Author> authors, IReadOnlyList<string> surnames) =>
        surnames.Count > 0 && surnames.Count <= authors.Count
        && surnames.Zip(authors).All(pair => NamesOf(pair.Second.Name).Contains(PlainLetters.Joined(pair.First)));

    /// <summary>
    /// What an author may be called in a list: the surname, each end of the name (which of two last names are one surname no name tells),
    /// the first of two last names, and the whole name in either order.
    /// </summary>
    private static IEnumerable<string> NamesOf(string name)
    {
        var readable = MarkdownText.Readable(name);
        var words = readable.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        yield return PlainLetters.Joined(Surname.From(readable));
        for (var at = Math.Max(0, words.Length - MostWords); at < words.Length; at++)
        {
            yield return PlainLetters.Joined(string.Concat(words[at..]));
        }

        if (words.Length > 2)
        {
            yield return PlainLetters.Joined(words[^2]);
        }

        if (words.Length > 1)
        {
            yield return PlainLetters.Joined(words[^1] + string.Concat(words[..^1]));
        }
    }
}
