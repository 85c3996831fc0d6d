using System.Text;
using System.Text.RegularExpressions;

namespace Sheaf.Replica.Text;

/// <summary>A part of an author field: a name, the separator after one, or an affiliation in its brackets.</summary>
internal sealed record AuthorPart(AuthorPartKind Kind, string Text)
{
    /// <summary>The text without the brackets around it.</summary>
    public string Inner => Text[1..(Text.EndsWith(')') ? ^1 : ^0)].Trim();
}

/// <inheritdoc cref="AuthorPart"/>
internal enum AuthorPartKind
{
    Name,
    Separator,
    Affiliation,

    /// <summary>Words that name nobody, such as "et al".</summary>
    Plain,
}

/// <summary>
/// A paper's author field, split as arXiv splits it: commas, colons, "and" and "&amp;" outside of brackets part the names.
/// </summary>
internal sealed partial record AuthorLine(IReadOnlyList<AuthorPart> Parts)
{
    /// <summary>The field of a paper, accents converted; without a stored field the list of authors is written as one.</summary>
    public static AuthorLine Of(CorpusPaper paper) =>
        Parse(TexText.WithAccents(Spaces().Replace(Stored(paper), " ").Trim()));

    /// <summary>The field itself, in TeX.</summary>
    public static string Stored(CorpusPaper paper) => paper.AuthorsRaw ?? Written(paper.Authors);

    /// <summary>Each author with the affiliations arXiv gives it.</summary>
    public IReadOnlyList<ListedAuthor> Authors() => AuthorAffiliations.Of(this);

    private static string Written(IReadOnlyList<CorpusAuthor> authors) => string.Join(
        ", ",
        authors.Select(
            author => author.Affiliations.Count == 0 ? author.Name : $"{author.Name} ({string.Join("; ", author.Affiliations)})"));

    private static AuthorLine Parse(string field)
    {
        var parts = new List<AuthorPart>();
        var word = new StringBuilder();
        var at = 0;
        while (at < field.Length)
        {
            if (field[at] == '(')
            {
                Flush(parts, word);
                var end = EndOfBrackets(field, at);
                parts.Add(new AuthorPart(AuthorPartKind.Affiliation, field[at..end]));
                at = end;
            }
            else if (MaySeparate(field[at]) && SeparatorAt().Match(field, at) is { Success: true } separator)
            {
                Flush(parts, word);
                AddSeparator(parts, separator.Value.Trim() == ":" ? ": " : ", ");
                at += separator.Length;
            }
            else
            {
                word.Append(field[at++]);
            }
        }

        Flush(parts, word);
        return new AuthorLine(parts);
    }

    // What a separator begins with: most letters of a name need no closer look.
    private static bool MaySeparate(char letter) => letter is ',' or ':' or '&' or 'a' || char.IsWhiteSpace(letter);

    private static void AddSeparator(List<AuthorPart> parts, string text)
    {
        if (parts.Count > 0 && parts[^1].Kind != AuthorPartKind.Separator)
        {
            parts.Add(new AuthorPart(AuthorPartKind.Separator, text));
        }
    }

    private static void Flush(List<AuthorPart> parts, StringBuilder word)
    {
        var text = word.ToString().Trim();
        word.Clear();
        if (text.Length == 0)
        {
            return;
        }

        if (parts is [.., { Kind: AuthorPartKind.Name } name, { Kind: AuthorPartKind.Separator, Text: ", " }] && LoneSuffix().IsMatch(text))
        {
            // "B. Example, Jr." is one person; the comma stays in the surname. No other suffix is known behind a comma: "III" is a person
            // there.
            parts.RemoveRange(parts.Count - 2, 2);
            parts.Add(new AuthorPart(AuthorPartKind.Name, $"{name.Text}, {text}"));
            return;
        }

        parts.Add(new AuthorPart(EtAl().IsMatch(text) ? AuthorPartKind.Plain : AuthorPartKind.Name, text));
    }

    private static int EndOfBrackets(string field, int start)
    {
        var depth = 0;
        for (var i = start; i < field.Length; i++)
        {
            depth += field[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return field.Length;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\G(?:\s*[,:]\s*(?:(?:and|&)\s+)?|\s+(?:and|&)\s+|(?<=\)\s?)(?:and|&)\s+)")]
    private static partial Regex SeparatorAt();

    [GeneratedRegex(@"\AJr\.?\z")]
    private static partial Regex LoneSuffix();

    [GeneratedRegex(@"\Aet\.? al\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EtAl();
}
