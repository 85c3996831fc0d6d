using System.Text.Json;
using PuppeteerSharp;

namespace Sheaf.Desk.Tests.Support;

/// <summary>A tab of a browser at the desk, and what went wrong in it.</summary>
internal sealed class DeskVisit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    private readonly IBrowserContext _context;
    private readonly List<string> _trouble = [];
    private readonly List<string> _requests = [];

    private DeskVisit(IBrowserContext context, IPage page, ServedDesk desk)
    {
        (_context, Page, Desk) = (context, page, desk);
        page.Console += (_, told) => Note(told.Message.Type is ConsoleType.Error or ConsoleType.Warning, TextOf(told.Message));
        page.PageError += (_, told) => Note(true, told.Message);
        page.Popup += (_, _) => Note(true, "a window was opened");
        page.Request += (_, sent) => NoteRequest(sent.Request.Url);
        page.Dialog += (_, asked) => _ = AnswerAsync(asked.Dialog);
    }

    public IPage Page { get; }

    public ServedDesk Desk { get; }

    /// <summary>The sentences of dialogs that are meant to come; they are confirmed.</summary>
    public Func<string, bool> Confirms { get; set; } = _ => false;

    /// <summary>
    /// Errors and warnings of the console, faults of scripts, violations of the policy, dialogs that nobody meant, requests to elsewhere.
    /// </summary>
    public IReadOnlyList<string> Trouble
    {
        get
        {
            lock (_trouble)
            {
                return [.. _trouble];
            }
        }
    }

    /// <summary>The addresses that were asked for since the last page was gone to, that of the page first.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_trouble)
            {
                return [.. _requests];
            }
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DeskVisit> OpenAsync(IBrowserContext context, ServedDesk desk)
    {
        var visit = new DeskVisit(context, await context.NewPageAsync(), desk);
        await visit.LookAsync(isDark: false, width: 1000);
        await visit.Page.EvaluateExpressionOnNewDocumentAsync(
            "addEventListener('securitypolicyviolation', (told) => "
            + "console.error(`policy: ${told.effectiveDirective} ${told.blockedURI} ${told.sample}`))");
        return visit;
    }

    /// <summary>Opens another tab of the same browser, with the same cookie and all that the browser keeps.</summary>
    public Task<DeskVisit> NextTabAsync() => OpenAsync(_context, Desk);

    /// <summary>Closes the tab.</summary>
    public Task CloseAsync() => Page.CloseAsync();

    public async Task LetInAsync() => await GoToAsync((await Desk.LinkAsync()).PathAndQuery);

    /// <summary>Goes to a page, and waits until its script has run.</summary>
    /// <returns>The status of HTTP.</returns>
    public async Task<int> GoToAsync(string path)
    {
        lock (_trouble)
        {
            _requests.Clear();
        }

        var answer = await Page.GoToAsync(new Uri(Desk.Address, path).AbsoluteUri, WaitUntilNavigation.Load);
        return (int)(answer?.Status ?? 0);
    }

    /// <summary>Does something that leads to another page, and waits for that.</summary>
    public async Task FollowAsync(Func<Task> act)
    {
        await Page.EvaluateExpressionAsync("window.isBefore = true");
        await act();
        await UntilAsync("window.isBefore === undefined && document.readyState === 'complete'");
    }

    /// <summary>How the page is to be shown: without movement, so that it is at once what it will be.</summary>
    public async Task LookAsync(bool isDark, int width, bool isTouched = false)
    {
        await Page.SetViewportAsync(new ViewPortOptions { Width = width, Height = 900, HasTouch = isTouched, IsMobile = isTouched });
        await EmulateAsync((MediaFeature.PrefersColorScheme, isDark ? "dark" : "light"), (MediaFeature.PrefersReducedMotion, "reduce"));
    }

    /// <summary>What the browser says of its user's wishes, instead of all that it said before.</summary>
    public Task EmulateAsync(params (MediaFeature Feature, string Value)[] wishes) => Page.EmulateMediaFeaturesAsync(
        wishes.Select(wish => new MediaFeatureValue { MediaFeature = wish.Feature, Value = wish.Value }));

    /// <summary>Presses keys, one after the other: the page has done with each what it does at once.</summary>
    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await Page.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Presses a key of a layout that this library does not know.</summary>
    /// <param name="code">The place of the key: <c>KeyA</c>.</param>
    /// <param name="key">What the layout has there: <c>ф</c>.</param>
    public async Task PressAtAsync(string code, string key)
    {
        var session = await Page.CreateCDPSessionAsync();
        foreach (var type in new[] { "keyDown", "keyUp" })
        {
            await session.SendAsync("Input.dispatchKeyEvent", new { type, key, code, text = type == "keyDown" ? key : "" });
        }

        await session.DetachAsync();
    }

    /// <summary>What an expression of the page's script has as its value.</summary>
    public Task<T> AskAsync<T>(string expression) => Page.EvaluateExpressionAsync<T>(expression);

    /// <summary>Waits until an expression is true, or a promise of something that is.</summary>
    public async Task UntilAsync(string condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Token);
        limit.CancelAfter(Patience);
        while (!await IsAsync(condition))
        {
            if (limit.IsCancellationRequested)
            {
                Assert.Fail($"It did not come to this: {condition}; said: {await SaidAsync()}; {Shown(Trouble)}");
            }

            await Task.Delay(BetweenLooks, TimeProvider.System, Token);
        }
    }

    /// <summary>Waits until every decision is on the disk.</summary>
    public Task KeptAsync() => UntilAsync("!document.body.dataset.waiting && !document.querySelector('.waits')");

    /// <summary>Presses a key, and waits until what it decides is on the disk.</summary>
    public async Task DecideAsync(string key)
    {
        await PressAsync(key);
        await KeptAsync();
    }

    /// <summary>The paper that keys are about.</summary>
    public Task<string> CurrentAsync() => AskAsync<string>("document.querySelector('.paper[aria-current]').dataset.id");

    /// <summary>The paper that has the focus, or something in it; null for none.</summary>
    public Task<string?> FocusAsync() => AskAsync<string?>("document.activeElement?.closest('.paper')?.dataset.id ?? null");

    /// <summary>What the row of a paper shows.</summary>
    public Task<string> StateOfAsync(string id) => AskAsync<string>($"document.querySelector('.paper[data-id=\"{id}\"]').dataset.state");

    /// <summary>The papers of the page, in its order.</summary>
    public Task<string[]> PapersAsync() => AskAsync<string[]>("[...document.querySelectorAll('.paper')].map((row) => row.dataset.id)");

    /// <summary>The states that rows show, by paper; of those that still wait none.</summary>
    public async Task<Dictionary<string, string>> ShownAsync() => JsonSerializer.Deserialize<Dictionary<string, string>>(
        await AskAsync<string>(
            "JSON.stringify(Object.fromEntries([...document.querySelectorAll('.paper:not(.waits)')]"
            + ".map((row) => [row.dataset.id, row.dataset.state])))"))!;

    public Task<string> SaidAsync() => AskAsync<string>("document.getElementById('said')?.textContent ?? ''");

    /// <summary>Whether the page can be moved sideways.</summary>
    public Task<bool> IsTooWideAsync() =>
        AskAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public static string Shown(IEnumerable<string> lines) => string.Join('\n', lines);

    public async ValueTask DisposeAsync()
    {
        if (!Page.IsClosed)
        {
            await Page.CloseAsync();
        }

        if (!_context.IsClosed)
        {
            await _context.CloseAsync();
        }
    }

    private async Task<bool> IsAsync(string condition)
    {
        try
        {
            return await Page.EvaluateExpressionAsync<bool>($"Promise.resolve({condition}).then(Boolean)");
        }
        catch (PuppeteerException)
        {
            // The page was left at this moment.
            return false;
        }
    }

    private async Task AnswerAsync(Dialog dialog)
    {
        if (dialog.DialogType == DialogType.Confirm && Confirms(dialog.Message))
        {
            await dialog.Accept();
            return;
        }

        Note(true, $"dialog: {dialog.Message}");
        await dialog.Dismiss();
    }

    /// <summary>That a page itself is answered with a failure is what a test may have wanted.</summary>
    private string TextOf(ConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location?.URL == Page.Url
            ? ""
            : $"{message.Text} {message.Location?.URL}";

    private void NoteRequest(string url)
    {
        lock (_trouble)
        {
            _requests.Add(url);
        }

        Note(!url.StartsWith(Desk.Address.AbsoluteUri, StringComparison.Ordinal), $"a request to {url}");
    }

    private void Note(bool isTrouble, string text)
    {
        if (isTrouble && text.Length > 0)
        {
            lock (_trouble)
            {
                _trouble.Add(text);
            }
        }
    }
}
