using System.Text.RegularExpressions;
using Sheaf.Arxiv.Eprints;
using Sheaf.Checking.Titles;
using Sheaf.Lists.Import;
using Sheaf.Markdown;
using Sheaf.Names;
using Sheaf.Text;

namespace Sheaf.Checking;

/// <summary>A title as a list claims it, with the surnames and the day beside it.</summary>
/// <param name="Title">The title, taken apart.</param>
/// <param name="Claim">The rest of the claim.</param>
internal sealed partial record ClaimedTitle(Title Title, Claim Claim)
{
    /// <summary>
    /// Of the words of another paper's title, an abstract on the same subject has few; of those of a title the paper had once, most. Set on
    /// real lists, where renamed papers have 0.22 to 1 (one below 0.4) and wrong links without another sign 0.1 to 0.38.
    /// </summary>
    private const double AboutShare = 0.4;

    /// <summary>
    /// Words below which an abstract is cut off or withdrawn, and proves little by what it lacks; of one word it is none, and proves
    /// nothing.
    /// </summary>
    private const int ShortestAbstract = 20;

    private const int LongestPhrase = 30;

    /// <summary>Null where nothing is claimed that can be compared.</summary>
    public static ClaimedTitle? Read(Claim claim) =>
        claim.Title is { } text && Title.Read(text) is { } title ? new ClaimedTitle(title, claim) : null;

    /// <summary>The words to ask arXiv for: the longest run without TeX and lost letters; null where there are not two.</summary>
    public string? Phrase
    {
        get
        {
            var longest = Unsearchable().Split(Title.Text)
                .Select(part => part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .MaxBy(words => words.Length) ?? [];
            return longest.Length >= 2 ? string.Join(' ', longest.Take(LongestPhrase)) : null;
        }
    }

    /// <summary>How it stands to the title of the paper linked.</summary>
    public TitleMatch StandsTo(Eprint linked) => Title.Read(linked.Title) is { } actual ? Title.To(actual) : TitleMatch.Different;

    /// <summary>Whether it is a short name that the paper's title or abstract gives it: <c>rStar</c>.</summary>
    public bool IsNameOf(Eprint linked) => Title.IsLabel && AbstractOverlap.Of(Title, linked.Title, linked.Abstract) >= 0.99;

    /// <summary>
    /// Whether nothing shows that it is another paper's. Authors decide where all of them are right or none is. Else the paper must speak
    /// of the same: with many of the words, or with one of them where title or abstract is short. A single word proves nothing.
    /// </summary>
    public bool MayBeAbout(Eprint linked)
    {
        if (Claim.Surnames.Count > 0
            && ClaimedNames.NotAmong(linked.Authors, Claim.Surnames).Count is var notAuthors
            && (notAuthors == 0 || notAuthors == Claim.Surnames.Count))
        {
            return notAuthors == 0;
        }

        var overlap = AbstractOverlap.Of(Title, linked.Title, linked.Abstract);
        var spaces = linked.Abstract.Trim().Count(char.IsWhiteSpace);
        return Title.Telling.Count < 2 || spaces == 0 || (Title.IsLabel || spaces < ShortestAbstract ? overlap > 0 : overlap >= AboutShare);
    }

    /// <summary>Another paper was meant.</summary>
    /// <param name="other">Which; null where none was found.</param>
    /// <param name="linked">The paper linked; null where arXiv has none.</param>
    public TitleVerdict.Wrong Wrong(Eprint? other, Eprint? linked)
    {
        if (other is null)
        {
            return new(null, IsCertain: false);
        }

        var isSame = Title.Read(other.Title)?.Key == Title.Key;
        var contradicts = linked is not null && NamesItsAuthors(linked) && !NamesItsAuthors(other);
        return new(
            MeantPaper.Of(other, Why(other, isSame, contradicts)), isSame && !contradicts && (!Title.IsLabel || NamesItsAuthors(other)));
    }

    private string Why(Eprint other, bool isSame, bool contradicts)
    {
        var title = isSame ? "it has exactly this title" : "its title is the closest";
        var day = DateOnly.FromDateTime(other.FirstSubmitted.UtcDateTime);
        var isDay = Claim.Day is { } claimed && claimed.Day == day.Day && claimed.Month == day.Month;
        return (NamesItsAuthors(other), isDay, contradicts) switch
        {
            (true, true, _) => $"{title}, and the authors and day given",
            (true, false, _) => $"{title}, and the authors given",
            (_, true, false) => $"{title}, and the day given",
            (_, _, true) => $"{title}, though the authors given are those of the paper linked",
            _ => title,
        };
    }

    private bool NamesItsAuthors(Eprint paper) =>
        Claim.Surnames.Count > 0 && ClaimedNames.NotAmong(paper.Authors, Claim.Surnames).Count == 0;

    /// <summary>Mathematics, macros, and words with a glyph in place of something lost.</summary>
    [GeneratedRegex(@"\$[^$]*\$|\\[A-Za-z]+|\S*[\u3005-\u9fff\uac00-\ud7a3\ufffd\u25a1]\S*", RegexOptions.CultureInvariant)]
    private static partial Regex Unsearchable();
}

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

        // Agüera y Arcas: where a list joins its names by y too, nobody can tell them apart.
        if (words.Length > 3 && words[^2] is "y" or "e")
        {
            yield return PlainLetters.Joined(words[^3]);
        }

        if (words.Length > 1)
        {
            yield return PlainLetters.Joined(words[^1] + string.Concat(words[..^1]));
        }
    }
}
