using System.Globalization;
using PuppeteerSharp;

namespace Sheaf.Benchmarks.Desk;

/// <summary>What a person at the desk waits for, measured in a browser by its own clock.</summary>
internal sealed class BrowserAtTheDesk : IAsyncDisposable
{
    /// <summary>
    /// From the moment of a key to the frame that shows what it did, and to the moment at which nothing waits any more, in milliseconds.
    /// </summary>
    private const string Watch =
        """
        window.painted = []; window.kept = []; window.pressed = [];
        addEventListener("keydown", (event) => {
          const start = event.timeStamp;
          window.pressed.push(start);
          requestAnimationFrame(() => { const done = new MessageChannel();
            done.port1.onmessage = () => window.painted.push(performance.now() - start); done.port2.postMessage(0); });
        }, { capture: true });
        new MutationObserver(() => { if (!document.body.dataset.waiting) {
          for (const start of window.pressed.splice(0)) window.kept.push(performance.now() - start); } })
          .observe(document.body, { attributes: true, attributeFilter: ["data-waiting"] });
        """;

    private readonly IBrowser _browser;
    private readonly IPage _page;

    private BrowserAtTheDesk(IBrowser browser, IPage page) => (_browser, _page) = (browser, page);

    /// <param name="program">A Chromium.</param>
    public static async Task<BrowserAtTheDesk> StartAsync(string program)
    {
        var browser = await Puppeteer.LaunchAsync(new LaunchOptions
        {
            ExecutablePath = program,
            Headless = true,
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"],
        });
        return new(browser, await browser.NewPageAsync());
    }

    /// <summary>From the beginning of the navigation to the first paint, in milliseconds.</summary>
    public async Task<double> FirstPaintAsync(Uri page)
    {
        await _page.GoToAsync(page.AbsoluteUri, WaitUntilNavigation.Load);
        return await _page.EvaluateExpressionAsync<double>(
            """
            new Promise((resume) => new PerformanceObserver((list) => resume(list.getEntries()[0].startTime))
              .observe({ type: "paint", buffered: true }))
            """);
    }

    /// <summary>Presses a key again and again.</summary>
    /// <returns>How long each took to be painted, and to be on the disk.</returns>
    public async Task<(IReadOnlyList<double> Painted, IReadOnlyList<double> Kept)> PressAsync(string key, int times, TimeSpan beat)
    {
        await _page.EvaluateExpressionAsync(Watch);
        using var timer = new PeriodicTimer(beat, TimeProvider.System);
        for (var pressed = 0; pressed < times; pressed++)
        {
            await _page.Keyboard.PressAsync(key);
            await timer.WaitForNextTickAsync();
        }

        var all = times.ToString(CultureInfo.InvariantCulture);
        while (!await _page.EvaluateExpressionAsync<bool>($"!document.body.dataset.waiting && window.painted.length >= {all}"))
        {
            await timer.WaitForNextTickAsync();
        }

        return (
            await _page.EvaluateExpressionAsync<double[]>("window.painted"), await _page.EvaluateExpressionAsync<double[]>("window.kept"));
    }

    public ValueTask DisposeAsync() => _browser.DisposeAsync();
}
