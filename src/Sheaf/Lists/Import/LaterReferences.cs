namespace Sheaf.Lists.Import;

/// <summary>
/// What names a paper and is no place of its own: later references on the line of an entry, those in its note, in code, and in lines that
/// were struck out. They are told, so that nothing is dropped in silence, and never listed.
/// </summary>
internal static class LaterReferences
{
    /// <param name="page">The list.</param>
    /// <param name="claims">The claims of its places, in order, each with its place.</param>
    public static IEnumerable<(int Line, ReferenceMark Mark)> FindAll(ListPage page, IReadOnlyList<(PlaceInLine Place, Claim Claim)> claims)
    {
        var next = 0;
        var named = new HashSet<string>();
        for (var line = 0; line < page.Count; line++)
        {
            var first = next;
            while (next < claims.Count && claims[next].Place.Line == line)
            {
                next++;
            }

            if (next > first && claims[first].Claim.IsEntry)
            {
                named.Clear();
            }

            for (var at = first; at < next; at++)
            {
                named.Add(NameOf(claims[at].Place.Mark));
            }

            foreach (var mark in page.MarksOf(line))
            {
                if (mark.Found.Reference is not null && named.Add(NameOf(mark)))
                {
                    yield return (line, mark);
                }
            }
        }
    }

    private static string NameOf(ReferenceMark mark) => mark.Found.Reference?.Identifier.ToString() ?? mark.Found.Text;
}
