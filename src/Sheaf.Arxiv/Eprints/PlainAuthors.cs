using System.Buffers;
using System.Text;

namespace Sheaf.Arxiv.Eprints;

/// <summary>
/// Author fields as most are, plain names with commas between: read at once, where looking for all that a field may hold takes ten times as
/// long. That counts where millions are read.
/// </summary>
internal static class PlainAuthors
{
    /// <summary>Letters, and the signs of names that mean nothing to <see cref="AuthorField"/>.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz .,-'");

    /// <summary>As <see cref="AuthorField.Parse"/>; null where the field holds anything else than plain names.</summary>
    public static List<Author>? TryParse(string field)
    {
        if (field.AsSpan().ContainsAnyExcept(Plain) || field.Contains("  ", StringComparison.Ordinal))
        {
            return null;
        }

        var authors = new List<Author>();
        foreach (var range in field.AsSpan().Split(','))
        {
            var name = field.AsSpan(range).Trim(' ');
            if (!IsPlain(name))
            {
                return null;
            }

            authors.Add(new Author(Spaced(name)));
        }

        return authors;
    }

    // Two letters and more, and none of the words that end a name, part names, or are none.
    private static bool IsPlain(ReadOnlySpan<char> name) =>
        name.Length > 4 && char.IsAsciiLetter(name[0])
        && !name.Contains(" and ", StringComparison.Ordinal)
        && !name.StartsWith("and ", StringComparison.Ordinal)
        && !name.EndsWith(" and", StringComparison.Ordinal)
        && !name.StartsWith("et", StringComparison.OrdinalIgnoreCase) && !name.Contains(" et", StringComparison.OrdinalIgnoreCase)
        && !IsOfInitials(name)
        && name.ContainsAnyExcept("IV");

    // "H.E.S.S." and "H.E.S.S. Collaboration", and "others".
    private static bool IsOfInitials(ReadOnlySpan<char> name) =>
        name[^1] is '.' or 's' or 'n' or 'm' or 'p' && (name.Count('.') > 1 || name.Equals("others", StringComparison.OrdinalIgnoreCase));

    // "H.C. Rosu" is "H. C. Rosu", and "C.-D. Li" stays.
    private static string Spaced(ReadOnlySpan<char> name)
    {
        var spaced = default(StringBuilder);
        for (var at = 0; at < name.Length; at++)
        {
            spaced?.Append(name[at]);
            if (name[at] == '.' && at + 1 < name.Length && name[at + 1] is not (' ' or '-'))
            {
                spaced ??= new StringBuilder(name.Length + 8).Append(name[..(at + 1)]);
                spaced.Append(' ');
            }
        }

        return spaced?.ToString() ?? name.ToString();
    }
}
