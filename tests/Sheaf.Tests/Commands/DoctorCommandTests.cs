using Sheaf.Replica;

namespace Sheaf.Tests.Commands;

public sealed class DoctorCommandTests
{
    [Fact]
    public async Task Online_each_interface_is_asked_once_and_said_to_answer()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));

        var ran = await bench.RunAsync("doctor", "--online");

        Assert.Equal(0, ran.Exit);
        foreach (var (name, address) in new[]
        {
            ("query API", bench.Arxiv.ApiBase),
            ("OAI-PMH", bench.Arxiv.OaiBase),
            ("pages", bench.Arxiv.SiteBase),
        })
        {
            Assert.Contains($"ok   {name,-10} {address} answers", ran.Output, StringComparison.Ordinal);
        }

        Assert.Equal(
            [LoggedKind.Api, LoggedKind.Api, LoggedKind.Page],
            bench.Arxiv.Requests.Select(request => request.Kind).Where(kind => kind != LoggedKind.Other));
    }

    [Fact]
    public async Task Without_it_nobody_is_asked()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));

        Assert.Equal(0, (await bench.RunAsync("doctor")).Exit);

        Assert.Empty(bench.Arxiv.Requests);
    }
}
