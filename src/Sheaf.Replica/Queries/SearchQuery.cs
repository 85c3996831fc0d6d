namespace Sheaf.Replica.Queries;

/// <summary>
/// arXiv's query language (field guide 2.6): fields, phrases, AND, OR, ANDNOT, brackets, and OR where no operator stands. Which papers a
/// query finds is the replica's own plain reading of it, not arXiv's ranking.
/// </summary>
internal sealed class SearchQuery
{
    private const int DeepestNesting = 40;

    private readonly string _query;
    private readonly IReadOnlyList<string> _tokens;
    private int _at;
    private int _depth;

    private SearchQuery(string query)
    {
        _query = query;
        _tokens = SearchTokens.Of(query);
    }

    /// <summary>What a paper has to fulfil.</summary>
    /// <exception cref="QueryRefusedException">The query cannot be read.</exception>
    public static Condition Parse(string query)
    {
        var parser = new SearchQuery(query);
        var condition = parser.Alternatives();
        return parser._at == parser._tokens.Count ? condition : throw parser.Unparsable();
    }

    // Operators have no precedence: they are applied from left to right.
    private Condition Alternatives()
    {
        var condition = Operand();
        while (_at < _tokens.Count && _tokens[_at] != ")")
        {
            var left = condition;
            var operation = _tokens[_at] is "AND" or "OR" or "ANDNOT" ? _tokens[_at++] : "OR";
            var right = Operand();
            condition = operation switch
            {
                "AND" => Condition.Both(left, right),
                "ANDNOT" => Condition.Without(left, right),
                _ => Condition.Either(left, right),
            };
        }

        return condition;
    }

    private Condition Operand()
    {
        if (_at == _tokens.Count || _tokens[_at] is ")" or "AND" or "OR" or "ANDNOT")
        {
            throw Unparsable();
        }

        if (_tokens[_at] == "(")
        {
            return InBrackets();
        }

        return SearchTerm.Parse(_tokens[_at++]) ?? throw Unparsable();
    }

    private Condition InBrackets()
    {
        if (++_depth > DeepestNesting)
        {
            throw Unparsable();
        }

        _at++;
        var inner = Alternatives();
        if (_at == _tokens.Count)
        {
            throw Unparsable();
        }

        _at++;
        _depth--;
        return inner;
    }

    private QueryRefusedException Unparsable() => QueryRefusedException.Unparsable(_query);
}
