using System.Globalization;
using Sheaf.Arxiv.Identifiers;
using Sheaf.Replica;

namespace Sheaf.TestKit.Sweeping;

/// <summary>
/// A month of papers that do not exist, the same for the same seed: submitted at all times, most before the daily deadline, numbered in the
/// order of their announcement, which is days later at times, so that some have a number of the next month.
/// </summary>
internal sealed class InventedMonth(Month month, int seed)
{
    /// <summary>What is swept: every paper of the month that <see cref="Papers"/> makes is in it, under one name or another.</summary>
    public const string Categories = "cs.*, stat.ML";

    private static readonly string[] Inside = ["cs.CL", "cs.LG", "cs.CV", "cs.NA", "math.NA", "eess.SY", "cs.RO", "stat.ML", "cs.IT"];

    private static readonly string[] Outside = ["hep-th", "quant-ph", "astro-ph.CO", "econ.EM"];

    private static readonly string[] Words =
        ("widget gear spring lever cog ratchet pawl spindle axle cam crank rotor stator flange gasket bearing torque slip "
        + "lattice mesh train learn bound sparse dense").Split(' ');

    private readonly Random _random = new(seed);
    private readonly Dictionary<Month, int> _numbers = [];

    /// <summary>
    /// So many papers of the month and the choice, and a fifth as many of other months and categories that must not be swept.
    /// </summary>
    public IReadOnlyList<CorpusPaper> Papers(int count)
    {
        var days = DateTime.DaysInMonth(month.Year, month.Number);
        var inside = Enumerable.Range(0, count).Select(_ => (Submitted: Moment(days), Category: Pick(Inside)));
        var outside = Enumerable.Range(0, count / 10).Select(_ => (Submitted: Moment(days), Category: Pick(Outside)));
        var neighbours = Enumerable.Range(0, count / 10)
            .Select(place => (Submitted: Moment(days) + TimeSpan.FromDays(place % 2 == 0 ? -days : days), Category: Pick(Inside)));
        return [.. inside.Concat(outside).Concat(neighbours)
            .Select(one => (one.Submitted, one.Category, Announced: Announced(one.Submitted)))
            .OrderBy(one => one.Announced).ThenBy(one => one.Submitted).Select(one => Paper(one.Submitted, one.Category, one.Announced))];
    }

    private CorpusPaper Paper(DateTimeOffset submitted, string category, DateTimeOffset announced)
    {
        var of = Month.Of(announced);
        var number = _numbers[of] = _numbers.GetValueOrDefault(of) + 1;
        var cross = Pick(Outside);
        return new CorpusPaper
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{of.Year % 100:D2}{of.Number:D2}.{number:D5}"),
            Title = Text(9),
            Abstract = string.Join(". ", Enumerable.Range(0, 8).Select(_ => Text(18))) + ".",
            Authors = [.. Enumerable.Range(0, 1 + _random.Next(7)).Select(_ => new CorpusAuthor($"Ada {Text(1)}{_random.Next(900)}"))],
            Categories = _random.Next(3) == 0 ? [category, cross] : [category],
            Versions = Versions(submitted),
            LastModified = _random.Next(4) == 0 ? announced.AddDays(_random.Next(40)) : announced,
            License = "http://creativecommons.org/licenses/by/4.0/",
        };
    }

    private CorpusVersion[] Versions(DateTimeOffset submitted) => _random.Next(5) == 0
        ? [new(1, submitted) { SizeKb = 20 }, new(2, submitted.AddDays(2)) { SizeKb = 21 }]
        : [new(1, submitted) { SizeKb = 20 }];

    // A third comes in the hours before the deadline.
    private DateTimeOffset Moment(int days) => month.Start.AddDays(_random.Next(days))
        .AddSeconds(_random.Next(3) == 0 ? (15 * 3600) + _random.Next(3 * 3600) : _random.Next(24 * 3600));

    // The evening of the next day, UTC; one in twenty is held for days.
    private DateTimeOffset Announced(DateTimeOffset submitted) =>
        new DateTimeOffset(submitted.UtcDateTime.Date, TimeSpan.Zero).AddDays(_random.Next(20) == 0 ? 1 + _random.Next(5) : 1);

    private string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Pick(Words)));

    private string Pick(string[] of) => of[_random.Next(of.Length)];
}
