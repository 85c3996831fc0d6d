using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace Sheaf.TestKit;

/// <summary>The service over a workbench, until the test is over, and one who asks it: let in by a link, as a browser is.</summary>
internal sealed class ServedDesk : IAsyncDisposable
{
    private CancellationTokenSource _stop = new();
    private Task<CommandResult> _running = Task.FromResult(new CommandResult(0, "", ""));

    private ServedDesk(Workbench bench, int port, IReadOnlyList<string> settings)
    {
        (Bench, Port, Settings) = (bench, port, settings);
        Client = NewClient();
    }

    public Workbench Bench { get; }

    public int Port { get; }

    /// <summary>What was set for the service, as <c>--set</c> takes it.</summary>
    public IReadOnlyList<string> Settings { get; }

    public Uri Address => new(FormattableString.Invariant($"http://127.0.0.1:{Port}/"));

    /// <summary>Has no cookie before <see cref="LetInAsync"/>, and follows no redirection.</summary>
    public HttpClient Client { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts the service, and lets <see cref="Client"/> in.</summary>
    public static async Task<ServedDesk> OpenAsync(Workbench bench, params string[] settings)
    {
        var desk = await StartAsync(bench, "127.0.0.1", settings);
        await desk.LetInAsync(desk.Client);
        return desk;
    }

    /// <summary>Starts the service and lets nobody in.</summary>
    public static async Task<ServedDesk> StartAsync(Workbench bench, string host, params string[] settings)
    {
        var port = FreePort();
        var desk = new ServedDesk(bench, port, [FormattableString.Invariant($"Serve:Url=http://{host}:{port}"), .. settings]);
        await desk.GoOnAsync();
        return desk;
    }

    /// <summary>Ends the service, as a restart of the machine does.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    /// <summary>Starts the service again at the same address.</summary>
    public async Task GoOnAsync()
    {
        _stop.Dispose();
        _stop = new CancellationTokenSource();
        _running = Bench.RunStoppableAsync(["serve", "--quiet", .. Sets(Settings)], _stop.Token);
        while (!await AnswersAsync())
        {
            Assert.False(_running.IsCompleted, _running.IsCompleted ? (await _running).Error : "");
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Token);
        }
    }

    public HttpClient NewClient() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>A new link, as <c>sheaf desk</c> makes it.</summary>
    public async Task<Uri> LinkAsync()
    {
        var made = await Bench.RunAsync(["desk", "--json", .. Sets(Settings)]);
        return new Uri(JsonElement.Parse(made.Output).GetProperty("link").GetString()!);
    }

    /// <summary>Lets somebody in by a link, as a browser would be.</summary>
    public async Task LetInAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri(Address, (await LinkAsync()).PathAndQuery), Token);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    /// <summary>Asks for something as a page of the desk does.</summary>
    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, object? json = null, Action<HttpRequestMessage>? change = null)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path));
        if (method != HttpMethod.Get)
        {
            request.Headers.Add("Sec-Fetch-Site", "same-origin");
        }

        request.Content = json is null ? null : JsonContent.Create(json, json.GetType(), options: JsonSerializerOptions.Web);
        change?.Invoke(request);
        return Client.SendAsync(request, Token);
    }

    /// <summary>The document that is answered, which must be of this status.</summary>
    public async Task<JsonElement> AskAsync(HttpMethod method, string path, object? json = null, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await SendAsync(method, path, json);
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(status == answer.StatusCode, $"{method} {path}: {answer.StatusCode} {text}");
        return JsonElement.Parse(text);
    }

    public Task<JsonElement> GetAsync(string path) => AskAsync(HttpMethod.Get, path);

    public Task<JsonElement> PostAsync(string path, object json, HttpStatusCode status = HttpStatusCode.OK) =>
        AskAsync(HttpMethod.Post, path, json, status);

    /// <summary>A page, as a browser asks for it.</summary>
    public async Task<string> PageAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, change: request => request.Headers.Add("Accept", "text/html"));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    /// <summary>A form, as a page without script sends it.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, change: request =>
        {
            request.Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
            request.Headers.Add("Accept", "text/html");
        });

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
        Client.Dispose();
    }

    /// <summary>A port of this machine that nobody listens at.</summary>
    public static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    private static IEnumerable<string> Sets(IEnumerable<string> settings) => settings.SelectMany(setting => new[] { "--set", setting });

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("health/live", UriKind.Relative), Token);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

}
