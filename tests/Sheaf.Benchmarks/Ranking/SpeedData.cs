using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;
using Sheaf.TestKit.Ranking;

namespace Sheaf.Benchmarks.Ranking;

/// <summary>
/// An editor with two years of history and a month to rank, in one file that both sides read. Each paper is put together, by seed, from two
/// real ones that were both picked or both passed over: so words, pairs of words and lengths are those of real papers, and no two are the
/// same.
/// </summary>
/// <remarks>
/// A line a paper, tab-separated: <c>pick</c>, <c>star</c>, <c>passed</c> or <c>candidate</c>, identifier, categories, authors, title,
/// abstract.
/// </remarks>
internal sealed class SpeedData
{
    public const int Picks = 2_000;
    public const int PassedOver = 78_000;
    public const int Candidates = 25_000;
    private const int Months = 24;
    private const int Words = 60_000;

    private readonly Random _random = new(20250601);
    private readonly int[] _numbers = new int[Months + 1];

    /// <summary>That of the candidates.</summary>
    public static Month Month { get; } = Month.Parse("2025-06");

    /// <summary>Writes the file.</summary>
    /// <param name="file">Where.</param>
    /// <param name="referenceData">Where <c>months</c> and <c>curated</c> lie; without them the papers are invented.</param>
    /// <returns>What is in it.</returns>
    public static string Write(string file, string referenceData)
    {
        var months = Path.Combine(referenceData, "months");
        var papers = Directory.Exists(months)
            ? MonthFiles.Read(months).Select(paper => paper.Paper).Where(paper => paper.Abstract.Length > 0).ToList()
            : [];
        var curator = papers.Count > 0
            ? Curator.ReadAll(Path.Combine(referenceData, "curated"))
                .MaxBy(curator => papers.Count(paper => curator.Picks.ContainsKey(paper.Identifier)))
            : null;
        Write(
            file,
            [.. papers.Where(paper => curator?.Picks.ContainsKey(paper.Identifier) is true)],
            [.. papers.Where(paper => curator?.Picks.ContainsKey(paper.Identifier) is false)]);
        return $"{Picks:N0} picks, {PassedOver:N0} passed over, {Candidates:N0} to rank; texts "
            + $"{(curator is null ? "invented" : $"from the reference months and {curator.Name}'s picks")}";
    }

    /// <summary>Writes the file.</summary>
    /// <param name="file">Where.</param>
    /// <param name="picked">Papers that an editor picked; empty to invent them.</param>
    /// <param name="others">Papers that they did not.</param>
    private static void Write(string file, IReadOnlyList<TastePaper> picked, IReadOnlyList<TastePaper> others)
    {
        var data = new SpeedData();
        using var writer = new StreamWriter(file);
        for (var number = 0; number < Picks + PassedOver + Candidates; number++)
        {
            var (isPick, isCandidate) = (number < Picks, number >= Picks + PassedOver);
            var from = isPick ? picked : others;
            var (one, other) = from.Count == 0 ? (data.Invent(isPick), data.Invent(isPick)) : (data.OneOf(from), data.OneOf(from));
            var back = isCandidate ? 0 : 1 + data._random.Next(Months);
            var kind = isCandidate ? "candidate" : !isPick ? "passed" : number % 7 == 0 ? "star" : "pick";
            string[] fields =
                [
                    kind, data.Identifier(back), string.Join(' ', one.Categories), string.Join(';', one.Authors),
                    Halves(one.Title, other.Title), Halves(one.Abstract, other.Abstract),
                ];
            writer.Write(string.Join('\t', fields.Select(OnOneLine)) + "\n");
        }
    }

    public static (string Kind, TastePaper Paper) Read(string line)
    {
        var fields = line.Split('\t');
        var identifier = ArxivIdentifier.Parse(fields[1]);
        return (fields[0], new TastePaper(
            identifier,
            fields[4],
            fields[5],
            fields[3].Split(';', StringSplitOptions.RemoveEmptyEntries),
            fields[2].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            identifier.AnnouncedIn.FirstDay));
    }

    private string Identifier(int back)
    {
        var month = Month;
        for (var step = 0; step < back; step++)
        {
            month = month.Previous;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{month.Year % 100:D2}{month.Number:D2}.{++_numbers[back]:D5}");
    }

    private TastePaper OneOf(IReadOnlyList<TastePaper> papers) => papers[_random.Next(papers.Count)];

    private static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The beginning of one and the end of the other.</summary>
    private static string Halves(string one, string other)
    {
        var (first, second) =
            (one.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), other.Split(
                (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.Join(' ', first.Take((first.Length + 1) / 2).Concat(second.Skip((second.Length + 1) / 2)));
    }

    private TastePaper Invent(bool isPick) =>
        new(
            default, Invent(10, isPick), Invent(
                180, isPick), [.. Enumerable.Range(0, 5).Select(_ => $"Ada Specimen{_random.Next(Words)}")], ["cs.CL", "cs.LG"],
                Month.FirstDay);

    /// <summary>The word of rank n is met about once in n times; editors have favourites among the rarer ones.</summary>
    private string Invent(int words, bool isPick) => string.Join(' ', Enumerable.Range(0, words).Select(_ =>
    {
        var rank = (int)Math.Exp(_random.NextDouble() * Math.Log(Words));
        return string.Create(CultureInfo.InvariantCulture, $"w{(isPick && rank > 1000 ? rank / 10 * 10 : rank)}");
    }));
}
