using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Ranking;

namespace Sheaf.Tests.Ranking;

/// <summary>An editor who likes one matter, and the months they had before them. All of it is invented, by seed.</summary>
internal sealed class InventedEditor
{
    public const string Gears = "gear cog spindle ratchet bearing lubricant sprocket";
    public const string Weather = "rain cloud storm wind frost hail thunder";
    public const string Tea = "tea kettle leaf saucer steam sugar biscuit";

    private readonly Random _random = new(11);
    private readonly Dictionary<Month, int> _numbers = [];
    private readonly List<Pick> _picks = [];
    private readonly List<TastePaper> _passedOver = [];

    public static Month July { get; } = Month.Parse("2024-07");

    public TasteHistory History => new([.. _picks], [.. _passedOver]);

    /// <summary>Half a year, in each month six papers on gears picked and sixty on weather and tea passed over.</summary>
    public static InventedEditor WhoLikesGears()
    {
        var editor = new InventedEditor();
        for (var month = 1; month <= 6; month++)
        {
            editor.Picks(new Month(2024, month), 6, Gears);
            editor.PassesOver(new Month(2024, month), 30, Weather);
            editor.PassesOver(new Month(2024, month), 30, Tea);
        }

        return editor;
    }

    public void Picks(Month month, int count, string theme, bool starred = false) =>
        _picks.AddRange(Papers(month, count, theme).Select(paper => new Pick(paper, starred, month)));

    public void Picks(TastePaper paper) => _picks.Add(new Pick(paper, Starred: false, paper.Identifier.AnnouncedIn));

    public void PassesOver(Month month, int count, string theme) => _passedOver.AddRange(Papers(month, count, theme));

    public void PassesOver(TastePaper paper) => _passedOver.Add(paper);

    public IReadOnlyList<TastePaper> Papers(Month month, int count, string theme) =>
        [.. Enumerable.Range(0, count).Select(_ => Paper(month, theme))];

    /// <summary>Three in ten words are of the theme; authors are those who write on it, and some who write on all.</summary>
    public TastePaper Paper(Month month, string theme)
    {
        var number = _numbers[month] = _numbers.GetValueOrDefault(month) + 1;
        return new TastePaper(
            ArxivIdentifier.Parse(string.Create(CultureInfo.InvariantCulture, $"{month.Year % 100:D2}{month.Number:D2}.{number:D5}")),
            Text(theme, 9),
            Text(theme, 80) + ".",
            [.. Enumerable.Range(0, 3).Select(_ => Author(theme)).Distinct()],
            ["cs.LG"],
            month.FirstDay.AddDays(_random.Next(28)));
    }

    public static IReadOnlyList<RankedPaper> Rank(
        TasteHistory history, IEnumerable<TastePaper> candidates, Month? month = null, WarmStart? warm = null) =>
        TasteModel.Learn(history, month ?? July, warm).Rank([.. candidates], TestContext.Current.CancellationToken);

    /// <summary>The mean of the log-odds.</summary>
    public static double LogOdds(IEnumerable<RankedPaper> ranked) => ranked.Average(paper => Math.Log(paper.Score / (1 - paper.Score)));

    private string Text(string theme, int words)
    {
        var (own, text) = (theme.Split(' '), Enumerable.Range(0, words).Select(_ => $"plain{_random.Next(300)}").ToArray());
        for (var at = 1; at < words; at += 3)
        {
            text[at] = own[_random.Next(own.Length)];
        }

        return string.Join(' ', text);
    }

    private string Author(string theme) => _random.Next(2) == 0
        ? $"{CultureInfo.InvariantCulture.TextInfo.ToTitleCase(theme.Split(' ')[0])} Specimen{_random.Next(12)}"
        : $"Ada Example{_random.Next(200)}";
}
