using System.Globalization;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;

namespace Sheaf.Arxiv.Tests.Atom;

public sealed class Batching
{
    [Fact]
    public void Order_is_kept_and_repetition_dropped()
    {
        ArxivIdentifier[] identifiers = [Number(3), Number(1), Number(3), Number(2), Number(1), Number(4)];

        var batches = Client(batchSize: 3).Batches(identifiers);

        Assert.Equal([[Number(3), Number(1), Number(2)], [Number(4)]], batches);
    }

    [Fact]
    public void Nothing_to_ask_for_makes_no_batch() => Assert.Empty(Client(batchSize: 100).Batches([]));

    [Theory]
    [InlineData("https://export.arxiv.org/api/query")]
    [InlineData("http://127.0.0.1:8017/a/longer/path/to/the/query/interface")]
    public void The_request_line_stays_under_four_thousand_bytes_and_wastes_few(string api)
    {
        var identifiers = Enumerable.Range(1, 1000).Select(Number).ToList();

        var batches = Client(batchSize: 500, api).Batches(identifiers);

        Assert.Equal(identifiers, batches.SelectMany(batch => batch));
        Assert.All(batches, batch => Assert.True(RequestLine(api, batch) < 4000));
        Assert.All(batches.SkipLast(1), batch => Assert.True(RequestLine(api, batch) > 3975));
    }

    [Fact]
    public void The_longest_identifiers_fit_too()
    {
        var archive = new string('a', 185);
        var identifiers = Enumerable.Range(1, 100)
            .Select(n => ArxivIdentifier.Parse(string.Create(CultureInfo.InvariantCulture, $"{archive}/9901{n:D3}")));

        var batches = Client(batchSize: 100).Batches(identifiers);

        Assert.All(batches, batch => Assert.True(RequestLine(ScriptedArxiv.Api.AbsoluteUri, batch) < 4000));
    }

    private static int RequestLine(string api, IReadOnlyList<ArxivIdentifier> batch) => string.Create(
        CultureInfo.InvariantCulture,
        $"GET {new Uri(api).AbsolutePath}?id_list={string.Join(',', batch)}&max_results={batch.Count} HTTP/1.1").Length;

    private static ArxivIdentifier Number(int number) =>
        ArxivIdentifier.Parse(string.Create(CultureInfo.InvariantCulture, $"2405.{number:D5}"));

    private static AtomClient Client(int batchSize, string api = "https://export.arxiv.org/api/query") =>
        new(new HttpClient(new ScriptedArxiv()), Options.Create(new ArxivOptions { ApiBase = new Uri(api), BatchSize = batchSize }));
}
