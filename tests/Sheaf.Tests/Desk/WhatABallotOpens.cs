using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;
using Sheaf.Desk;
using Sheaf.Service;
using Sheaf.Settings;

namespace Sheaf.Tests.Desk;

/// <summary>The token of a ballot opens that ballot, wherever the service listens, and nothing else of it.</summary>
public sealed class WhatABallotOpens
{
    private static readonly string[] Folders = ["curated", "ballots"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_address_is_shut_to_its_token_but_the_ballot()
    {
        await using var bench = await VotingOverHttp.ListedAsync();
        await using var desk = await ServedDesk.OpenAsync(bench);
        var ballot = await VotingOverHttp.OpenAsync(desk, "list");
        var token = ballot.Segments[^1];
        using var reader = desk.NewClient();
        using (var vote = await VotingOverHttp.SendVoteAsync(reader, ballot, new { name = "Ada", id = "2404.00001", vote = "yes" }))
        {
            Assert.Equal(HttpStatusCode.OK, vote.StatusCode);
        }

        var before = FilesOf(bench);
        var (wrong, cells, editorsOwn) = (new List<string>(), 0, 0);
        foreach (var (method, path) in AddressesOf(bench))
        {
            foreach (var (way, request) in Requests(desk, method, path, token))
            {
                using (request)
                {
                    using var answer = await reader.SendAsync(request, Token);
                    cells++;
                    if (answer.StatusCode != HttpStatusCode.Unauthorized)
                    {
                        wrong.Add($"{method} {path} with the token as {way}: {(int)answer.StatusCode}");
                    }
                }
            }

            // The stream of events has no end.
            if (method == "GET" && path != "/api/events")
            {
                // Who may come in is answered otherwise, so that the table could fail.
                using var own = await desk.SendAsync(
                    HttpMethod.Get, path, change: request => request.Headers.Add("Accept", "application/json, text/html"));
                editorsOwn += own.StatusCode == HttpStatusCode.Unauthorized ? 0 : 1;
            }
        }

        Assert.Empty(wrong);
        Assert.True(cells > 300 && editorsOwn > 30, $"{cells} {editorsOwn}");
        Assert.Equal(before, FilesOf(bench));
    }

    [Fact]
    public async Task It_opens_no_other_month_and_no_other_spelling_of_itself()
    {
        await using var bench = await VotingOverHttp.ListedAsync();
        bench.List("2024-05.md", "- 2405.00001\n");
        await using var desk = await ServedDesk.OpenAsync(bench);
        var token = (await VotingOverHttp.OpenAsync(desk, "list")).Segments[^1];
        await desk.PostAsync("/api/2024-05/ballot/open", new { of = "list" });
        using var reader = desk.NewClient();

        foreach (var other in new[]
        {
            token.Replace("2024-04", "2024-05", StringComparison.Ordinal), token[..^1], $"{token}A", token.ToUpperInvariant(), token[8..],
            "2024-04.", "2024-06.AAAAAAAAAAAAAAAAAAAAAA", new string('a', 5_000), "..%2f2024-04", $"{token}%00",
        })
        {
            foreach (var path in new[] { "/ballot/", "/api/ballot/" })
            {
                using var answer = await reader.GetAsync(new Uri(desk.Address, path + other), Token);
                Assert.True(
                    answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized,
                    $"{path}{other}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Where_the_desk_is_shut_to_others_a_ballot_is_open_and_its_rules_stand()
    {
        await using var bench = await VotingOverHttp.ListedAsync();
        string path;
        await using (var own = await ServedDesk.OpenAsync(bench))
        {
            path = (await VotingOverHttp.OpenAsync(own, "list")).AbsolutePath;
        }

        await using var desk = await ServedDesk.StartAsync(bench, "0.0.0.0");
        using var page = await desk.SendAsync(HttpMethod.Get, path["/api".Length..]);
        var html = await page.Content.ReadAsStringAsync(Token);
        using var style = await desk.SendAsync(HttpMethod.Get, html.Split("href=\"")[1].Split('"')[0]);
        using var vote = await desk.SendAsync(HttpMethod.Post, path, new { name = "Ada", id = "2404.00001", vote = "yes" });
        using var shut = await desk.SendAsync(HttpMethod.Get, "/2024-04/ballot");
        using var foreignHost = await desk.SendAsync(HttpMethod.Get, path, change: request => request.Headers.Host = "evil.example");
        using var foreignPage = await desk.SendAsync(
            HttpMethod.Post, path, new { name = "Bob", id = "2404.00001", vote = "yes" }, request =>
            {
                request.Headers.Remove("Sec-Fetch-Site");
                request.Headers.Add("Origin", "http://evil.example");
            });
        using var program = await desk.SendAsync(
            HttpMethod.Post, path, new { name = "Bob", id = "2404.00001", vote = "yes" },
            request => request.Headers.Remove("Sec-Fetch-Site"));

        Assert.Equal(
            [
                HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.MisdirectedRequest,
                HttpStatusCode.Forbidden, HttpStatusCode.Forbidden,
            ],
            new[] { page, style, vote, shut, foreignHost, foreignPage, program }.Select(answer => answer.StatusCode));
        Assert.StartsWith(
            "default-src 'none'; script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var cookies = page.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(["/api/ballot", "/ballot"], cookies.Select(cookie => cookie.Split("path=")[1].Split(';')[0]).Order());
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(
                cookie.Split('=')[1].Split(';')[0], bench.Read("ballots", "2024-04.jsonl"), StringComparison.Ordinal);
        });
        Assert.DoesNotContain(path.Split('.')[1], bench.Read("ballots", "2024-04.jsonl"), StringComparison.Ordinal);
        Assert.Single(
            bench.Read("ballots", "2024-04.jsonl").Split('\n'), line => line.Contains("\"vote\":\"yes\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Off_is_off_for_ballots_too()
    {
        await using var bench = await VotingOverHttp.ListedAsync();
        string path;
        await using (var own = await ServedDesk.OpenAsync(bench))
        {
            path = (await VotingOverHttp.OpenAsync(own, "list")).AbsolutePath;
        }

        await using var off = await ServedDesk.StartAsync(bench, "127.0.0.1", "Desk:Access=off");
        using var answer = await off.SendAsync(HttpMethod.Get, path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Desk:Access is off", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    /// <summary>Each method and address that the service answers, those left out that are for everybody.</summary>
    private static List<(string Method, string Path)> AddressesOf(Workbench bench)
    {
        var (settings, workspace) = SettingsReader.Read(bench.Folder, bench.Settings);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSheaf(settings, workspace, LogEventLevel.Fatal).AddSchedule(settings.Schedule)
            .AddDesk(settings, workspace, [new IPEndPoint(IPAddress.Loopback, 1)]);
        var app = builder.Build();
        app.MapDesk();
        var found =
            (from endpoint in ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
             let path = PathOf(endpoint.RoutePattern)
             where !path.StartsWith("/assets/", StringComparison.Ordinal)
                 && path is not ("/login" or "/worker.js" or "/ballot/x" or "/api/ballot/x")
             from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST", "PUT", "DELETE"]
             select (method, path)).Distinct().ToList();
        Assert.Contains(("POST", "/api/decisions"), found);
        Assert.Contains(("PUT", "/api/2024-04/draft/text"), found);
        Assert.Contains(("GET", "/desk"), found);
        return found;
    }

    private static string PathOf(RoutePattern pattern) => "/" + string.Join(
        '/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "month" } => "2024-04",
            RoutePatternParameterPart { Name: "number" or "n" } => "1",
            RoutePatternParameterPart { Name: "id" } => "2404.00001",
            _ => "x",
        }))));

    /// <summary>The ways in which a token could be sent.</summary>
    private static IEnumerable<(string Way, HttpRequestMessage Request)> Requests(ServedDesk desk, string method, string path, string token)
    {
        yield return ("nothing but the cookie of the ballot", New(path));
        yield return ("cookie", With(New(path), "Cookie", $"sheaf-desk={token}; sheaf-ballot={token}"));
        yield return ("bearer", With(New(path), "Authorization", $"Bearer {token}"));
        yield return ("query", New($"{path}?token={token}"));
        var form = New(path);
        form.Content = method is "GET" or "HEAD" ? null
            : new StringContent(
                $"token={token}&month=2024-04&id=2404.00001&action=take", Encoding.UTF8, "application/x-www-form-urlencoded");
        yield return ("form", With(form, "X-Fragment", "1"));

        HttpRequestMessage New(string address) =>
            With(new HttpRequestMessage(new HttpMethod(method), new Uri(desk.Address, address)), "Sec-Fetch-Site", "same-origin");

        static HttpRequestMessage With(HttpRequestMessage request, string name, string value)
        {
            request.Headers.Add(name, value);
            return request;
        }
    }

    private static List<(string, string)> FilesOf(Workbench bench) =>
    [
        .. Folders.SelectMany(folder => Directory.EnumerateFiles(bench.PathOf(folder)))
            .Concat(Directory.EnumerateFiles(bench.Folder, "*.txt")).Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllText(file))),
    ];
}
