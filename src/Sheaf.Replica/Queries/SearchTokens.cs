namespace Sheaf.Replica.Queries;

/// <summary>Splits a search query into brackets, operators and terms; a phrase or a range of days stays with its field.</summary>
internal static class SearchTokens
{
    public static IReadOnlyList<string> Of(string query)
    {
        var tokens = new List<string>();
        var at = 0;
        while (at < query.Length)
        {
            if (char.IsWhiteSpace(query[at]))
            {
                at++;
                continue;
            }

            var end = query[at] is '(' or ')' ? at + 1 : EndOfTerm(query, at);
            tokens.Add(query[at..end]);
            at = end;
        }

        return tokens;
    }

    private static int EndOfTerm(string query, int start)
    {
        var at = start;
        while (at < query.Length && !char.IsWhiteSpace(query[at]) && query[at] is not ('(' or ')'))
        {
            var closing = query[at] switch { '"' => '"', '[' => ']', _ => '\0' };
            var end = closing == '\0' ? at : query.IndexOf(closing, at + 1);
            at = end < 0 ? query.Length : end + 1;
        }

        return at;
    }
}
