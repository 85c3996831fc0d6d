using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Sheaf.Desk;
using Sheaf.Settings;

namespace Sheaf.Commands;

/// <summary><c>sheaf desk</c>: opens the desk of the running service in the browser.</summary>
internal static class DeskCommand
{
    private const int ShortestPassword = 8;
    private const int LongestPassword = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly Option<bool> Password = new("--password")
    {
        Description = "Read a password, and print what Desk:Password is to be for it",
    };

    public static Command Build() => new Command(
        "desk",
        "Opens the desk of the running sheaf serve in the browser, by a new link that works once and for ten minutes; without a browser "
        + "it prints the link.\nExamples: sheaf desk\n          sheaf desk --password") { Password }.Does(RunAsync);

    private static async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.GetValue(Password))
        {
            return PrintPassword(context);
        }

        var address = ServeAddress.Shown(ForBrowsers(context.Settings.ServeUrl));
        if (context.Settings.Desk.Access == DeskAccessKind.Off)
        {
            throw new BadInputException("There is no desk: Desk:Access is off.");
        }

        if (!await AnswersAsync(address, cancellationToken))
        {
            throw new BadInputException(
                $"No service answers at {address}: start it with sheaf serve, which prints a link to the desk, too, or name where another "
                + "listens with --set Serve:Url=ADDRESS.");
        }

        var link = new DeskToken(GatePlace.Of(context.Settings, context.Workspace).Path, context.Time).NewLink();
        var whole = $"{address}{DeskPaths.Link}?token={link}";
        context.Terminal.Answer(new DeskLinkJson(whole), shapes => shapes.DeskLinkJson);
        context.Terminal.Say(whole);
        Open(context.Terminal, whole);
        return ExitCode.Done;
    }

    /// <summary>Opens the desk in the browser where a person is at the terminal.</summary>
    internal static void Open(Terminal terminal, string link)
    {
        if (terminal is { IsWatched: true, Json: false, Quiet: false })
        {
            Browse(link);
        }
    }

    /// <summary>A service that listens everywhere is found at this machine.</summary>
    internal static Uri ForBrowsers(Uri url) => url.DnsSafeHost is "0.0.0.0" or "::"
        ? new UriBuilder(url) { Host = "localhost" }.Uri
        : url;

    private static ExitCode PrintPassword(CommandContext context)
    {
        var typed = ReadPassword(context);
        var hash = typed.Length is >= ShortestPassword and <= LongestPassword
            ? PasswordHash.Of(typed)
            : throw new BadInputException($"A password has from {ShortestPassword} to {LongestPassword} characters.");
        context.Terminal.Say(hash.ToString());
        context.Terminal.Answer(new PasswordJson(hash.ToString()), shapes => shapes.PasswordJson);
        return ExitCode.Done;
    }

    /// <summary>Without showing it on a terminal; else the first line of the input.</summary>
    private static string ReadPassword(CommandContext context)
    {
        if (Console.IsInputRedirected)
        {
            return Console.In.ReadLine() ?? "";
        }

        context.Terminal.Error.Write("Password: ");
        var typed = new System.Text.StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        context.Terminal.Error.WriteLine();
        return typed.ToString();
    }

    private static async Task<bool> AnswersAsync(string address, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(new Uri($"{address}/health/live"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private static void Browse(string address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
        }
        catch (Exception failure) when (failure is Win32Exception or IOException or InvalidOperationException)
        {
            // The link stands above; a person can open it.
        }
    }
}

/// <summary>What <c>desk</c> writes under <c>--json</c>.</summary>
/// <param name="Link">Works once and for ten minutes.</param>
internal sealed record DeskLinkJson(string Link);

/// <summary>What <c>desk --password</c> writes under <c>--json</c>.</summary>
/// <param name="Password">What <c>Desk:Password</c> is to be.</param>
internal sealed record PasswordJson(string Password);
