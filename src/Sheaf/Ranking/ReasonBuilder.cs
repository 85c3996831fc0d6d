using System.Text.RegularExpressions;

namespace Sheaf.Ranking;

/// <summary>Says why a paper was ranked where it is: the largest terms of its own log-odds, and nothing that is no term of them.</summary>
internal sealed partial class ReasonBuilder(
    TextTaste text, IReadOnlyList<LearntPick> picks, AuthorEvidence authors, Lexicon lexicon)
{
    /// <summary>Papers of a month that reasons are given for: more than a person looks at and decides on.</summary>
    public const int Most = 1_000;

    private const int MostWords = 3;

    /// <summary>Smaller terms convince nobody.</summary>
    private const double LeastTerm = 0.08;

    /// <summary>Likeness, from 0 to 1, from which on two papers read alike.</summary>
    private const double LeastLikeness = 0.15;

    private readonly RowWriter _row = new();
    private TermsOfPicks? _terms;
    private Dictionary<int, List<int>>? _picksOfAuthors;

    public IReadOnlyList<Reason> Of(TastePaper paper, ReadPaper read, double authorTerm)
    {
        var reasons = new List<(double Term, Reason Reason)>();
        var vector = text.Features.Write(read, _row).Values(text.Features.Scale).ToDictionary(term => term.Column, term => term.Value);
        AddClosest(vector, reasons);
        AddAuthors(paper, authorTerm, reasons);
        AddWords(paper, vector, reasons);
        return [.. reasons.OrderByDescending(reason => reason.Term).Select(reason => reason.Reason)];
    }

    /// <summary>The pick that adds the most, if it reads like this paper.</summary>
    private void AddClosest(Dictionary<int, double> vector, List<(double Term, Reason Reason)> reasons)
    {
        var likeness = Likeness(vector);
        var closest = picks.Zip(likeness)
            .Where(pick => pick.Second >= LeastLikeness * TextFeatures.Whole)
            .Select(pick => (Pick: pick.First, Share: pick.First.Share(pick.Second)))
            .OrderByDescending(pick => pick.Share)
            .Cast<(LearntPick Pick, double Share)?>().FirstOrDefault();
        if (closest is { } found)
        {
            reasons.Add((found.Share, new Reason.CloseTo(found.Pick.Paper.Pick!)));
        }
    }

    /// <summary>
    /// That of each pick, over the words of both, and only as far as each has more of them than the average paper: what all speak of makes
    /// nobody alike.
    /// </summary>
    private double[] Likeness(Dictionary<int, double> vector)
    {
        _terms ??= new TermsOfPicks(text, picks);
        var sums = new double[picks.Count];
        foreach (var (column, value) in vector.Where(term => term.Key < text.Features.FirstCategory))
        {
            var over = value - text.Mean(column);
            foreach (var (pick, its) in _terms.Of(column))
            {
                sums[pick] += over * its;
            }
        }

        return sums;
    }

    private void AddAuthors(TastePaper paper, double term, List<(double Term, Reason Reason)> reasons)
    {
        var known = paper.Authors.Select(name => (Name: name, Number: lexicon.FindAuthor(name)))
            .Where(author => author.Number >= 0 && authors.TimesPicked(author.Number) > 0)
            .OrderByDescending(author => authors.Of(author.Number)).ThenBy(author => author.Name, StringComparer.Ordinal)
            .Take(2).ToList();
        if (term > LeastTerm && known.Count > 0)
        {
            var papers = known.SelectMany(author => PicksOf(author.Number)).Distinct().Count();
            reasons.Add((term, new Reason.AuthorsPicked([.. known.Select(author => author.Name)], Math.Max(papers, 1))));
        }
    }

    private List<int> PicksOf(int author)
    {
        _picksOfAuthors ??= picks.SelectMany((pick, number) => pick.Paper.Authors.Select(by => (By: by, Number: number)))
            .GroupBy(pick => pick.By).ToDictionary(group => group.Key, group => group.Select(pick => pick.Number).ToList());
        return _picksOfAuthors.GetValueOrDefault(author, []);
    }

    /// <summary>The weightiest words as they stand in the title, else in the abstract.</summary>
    private void AddWords(TastePaper paper, Dictionary<int, double> vector, List<(double Term, Reason Reason)> reasons)
    {
        var terms = new Dictionary<string, (string Printed, double Term)>(StringComparer.Ordinal);
        Collect(paper.Title, text.Features.Titles, vector, terms);
        Collect(paper.Abstract, text.Features.Abstracts, vector, terms);
        var ownName = ReasonWords.OwnName(paper.Title);
        var chosen = new List<(string Key, string Printed, double Term)>();
        foreach (var (key, (printed, term)) in terms.Where(term => term.Value.Term > LeastTerm).OrderByDescending(term => term.Value.Term)
            .ThenBy(term => term.Key, StringComparer.Ordinal))
        {
            if (chosen.Count < MostWords
                && ReasonWords.Tells(key, ownName)
                && !chosen.Exists(earlier => SaysTheSame(earlier, (key, printed))))
            {
                chosen.Add((key, printed, term));
            }
        }

        if (chosen.Count > 0)
        {
            reasons.Add((chosen.Sum(word => word.Term), new Reason.Words([.. chosen.Select(word => word.Printed)])));
        }
    }

    private static bool SaysTheSame((string Key, string Printed, double Term) one, (string Key, string Printed) other) =>
        one.Key.Split(' ').Intersect(other.Key.Split(' ')).Any()
        || one.Printed.Contains(other.Printed, StringComparison.OrdinalIgnoreCase)
        || other.Printed.Contains(one.Printed, StringComparison.OrdinalIgnoreCase);

    private void Collect(
        string part, TermColumns columns, Dictionary<int, double> vector, Dictionary<string, (string Printed, double Term)> terms)
    {
        var scan = new WordScan(part, stackalloc char[WordScan.Room]);
        var (before, start) = (Lexicon.Gap, 0);
        var counted = new HashSet<int>();
        while (scan.MoveNext())
        {
            var word = lexicon.Words.Find(scan.Word);
            if (word >= 0)
            {
                Add(columns.Find(word), scan.Start, scan.End);
                Add(before >= 0 ? columns.Find(before, word) : -1, start, scan.End);
            }

            (before, start) = (word, scan.Start);
        }

        void Add(int column, int from, int to)
        {
            if (column >= 0 && counted.Add(column) && Key(part[from..to]) is { Length: > 2 } key)
            {
                var sum = terms.TryGetValue(key, out var known) ? known : (Printed: Printed(part, from, to), Term: 0.0);
                terms[key] = (sum.Printed, sum.Term + text.Term(column, vector[column]));
            }
        }
    }

    /// <summary>
    /// As it stands there, with all of a word that has hyphens; small where only the beginning of a sentence or title may have made it
    /// large.
    /// </summary>
    private static string Printed(string part, int from, int to)
    {
        while (from > 0 && IsOfWord(part[from - 1]))
        {
            from--;
        }

        while (to < part.Length && IsOfWord(part[to]))
        {
            to++;
        }

        var printed = Spaces().Replace(part[from..to].Trim('-'), " ");
        return printed.Split(' ', '-').All(word => !word.AsSpan().Slice(Math.Min(1, word.Length)).ContainsAnyInRange('A', 'Z'))
            ? printed.ToLowerInvariant()
            : printed;

        static bool IsOfWord(char sign) => sign == '-' || char.IsLetterOrDigit(sign);
    }

    private static string Key(string printed)
    {
        var words = new List<string>();
        var scan = new WordScan(printed, stackalloc char[WordScan.Room]);
        while (scan.MoveNext())
        {
            words.Add(scan.Word.ToString());
        }

        return string.Join(' ', words);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>Which picks have a column, and how much more of it than the average paper.</summary>
internal sealed class TermsOfPicks
{
    private readonly int[] _starts;
    private readonly (int Pick, float Over)[] _terms;

    /// <param name="text">What their vectors are of.</param>
    /// <param name="picks">In this order.</param>
    public TermsOfPicks(TextTaste text, IReadOnlyList<LearntPick> picks)
    {
        _starts = new int[text.Features.Count + 2];
        foreach (var (column, _) in picks.SelectMany(pick => pick.Row.Values(text.Features.Scale)))
        {
            _starts[column + 2]++;
        }

        for (var column = 2; column < _starts.Length; column++)
        {
            _starts[column] += _starts[column - 1];
        }

        _terms = new (int Pick, float Over)[_starts[^1]];
        foreach (var (number, pick) in picks.Index())
        {
            foreach (var (column, value) in pick.Row.Values(text.Features.Scale))
            {
                _terms[_starts[column + 1]++] = (number, (float)(value - text.Mean(column)));
            }
        }
    }

    /// <summary>The picks by their number.</summary>
    public ReadOnlySpan<(int Pick, float Over)> Of(int column) => _terms.AsSpan(_starts[column].._starts[column + 1]);
}
