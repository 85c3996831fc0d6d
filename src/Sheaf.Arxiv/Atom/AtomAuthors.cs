using Sheaf.Arxiv.Eprints;

namespace Sheaf.Arxiv.Atom;

/// <summary>Names of authors as the query API makes them (field guide 2.3).</summary>
internal static class AtomAuthors
{
    private static readonly string[] Openings = ["for the ", "on behalf of the ", "for ", "on behalf of "];

    private static readonly string[] Groups = ["Collaboration", "Consortium", "Group", "Team"];

    /// <summary>
    /// The name on one line; <c>for the X Collaboration</c> is the collaboration X. Null where it is none: <c>NVIDIA: A. One</c> makes an
    /// author of the colon.
    /// </summary>
    public static string? Clean(string name)
    {
        var clean = AuthorName.Tidy(name);
        return clean is not null && IsGroup(clean) ? WithoutOpening(clean) : clean;
    }

    private static bool IsGroup(ReadOnlySpan<char> name)
    {
        foreach (var group in Groups)
        {
            if (name.TrimEnd('s').EndsWith(group, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutOpening(string name)
    {
        var opening = Openings.FirstOrDefault(words => name.StartsWith(words, StringComparison.OrdinalIgnoreCase));
        return name[(opening?.Length ?? 0)..];
    }
}
