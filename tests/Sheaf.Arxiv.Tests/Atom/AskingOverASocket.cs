using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sheaf.Arxiv.Atom;
using Sheaf.Arxiv.Identifiers;
using static Sheaf.TestKit.InventedFeeds;

namespace Sheaf.Arxiv.Tests.Atom;

public sealed class AskingOverASocket
{
    [Fact]
    public async Task Commas_and_slashes_go_over_the_wire_as_they_are()
    {
        var token = TestContext.Current.CancellationToken;
        var target = "";
        await using var server = await ServeAsync(context =>
        {
            target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            return context.Response.WriteAsync(Feed(Widgets), context.RequestAborted);
        });
        using var http = new HttpClient();
        var client = new AtomClient(http, Options.Create(new ArxivOptions { ApiBase = new Uri(server.Urls.Single() + "/api/query") }));

        var answer = await client.GetAsync([ArxivIdentifier.Parse("2405.99901"), ArxivIdentifier.Parse("math.GT/0309999")], token);

        Assert.Equal("/api/query?id_list=2405.99901,math/0309999&max_results=2", target);
        Assert.Equal("2405.99901", Assert.Single(answer.Records).Key.ToString());
    }

    private static async Task<WebApplication> ServeAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
