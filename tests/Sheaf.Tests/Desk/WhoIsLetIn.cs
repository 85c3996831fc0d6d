using System.Net;
using System.Text;
using Sheaf.Settings;

namespace Sheaf.Tests.Desk;

/// <summary>The door of the desk: from where, by whom and how a request must come.</summary>
public sealed class WhoIsLetIn
{
    private static readonly bool[] Cookies = [false, true];
    private static readonly string?[] Types = [null, "application/json", "text/plain"];
    private static readonly string?[] Sites = [null, "same-origin", "none", "same-site", "cross-site"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_way_to_ask_has_its_answer()
    {
        await using var bench = await Workbench.StartAsync(InventedPapers.Many(1));
        await using var desk = await ServedDesk.OpenAsync(bench);
        using var stranger = desk.NewClient();
        var bearer = (await File.ReadAllTextAsync(bench.PathOf(".gate", "desk.token"), Token)).Trim();

        var wrong = new List<string>();
        var cells = 0;
        foreach (var cell in Cells(desk, bearer))
        {
            using var request = cell.Request();
            using var answer = await (cell.HasCookie ? desk.Client : stranger).SendAsync(request, Token);
            cells++;
            if (answer.StatusCode != cell.Expected)
            {
                wrong.Add($"{cell}: {(int)answer.StatusCode}, and not {(int)cell.Expected}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(2 * 3 * 5 * 3 * 2 * 3, cells);
    }

    [Theory]
    [InlineData("127.0.0.1:{port}", HttpStatusCode.OK)]
    [InlineData("localhost:{port}", HttpStatusCode.OK)]
    [InlineData("LOCALHOST", HttpStatusCode.OK)]
    [InlineData("[::1]:{port}", HttpStatusCode.OK)]
    [InlineData("papers.example.org", HttpStatusCode.OK)]
    [InlineData("desk.example.org:8443", HttpStatusCode.OK)]
    [InlineData("desk.example.org", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost.example.org", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.nip.io", HttpStatusCode.MisdirectedRequest)]
    [InlineData("192.168.0.1", HttpStatusCode.MisdirectedRequest)]
    public async Task A_page_from_elsewhere_cannot_take_our_name(string host, HttpStatusCode expected)
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench, "Desk:Hosts=papers.example.org, desk.example.org:8443");

        foreach (var path in new[] { "/api/edits", "/health/live" })
        {
            using var answer = await desk.SendAsync(
                HttpMethod.Get, path,
                change: request => request.Headers.Host = host.Replace("{port}", $"{desk.Port}", StringComparison.Ordinal));
            Assert.Equal(expected, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_link_lets_in_once_and_its_cookie_is_for_this_browser_alone()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.StartAsync(bench, "127.0.0.1");
        using var second = desk.NewClient();
        var link = new Uri(desk.Address, (await desk.LinkAsync()).PathAndQuery);

        using var first = await desk.Client.GetAsync(link, Token);
        using var again = await second.GetAsync(link, Token);

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.False(again.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_password_lets_in_and_may_not_be_guessed()
    {
        var hash = PasswordHash.Of("correct horse");
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.StartAsync(bench, "127.0.0.1", $"Desk:Password={hash}");

        var shut = await desk.PageAsync("/2024-04?show=later", HttpStatusCode.Unauthorized);
        using var wrong = await desk.SubmitAsync("/login", ("password", "battery staple"), ("back", "/keys"));
        using var right = await desk.SubmitAsync("/login", ("password", "correct horse"), ("back", "//elsewhere.example"));
        using var inside = await desk.SendAsync(HttpMethod.Get, "/keys");
        for (var tries = 0; tries < 4; tries++)
        {
            using var more = await desk.SubmitAsync("/login", ("password", "battery staple"));
        }

        using var tooMany = await desk.SubmitAsync("/login", ("password", "correct horse"));

        Assert.Contains("href=\"/login?back=%2F2024-04%3Fshow%3Dlater\"", shut, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal((HttpStatusCode.SeeOther, "/"), (right.StatusCode, right.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
        Assert.NotNull(tooMany.Headers.RetryAfter);
    }

    [Fact]
    public async Task Where_others_can_reach_it_the_desk_is_shut_without_a_key_and_health_answers()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.StartAsync(bench, "0.0.0.0");

        using var page = await desk.SendAsync(HttpMethod.Get, "/");
        using var health = await desk.SendAsync(HttpMethod.Get, "/health");

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("Desk:Password", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task A_proxy_is_believed_where_it_is_trusted()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var trusting = await ServedDesk.StartAsync(
            bench, "0.0.0.0", "Desk:ProxyHeader=X-Forwarded-User", "Desk:TrustedProxies=127.0.0.0/8");
        await using var doubting = await ServedDesk.StartAsync(
            bench, "0.0.0.0", "Desk:ProxyHeader=X-Forwarded-User", "Desk:TrustedProxies=10.0.0.1");

        foreach (var (desk, expected) in new[] { (trusting, HttpStatusCode.OK), (doubting, HttpStatusCode.Unauthorized) })
        {
            using var named = await desk.SendAsync(
                HttpMethod.Get, "/keys", change: request => request.Headers.Add("X-Forwarded-User", "ada"));
            using var nameless = await desk.SendAsync(HttpMethod.Get, "/keys");
            Assert.Equal((expected, HttpStatusCode.Unauthorized), (named.StatusCode, nameless.StatusCode));
        }
    }

    [Fact]
    public async Task Open_is_for_this_machine_alone_and_off_is_off()
    {
        await using var bench = await Workbench.StartAsync([]);
        var refused = await bench.RunAsync("serve", "--set", "Desk:Access=open", "--set", "Serve:Url=http://0.0.0.0:8017");
        await using var open = await ServedDesk.StartAsync(bench, "127.0.0.1", "Desk:Access=open");
        await using var off = await ServedDesk.StartAsync(bench, "127.0.0.1", "Desk:Access=off");

        using var page = await open.SendAsync(HttpMethod.Get, "/keys");
        using var foreign = await open.SendAsync(
            HttpMethod.Post, "/api/edits/1/undo", new { }, request =>
            {
                request.Headers.Remove("Sec-Fetch-Site");
                request.Headers.Add("Origin", "http://elsewhere.example");
            });
        using var shut = await off.SendAsync(HttpMethod.Get, "/keys");
        using var health = await off.SendAsync(HttpMethod.Get, "/health/live");

        Assert.Equal(2, refused.Exit);
        Assert.Contains("Desk:Access is open", refused.Error, StringComparison.Ordinal);
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.OK),
            (page.StatusCode, foreign.StatusCode, shut.StatusCode, health.StatusCode));
    }

    [Fact]
    public async Task Every_answer_has_the_headers_that_keep_a_browser_from_being_used()
    {
        await using var bench = await Workbench.StartAsync([]);
        await using var desk = await ServedDesk.OpenAsync(bench);

        foreach (var path in new[] { "/keys", "/api/edits", "/nowhere", "/health", "/api/2024-04/suggestions" })
        {
            using var answer = await desk.SendAsync(HttpMethod.Get, path);
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
            Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Opener-Policy"));
            Assert.Equal(["same-origin"], answer.Headers.GetValues("Cross-Origin-Resource-Policy"));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    /// <summary>All combinations of where from, by whom and how a request may come.</summary>
    private static IEnumerable<Cell> Cells(ServedDesk desk, string bearer) =>
        from host in new[] { $"127.0.0.1:{desk.Port}", "evil.example" }
        from origin in new[] { null, $"http://127.0.0.1:{desk.Port}", "http://evil.example" }
        from site in Sites
        from type in Types
        from cookie in Cookies
        from token in new string?[] { null, bearer, "wrong" }
        select new Cell(desk.Address, host, origin, site, type, cookie, token, token == bearer);

    /// <param name="Address">Of the service.</param>
    /// <param name="Host">That the request names.</param>
    /// <param name="Origin">Of the page that sends it.</param>
    /// <param name="Site">What the browser says of that page.</param>
    /// <param name="Type">Of the content; null: it is a GET.</param>
    /// <param name="HasCookie">Whether its sender was let in.</param>
    /// <param name="Bearer">The token that is sent.</param>
    /// <param name="IsRight">Whether that is the one.</param>
    private sealed record Cell(
        Uri Address, string Host, string? Origin, string? Site, string? Type, bool HasCookie, string? Bearer, bool IsRight)
    {
        public HttpStatusCode Expected =>
            Host == "evil.example" ? HttpStatusCode.MisdirectedRequest
            : Type is not null && !IsFromUs ? HttpStatusCode.Forbidden
            : !HasCookie && !IsRight ? HttpStatusCode.Unauthorized
            : Type == "text/plain" ? HttpStatusCode.UnsupportedMediaType
            : HttpStatusCode.OK;

        private bool IsFromUs => Site switch
        {
            "same-origin" or "none" => true,
            { } => false,
            null => Origin is null ? IsRight : Origin.Contains("127.0.0.1", StringComparison.Ordinal),
        };

        public HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(
                Type is null ? HttpMethod.Get : HttpMethod.Post, new Uri(Address, Type is null ? "/api/edits" : "/api/decisions"));
            request.Headers.Host = Host;
            foreach (var (name, value) in new[] { ("Origin", Origin), ("Sec-Fetch-Site", Site) })
            {
                if (value is not null)
                {
                    request.Headers.Add(name, value);
                }
            }

            if (Bearer is not null)
            {
                request.Headers.Add("Authorization", $"Bearer {Bearer}");
            }

            request.Content = Type is null ? null : new StringContent(
                """{"month":"2024-04","id":"2404.00001","action":"reset"}""", Encoding.UTF8, Type);
            return request;
        }
    }
}
