using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Sheaf.Benchmarks.Desk;

/// <summary>The built program as <c>serve</c> over a workspace, open to this machine, with an arXiv that nobody can ask.</summary>
internal sealed class ServedWorkspace : IDisposable
{
    private const string Nobody = "http://127.0.0.1:1/";

    private readonly Process _service;

    private ServedWorkspace(Process service, Uri address)
    {
        (_service, Address) = (service, address);
        Client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };
        Client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    public Uri Address { get; }

    /// <summary>Asks as a browser at the desk does.</summary>
    public HttpClient Client { get; }

    /// <summary>In MB of a million bytes: <c>VmRSS</c> of https://man7.org/linux/man-pages/man5/proc_pid_status.5.html</summary>
    public double Memory => 1024 * double.Parse(
        File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{_service.Id}/status"))
            .First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1e6;

    /// <param name="workspace">Its folder.</param>
    /// <param name="access">As <c>Desk:Access</c>: <c>open</c> or <c>off</c>.</param>
    public static async Task<ServedWorkspace> StartAsync(string workspace, string access)
    {
        string[] settings =
        [
            $"Desk:Access={access}", "Serve:Url=http://127.0.0.1:0", $"Arxiv:ApiBase={Nobody}", $"Arxiv:OaiBase={Nobody}",
            $"Arxiv:SiteBase={Nobody}",
        ];
        var service = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "sheaf.dll"), "serve", "--workspace", workspace,
                .. settings.SelectMany(setting => new[] { "--set", setting }),
            ])
        { RedirectStandardError = true, RedirectStandardOutput = true })!;
        while (await service.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Split("; ") is [_, var rest] && rest.IndexOf("/health", StringComparison.Ordinal) is > 0 and var end)
            {
                _ = service.StandardError.ReadToEndAsync();
                _ = service.StandardOutput.ReadToEndAsync();
                return new(service, new Uri($"{rest[..end]}/"));
            }
        }

        throw new InvalidOperationException("The service did not start.");
    }

    public void Dispose()
    {
        Client.Dispose();
        _service.Kill();
        _service.WaitForExit();
        _service.Dispose();
    }
}
