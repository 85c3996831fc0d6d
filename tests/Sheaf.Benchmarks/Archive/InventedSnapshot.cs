using System.Globalization;
using System.Text;
using System.Text.Json;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Benchmarks.Archive;

/// <summary>
/// A metadata snapshot of papers that do not exist, the same at every run: as many a month as arXiv has grown, in the order of the real
/// one, with the real one's lengths.
/// </summary>
/// <param name="papers">So many, and one more each month.</param>
/// <param name="leastOfLast">The last month has so many at least.</param>
internal sealed class InventedSnapshot(int papers, int leastOfLast = 0)
{
    private static readonly Month First = new(1991, 8);
    public static readonly Month Last = new(2025, 12);
    public static readonly IReadOnlyList<Month> Months = [.. Month.Range(First, Last)];
    private static readonly Month FirstNew = new(2007, 4);
    private static readonly Month FirstOfFiveDigits = new(2015, 1);
    private static readonly string[] Archives =
        [
            "astro-ph", "cond-mat", "cs", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math", "nlin", "nucl-ex", "nucl-th", "physics",
            "quant-ph",
        ];

    private static readonly Zipf Subjects = new(Category.Active.Count, exponent: 0.8, shift: 2);
    private static readonly Zipf Surnames = new(60_000, exponent: 0.8, shift: 10);
    private static readonly Zipf GivenNames = new(3_000, exponent: 0.8, shift: 10);

    private readonly Random _random = new(19910814);
    private readonly Vocabulary _vocabulary = new();

    /// <summary>The surname of a rank, the lower the more frequent.</summary>
    public static string Surname(int rank) => Capital(Vocabulary.Spelled(rank + 600));

    /// <summary>Identifier and JSON of each paper.</summary>
    public IEnumerable<(string Identifier, string Json)> Lines()
    {
        foreach (var month in Months.Where(month => month >= FirstNew))
        {
            var most = month < FirstOfFiveDigits ? 9_999 : 99_999;
            var count = Math.Min(most, Count(month));
            for (var number = 1; number <= count; number++)
            {
                var id = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{month.Start:yyMM}.{number.ToString(month < FirstOfFiveDigits ? "D4" : "D5", CultureInfo.InvariantCulture)}");
                yield return (id, Json(id, month, (double)number / count));
            }
        }

        foreach (var archive in Archives)
        {
            foreach (var month in Months.Where(month => month < FirstNew).OrderBy(month => $"{month.Start:yyMM}", StringComparer.Ordinal))
            {
                var count = Math.Min(999, Count(month) / Archives.Length);
                for (var number = 1; number <= count; number++)
                {
                    var id = string.Create(CultureInfo.InvariantCulture, $"{archive}/{month.Start:yyMM}{number:D3}");
                    yield return (id, Json(id, month, (double)number / count));
                }
            }
        }
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    /// <summary>arXiv grows by as many papers a month each month.</summary>
    public int Count(Month month)
    {
        double months = Months.Count;
        var place = 1 + ((month.Start.Year - First.Start.Year) * 12) + month.Start.Month - First.Start.Month;
        return Math.Max(month == Last ? leastOfLast : 0, (int)(papers * (2.0 * place / (months * (months + 1)))) + 1);
    }

    private string Json(string id, Month month, double part)
    {
        var submitted = month.Start + ((month.Next.Start - month.Start) * (part * 0.999));
        var subject = Subjects.Draw(_random);
        var authors = Enumerable.Range(0, 1 + (int)(_random.NextDouble() * _random.NextDouble() * 16)).Select(_ => Name()).ToList();
        var json = new StringBuilder(2400);
        json.Append(
            CultureInfo.InvariantCulture, $"{{\"id\":\"{id}\",\"submitter\":\"{authors[0].Given} {authors[0].Family}\",\"authors\":\"");
        json.AppendJoin(", ", authors.Select(name => $"{name.Given} {name.Family}")).Append("\",\"title\":\"")
            .Append(Capital(Text(5 + _random.Next(9), subject)));
        json.Append(
            CultureInfo.InvariantCulture,
            $"\",\"comments\":\"{_random.Next(4, 40)} pages, {_random.Next(12)} "
            + $"figures\",\"journal-ref\":null,\"doi\":null,\"report-no\":null,\"categories\":\"");
        json.Append(Categories(subject)).Append("\",\"license\":\"http://arxiv.org/licenses/nonexclusive-distrib/1.0/\",\"abstract\":\"  ");
        json.Append(Abstract(subject)).Append("\\n\",\"versions\":").Append(Versions(submitted))
            .Append(CultureInfo.InvariantCulture, $",\"update_date\":\"{submitted:yyyy-MM-dd}\",\"authors_parsed\":[");
        return json.AppendJoin(',', authors.Select(name => $"[\"{name.Family}\",\"{name.Given}\",\"\"]")).Append("]}").ToString();
    }

    private (string Given, string Family) Name()
    {
        var given = Capital(Vocabulary.Spelled(GivenNames.Draw(_random)));
        return (_random.Next(5) < 2 ? $"{given[0]}." : given, Surname(Surnames.Draw(_random)));
    }

    private string Categories(int subject)
    {
        var names = Enumerable.Range(0, _random.Next(3)).Select(_ => Category.Active[Subjects.Draw(_random)].Name);
        return string.Join(' ', names.Prepend(Category.Active[subject].Name).Distinct());
    }

    // 60 to 260 words, most near 150, in lines and sentences.
    private string Abstract(int subject)
    {
        var text = new StringBuilder(1600);
        var left = 60 + _random.Next(70) + _random.Next(70) + _random.Next(60);
        while (left > 0)
        {
            var words = Math.Min(left, 8 + _random.Next(24));
            text.Append(Capital(Text(words, subject))).Append(left > words ? ".\\n" : ".");
            left -= words;
        }

        return text.ToString();
    }

    private string Text(int words, int subject)
    {
        var text = new StringBuilder(words * 8);
        for (var word = 0; word < words; word++)
        {
            text.Append(word == 0 ? "" : _random.Next(40) == 0 ? ", " : _random.Next(60) == 0 ? "-" : " ")
                .Append(_vocabulary.Word(_random, subject));
        }

        return text.ToString();
    }

    private string Versions(DateTimeOffset submitted)
    {
        var count = 1 + (int)(_random.NextDouble() * _random.NextDouble() * 4);
        return $"[{string.Join(',', Enumerable.Range(1, count).Select(Version))}]";

        string Version(int version)
        {
            var created = submitted.AddDays((version - 1) * 40).ToString("ddd, d MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
            return $"{{\"version\":\"v{version}\",\"created\":{JsonSerializer.Serialize(created)}}}";
        }
    }
}
