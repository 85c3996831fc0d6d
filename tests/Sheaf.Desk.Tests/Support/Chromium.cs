using PuppeteerSharp;
using Sheaf.Desk.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Chromium))]

// One browser on few processors: tests beside one another would only wait for each other.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Sheaf.Desk.Tests.Support;

/// <summary>
/// The one browser of a run of tests, started by the first that needs it: what <c>SHEAF_BROWSER</c> names, else Chromium where systems have
/// it. Without one the tests skip, unless <c>SHEAF_BROWSER_REQUIRED=1</c>.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private const string Required = "SHEAF_BROWSER_REQUIRED";

    /// <summary>Nothing but this machine can be reached. The quotes are for the command line that the library joins them to.</summary>
    private static readonly string[] Arguments =
    [
        "\"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1\"", "--no-proxy-server", "--disable-gpu", "--disable-dev-shm-usage",
    ];

    private IBrowser? _browser;

    /// <summary>Opens a tab with nothing in it and no cookie but those it gets, let in to a desk by a link.</summary>
    internal async Task<DeskVisit> VisitAsync(ServedDesk desk)
    {
        var visit = await StrangerAsync(desk);
        await visit.LetInAsync();
        return visit;
    }

    /// <summary>The same, not let in.</summary>
    internal async Task<DeskVisit> StrangerAsync(ServedDesk desk)
    {
        _browser ??= await StartAsync();
        return await DeskVisit.OpenAsync(await _browser.CreateBrowserContextAsync(), desk);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    private static async Task<IBrowser> StartAsync()
    {
        var path = InstalledBrowser.Find();
        if (path is null && Environment.GetEnvironmentVariable(Required) != "1")
        {
            Assert.Skip($"there is no browser here: install chromium, or say with {InstalledBrowser.Variable} where one is");
        }

        Assert.True(
            path is not null,
            $"{Required} is 1, and there is no browser: install chromium, or say with {InstalledBrowser.Variable} where one is");
        return await Puppeteer.LaunchAsync(new LaunchOptions
        {
            ExecutablePath = path,
            Headless = true,
            Args = Environment.IsPrivilegedProcess ? [.. Arguments, "--no-sandbox"] : Arguments,
        });
    }
}
