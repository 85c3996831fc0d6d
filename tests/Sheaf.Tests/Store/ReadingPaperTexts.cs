using Sheaf.Arxiv.Eprints;
using Sheaf.Store.Eprints;

namespace Sheaf.Tests.Store;

public sealed class ReadingPaperTexts : IDisposable
{
    private static readonly DateOnly April = new(2024, 4, 1);
    private readonly TemporaryStore _store = new();

    private PaperTextStore Texts => new(_store.Database);

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_text_has_what_the_e_print_has_in_its_order()
    {
        _store.Eprints.Save([Invented.Page("2404.19756")], Invented.Today);

        var text = Assert.Single(Texts.Of([Invented.Id("2404.19756"), Invented.Id("2404.00001")]));

        Assert.Equal(
            (@"On $\alpha$-Sheaves", "We bind papers.\nAnd 紙 too.", new DateOnly(2024, 4, 30)),
            (text.Title, text.Abstract, text.Submitted));
        Assert.Equal(["Ada Example III", "Bo Specimen", "Zoë Muster"], text.Authors);
        Assert.Equal(["cs.LG", "stat.ML"], text.Categories);
    }

    [Fact]
    public void The_first_day_belongs_to_a_time_and_the_day_after_it_does_not()
    {
        Save("2404.00001", new(2024, 3, 31, 23, 59, 59, TimeSpan.Zero));
        Save("2404.00002", new(2024, 4, 1, 0, 0, 0, TimeSpan.Zero));
        Save("2404.00003", new(2024, 4, 30, 23, 59, 59, TimeSpan.Zero));
        Save("2405.00004", new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(["2404.00002", "2404.00003"], Texts.Between(April, April.AddMonths(1)).Select(text => text.Identifier.ToString()));
    }

    [Fact]
    public void A_sample_is_even_and_the_same_each_time()
    {
        _store.Eprints.Save(
            [.. Enumerable.Range(1, 1000).Select(number => Paper($"2404.{number:D5}", Invented.Submitted.AddMinutes(number)))],
            Invented.Today);

        var sample = Texts.Sample(April, April.AddMonths(2), 200).ToList();

        Assert.InRange(sample.Count, 190, 210);
        Assert.InRange(sample.Count(text => text.Identifier.CompareTo(Invented.Id("2404.00500")) < 0), 90, 110);
        Assert.Equal(sample.Select(text => text.Identifier), Texts.Sample(April, April.AddMonths(2), 200).Select(text => text.Identifier));
        Assert.Equal(1000, Texts.Sample(April, April.AddMonths(2), 1000).Count());
    }

    private void Save(string identifier, DateTimeOffset submitted) => _store.Eprints.Save([Paper(identifier, submitted)], Invented.Today);

    private static EprintRecord Paper(string identifier, DateTimeOffset submitted) =>
        Invented.Atom(identifier) with { FirstSubmitted = submitted, LastSubmitted = submitted };
}
